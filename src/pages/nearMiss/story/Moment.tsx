import React from 'react';
import { oddMoment } from '../../../domain/record/oddMoment';
import { oddMomentText } from '../../../domain/story/oddMomentText';
import type { Speech } from '../../../domain/story/speech';
import { t } from '../../../i18n/t';

interface Props {
  /** Epoch ms. */
  at: number;
  /** What it cannot be after, epoch ms. */
  notAfter?: number;
  speech: Speech;
}

/** A moment, and what speaks against it: people correct one without seeing the other, and jobs count in seconds. */
export function Moment({ at, notAfter = Infinity, speech }: Props) {
  const now = Date.now();
  const odd = oddMoment(at, now);
  const doubts = [
    odd && oddMomentText(at, odd, now, speech),
    at > notAfter && t('moment.after-acting', 'That is after it was acted on: one of the two moments cannot be right.'),
  ].filter((doubt) => typeof doubt === 'string');
  return (
    <>
      {speech.time(at)}
      {doubts.length > 0 && ` (${doubts.join(' ')})`}
    </>
  );
}

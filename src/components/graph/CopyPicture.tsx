import { Button } from '@grafana/ui';
import React, { useState } from 'react';
import { nearMissPicture } from '../../domain/story/picture/nearMissPicture';
import { PAPER_COLOURS } from '../../domain/story/picture/story';
import type { NearMissRecord } from '../../domain/record/record';
import { datedSpeech, type Speech } from '../../domain/story/speech';
import { t } from '../../i18n/t';
import { copyPicture } from './copyPicture';

interface Props {
  nearMiss: NearMissRecord;
  speech: Speech;
}

const SIZE = { width: 700, height: 260 };

/** Copies the picture, with date and zone because it is read elsewhere; nothing where no graph was kept. */
export function CopyPicture({ nearMiss, speech }: Props) {
  const [done, setDone] = useState<'copied' | 'saved' | null>(null);
  if (!nearMiss.evidence || !nearMiss.stretch) {
    return null;
  }
  const copy = async () => {
    const picture = nearMissPicture(nearMiss, SIZE, PAPER_COLOURS, datedSpeech(speech));
    setDone(picture && (await copyPicture(picture.svg, SIZE, `near-miss-${nearMiss.id}`)));
  };
  return (
    <>
      <Button variant="secondary" fill="text" size="sm" icon={done ? 'check' : 'copy'} onClick={() => void copy()}>
        {t('share.picture', 'Copy picture')}
      </Button>
      <span role="status">{done && doneText(done)}</span>
    </>
  );
}

function doneText(done: 'copied' | 'saved'): string {
  return done === 'copied'
    ? t('share.picture-copied', 'Picture copied')
    : t('share.picture-saved', 'The browser does not let this page copy pictures: saved as a file');
}

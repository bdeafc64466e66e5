import { useCallback, useState } from 'react';
import type { EvidenceSeries } from '../../domain/series/evidence';
import type { Stretch } from '../../domain/series/stretch';
import type { Speech } from '../../domain/story/speech';
import { t } from '../../i18n/t';
import { heldStretch, measuredSpan } from './heldStretch';

interface HeldStretch {
  /** `along`: the end that nobody set was moved with the other one. */
  moveStretch: (asked: Stretch, along?: boolean) => void;
  /** What became of the last one that was asked for, where that is not what it is now; empty otherwise. */
  note: string;
}

/** Moves the stretch no further than the series was measured, with a word to the person. */
export function useHeldStretch(
  series: EvidenceSeries,
  onStretch: (stretch: Stretch) => void,
  speech: Speech
): HeldStretch {
  const [said, setSaid] = useState({ series, note: '' });
  const moveStretch = useCallback(
    (asked: Stretch, along = false) => {
      const span = measuredSpan(series, Date.now());
      const stretch = span ? heldStretch(asked, span) : asked;
      const isHeld = stretch.from !== asked.from || stretch.to !== asked.to;
      setSaid({ series, note: span && isHeld ? heldText(span, speech) : along ? alongText() : '' });
      onStretch(stretch);
    },
    [series, onStretch, speech]
  );
  return { moveStretch, note: said.series === series ? said.note : '' };
}

function heldText({ from, to }: Stretch, speech: Speech): string {
  return t('stretch.held', 'Measured from {{from}} to {{to}}: the stretch was kept within.', {
    from: speech.time(from),
    to: speech.time(to, from),
  });
}

function alongText(): string {
  return t('stretch.along', 'The other end of the stretch was moved along.');
}

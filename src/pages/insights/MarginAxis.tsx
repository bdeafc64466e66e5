import { useStyles2 } from '@grafana/ui';
import React from 'react';
import type { LogAxis } from '../../domain/insight/logAxis';
import type { Speech } from '../../domain/story/speech';
import { getRowStyles } from './rowStyles';
import { percent } from './percent';

interface Props {
  axis: LogAxis;
  /** Id of the fading fill that the tracks below use. */
  fade: string;
  speech: Speech;
}

/** The lengths of time above the tracks. The rows say theirs in words, so it is for eyes only. */
export function MarginAxis({ axis: { ticks, share }, fade, speech }: Props) {
  const rows = useStyles2(getRowStyles);
  return (
    <div className={rows.row} aria-hidden>
      <span />
      <svg width="100%" height="18">
        <defs>
          <linearGradient id={fade}>
            <stop offset="0" stopColor="currentColor" />
            <stop offset="1" stopColor="currentColor" stopOpacity="0" />
          </linearGradient>
        </defs>
        {ticks.map((tick) => (
          <text
            key={tick}
            x={percent(share(tick))}
            y="13"
            fontSize="12"
            fill="currentColor"
            textAnchor={anchor(share(tick))}
          >
            {speech.duration(tick)}
          </text>
        ))}
      </svg>
    </div>
  );
}

/** Those at an end stay inside. */
function anchor(share: number): 'start' | 'middle' | 'end' {
  if (share < 0.05) {
    return 'start';
  }
  return share > 0.9 ? 'end' : 'middle';
}

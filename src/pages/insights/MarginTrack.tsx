import React from 'react';
import type { LogAxis } from '../../domain/insight/logAxis';
import type { MarginSpan } from '../../domain/insight/narrowestMargins';
import { percent } from './percent';
import { SavedByShape } from './SavedByMark';

interface Props {
  margin: MarginSpan;
  axis: LogAxis;
  /** Id of the fading fill. */
  fade: string;
}

/** One margin on the axis: from its mark to an end, or fading where it is open. */
export function MarginTrack({ margin: { nearMiss, atLeast, atMost }, axis: { ticks, share }, fade }: Props) {
  const from = share(atLeast);
  const to = atMost === null ? 1 : share(atMost);
  return (
    <svg width="100%" style={{ height: '100%', minHeight: 24 }} aria-hidden>
      {ticks.map((tick) => (
        <rect key={tick} x={percent(share(tick))} width="1" height="100%" fill="currentColor" fillOpacity="0.2" />
      ))}
      <svg y="50%" overflow="visible">
        <rect
          x={percent(from)}
          y="-2"
          width={percent(to - from)}
          height="4"
          fill={atMost === null ? `url(#${fade})` : 'currentColor'}
        />
        {atMost !== null && <rect x={percent(to)} y="-7" width="2" height="14" fill="currentColor" />}
        <svg x={percent(from)} overflow="visible">
          {nearMiss.savedBy.length > 0 ? (
            <SavedByShape savedBy={nearMiss.savedBy} />
          ) : (
            <rect x="-1" y="-7" width="2" height="14" fill="currentColor" />
          )}
        </svg>
      </svg>
    </svg>
  );
}

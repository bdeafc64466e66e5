import { css } from '@emotion/css';
import { useStyles2 } from '@grafana/ui';
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

/** Half of a mark, px: the line begins beside it, for one is a ring. */
const MARK = 5;

/** One margin on the axis: from its mark to an end, or fading where it is open. */
export function MarginTrack({ margin: { nearMiss, atLeast, atMost }, axis: { ticks, share }, fade }: Props) {
  const styles = useStyles2(getStyles);
  const from = share(atLeast);
  const to = atMost === null ? 1 : share(atMost);
  return (
    <span className={styles}>
      <svg width="100%" height="100%" aria-hidden>
        {ticks.map((tick) => (
          <rect key={tick} x={percent(share(tick))} width="1" height="100%" fill="currentColor" fillOpacity="0.2" />
        ))}
        <svg y="50%" overflow="visible">
          {atMost !== null && <rect x={percent(to)} y="-7" width="2" height="14" fill="currentColor" />}
          <svg x={percent(from)} overflow="visible">
            <rect
              x={MARK}
              y="-2"
              height="4"
              style={{ width: `calc(${percent(to - from)} - ${MARK}px)` }}
              fill={atMost === null ? `url(#${fade})` : 'currentColor'}
            />
            {nearMiss.savedBy.length > 0 ? (
              <SavedByShape savedBy={nearMiss.savedBy} />
            ) : (
              <rect x="-1" y="-7" width="2" height="14" fill="currentColor" />
            )}
          </svg>
        </svg>
      </svg>
    </span>
  );
}

const getStyles = () =>
  css({ alignSelf: 'stretch', minHeight: '24px', position: 'relative', '& > svg': { position: 'absolute' } });

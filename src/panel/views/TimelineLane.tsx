import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { LANE_HEIGHT, LaneShapes } from './LaneShapes';
import { LEAST_WIDTH, type MarkShape } from './markShape';
import type { Lane, Mark } from './timelineOf';

interface Props {
  lane: Lane;
  shapes: readonly MarkShape[];
  name: string;
  nameWidth: number;
  /** Of the lane without its name, px. */
  width: number;
  /** Key of the mark whose near misses are listed. */
  chosen: string;
  labelOf: (mark: Mark) => string;
}

/** Has no listeners of its own: the timeline hears all marks. */
export function TimelineLane({ lane: { marks }, shapes, name, nameWidth, width, chosen, labelOf }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.lane}>
      <span className={styles.name} style={{ flexBasis: nameWidth }}>
        {name}
      </span>
      <span className={styles.track}>
        <LaneShapes shapes={shapes} width={width} />
        {marks.map((mark) => (
          <button
            key={mark.key}
            type="button"
            className={styles.mark}
            style={{ left: mark.at * width }}
            data-mark={mark.key}
            data-at={mark.nearMisses[0]?.actedAt}
            aria-label={labelOf(mark)}
            aria-pressed={mark.key === chosen}
            tabIndex={mark.key === chosen ? 0 : -1}
          >
            {mark.nearMisses.length > 1 && <b>{mark.nearMisses.length}</b>}
          </button>
        ))}
      </span>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  lane: css({
    alignItems: 'center',
    borderBottom: `1px solid ${theme.colors.border.weak}`,
    display: 'flex',
    height: LANE_HEIGHT,
  }),
  name: css({
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    flex: 'none',
    overflow: 'hidden',
    paddingRight: theme.spacing(1),
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  }),
  track: css({ flex: 1, height: '100%', position: 'relative' }),
  mark: css({
    background: 'none',
    border: '2px solid transparent',
    borderRadius: theme.shape.radius.default,
    color: theme.colors.text.primary,
    height: LEAST_WIDTH + 4,
    padding: 0,
    position: 'absolute',
    top: (LANE_HEIGHT - LEAST_WIDTH - 4) / 2,
    transform: 'translateX(-50%)',
    width: LEAST_WIDTH,
    // Forced colours would paint it over the shape.
    forcedColorAdjust: 'none',
    '&:hover': { borderColor: theme.colors.border.strong },
    '&[aria-pressed="true"]': { borderColor: theme.colors.primary.border },
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.text}`, outlineOffset: 1 },
    '@media (forced-colors: active)': {
      color: 'CanvasText',
      '&:hover, &[aria-pressed="true"], &:focus-visible': { borderColor: 'Highlight' },
    },
    '& > b': {
      border: '2px solid currentColor',
      borderRadius: theme.shape.radius.circle,
      display: 'block',
      fontSize: 11,
      height: 20,
      lineHeight: '16px',
    },
  }),
});

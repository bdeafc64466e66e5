import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import type { MarkShape } from './markShape';

interface Props {
  shapes: readonly MarkShape[];
  /** Of the lane, px. */
  width: number;
}

export const LANE_HEIGHT = 32;
const MIDDLE = LANE_HEIGHT / 2;
/** Of the dashes that say "open", px; their length means nothing. Beside each lane there is room for them. */
export const OPEN_TAIL = 8;

/** All shapes of a lane as five paths, however many there are; told apart by form, so colour may be taken away. */
export function LaneShapes({ shapes, width }: Props) {
  const styles = useStyles2(getStyles);
  const path = (of: (shape: MarkShape) => string) => shapes.map(of).join('');
  const line = (from: number, to: number) => `M${px(from)} ${MIDDLE}H${px(to)}`;
  const tick = (at: number, high: number) => `M${px(at)} ${MIDDLE - high}V${MIDDLE + high}`;
  return (
    <svg className={styles.svg} width={width + OPEN_TAIL} height={LANE_HEIGHT} aria-hidden>
      <path className={styles.stretch} d={path(({ stretch }) => (stretch ? line(stretch.from, stretch.to) : ''))} />
      <path className={styles.road} d={path(({ margin, act }) => (margin ? line(act, margin.lo) : ''))} />
      <path className={styles.interval} d={path(({ margin }) => (margin?.hi ? line(margin.lo, margin.hi) : ''))} />
      <path className={styles.open} d={path((shape) => openTail(shape, line))} />
      <path
        className={styles.road}
        d={path(({ margin, crossing }) => (margin && crossing !== null ? tick(crossing, 6) : ''))}
      />
      <path className={styles.act} d={path(({ act }) => tick(act, 10))} />
    </svg>
  );
}

function openTail({ margin, crossing }: MarkShape, line: (from: number, to: number) => string): string {
  return margin && margin.hi === null ? line(margin.lo, Math.max(margin.lo, crossing ?? 0) + OPEN_TAIL) : '';
}

function px(pixels: number): number {
  return Math.round(10 * pixels) / 10;
}

const FORCED = '@media (forced-colors: active)';

const getStyles = ({ colors, visualization }: GrafanaTheme2) => {
  const drawn = (stroke: string, strokeWidth: number, strokeDasharray?: string) =>
    css({ stroke, strokeDasharray, strokeWidth, [FORCED]: { stroke: 'CanvasText' } });
  const road = visualization.getColorByName('orange');
  return {
    svg: css({ fill: 'none', inset: 0, pointerEvents: 'none', position: 'absolute' }),
    stretch: drawn(visualization.getColorByName('blue'), 8),
    road: drawn(road, 2),
    interval: drawn(road, 6),
    open: drawn(road, 6, '2 2'),
    act: drawn(colors.text.primary, 2),
  };
};

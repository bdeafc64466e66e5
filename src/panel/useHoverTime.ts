import { DataHoverClearEvent, DataHoverEvent } from '@grafana/data';
import { type FocusEvent, type MouseEvent, useRef } from 'react';
import type { NearMissesProps } from './NearMissesProps';

/**
 * Listeners that show the other panels, by Grafana's shared crosshair, when somebody acted on what is pointed at or focused:
 * on whatever carries that moment as `data-at`, epoch ms.
 */
export function useHoverTime(publish: NearMissesProps['publish']) {
  const told = useRef<number | null>(null);
  const tell = (time: number | null) => {
    if (time !== told.current) {
      told.current = time;
      publish?.(time === null ? new DataHoverClearEvent() : new DataHoverEvent({ point: { time } }));
    }
  };
  const look = ({ target }: MouseEvent | FocusEvent) => tell(timeOf(target));
  const leave = () => tell(null);
  return { onMouseOver: look, onMouseLeave: leave, onFocus: look, onBlur: leave };
}

function timeOf(target: EventTarget): number | null {
  const at = target instanceof Element ? target.closest('[data-at]')?.getAttribute('data-at') : null;
  return at ? Number(at) : null;
}

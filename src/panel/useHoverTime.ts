import { DataHoverClearEvent, DataHoverEvent } from '@grafana/data';
import { type FocusEvent, type MouseEvent, useCallback, useEffect, useRef } from 'react';
import type { NearMissesProps } from './NearMissesProps';

/**
 * Listeners that show the other panels, by Grafana's shared crosshair, when somebody acted on what is pointed at or focused:
 * on whatever carries that moment as `data-at`, epoch ms. What is taken away under the pointer tells them too.
 */
export function useHoverTime(publish: NearMissesProps['publish']) {
  const told = useRef<number | null>(null);
  const latest = useRef(publish);
  useEffect(() => {
    latest.current = publish;
  });
  const tell = useCallback((time: number | null) => {
    if (time !== told.current) {
      told.current = time;
      latest.current?.(time === null ? new DataHoverClearEvent() : new DataHoverEvent({ point: { time } }));
    }
  }, []);
  const leave = useCallback(() => tell(null), [tell]);
  useEffect(() => leave, [leave]);
  const look = ({ target }: MouseEvent | FocusEvent) => tell(timeOf(target));
  return { onMouseOver: look, onMouseLeave: leave, onFocus: look, onBlur: leave };
}

function timeOf(target: EventTarget): number | null {
  const at = target instanceof Element ? target.closest('[data-at]')?.getAttribute('data-at') : null;
  return at ? Number(at) : null;
}

import { type RefObject, useEffect, useRef } from 'react';
import type { Action } from './offered';

/**
 * Takes the focus back to the bar of buttons when a form closes: to the next step, which is the first button, where that had
 * opened it, else to the menu, which is the last. Also where the next step went with the status that it ended.
 */
export function useFocusBack(open: Action | null, next: Action | undefined): RefObject<HTMLDivElement> {
  const bar = useRef<HTMLDivElement>(null);
  const last = useRef<Action | null>(null);
  useEffect(() => {
    const buttons = bar.current?.querySelectorAll<HTMLElement>(':scope > button') ?? [];
    const closed = last.current !== null && open === null;
    if (closed && document.activeElement === document.body) {
      buttons[last.current === next ? 0 : buttons.length - 1]?.focus();
    }
    last.current = open ?? last.current;
  }, [open, next]);
  return bar;
}

import { useEffect, useRef } from 'react';

/**
 * Listeners of a group of buttons, and a ref to it: where a refresh takes the button away that has the focus, it goes to the one
 * that is pressed, and not to the top of the page.
 */
export function useKeptFocus() {
  const group = useRef<HTMLDivElement>(null);
  const inside = useRef(false);
  // React tells of no blur where it was itself that took the button away.
  useEffect(() => {
    if (inside.current && document.activeElement === document.body) {
      group.current?.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus();
    }
  });
  const mark = (isInside: boolean) => () => {
    inside.current = isInside;
  };
  return { group, enter: mark(true), leave: mark(false) };
}

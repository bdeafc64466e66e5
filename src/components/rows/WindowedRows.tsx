import { css } from '@emotion/css';
import { useStyles2 } from '@grafana/ui';
import React, { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { type RowWindow, rowWindow } from './rowWindow';

interface Props<T> {
  /** Names the list for screen readers. */
  label: string;
  items: readonly T[];
  keyOf: (item: T) => React.Key;
  /** In px, until the first row is there to be measured; all rows are of one height. */
  estimatedHeight: number;
  children: (item: T) => ReactNode;
}

const SAME = (a: RowWindow, b: RowWindow) => a.first === b.first && a.last === b.last && a.height === b.height;

/** Draws only the rows near the screen, whichever element scrolls: the page, or the body of a panel. */
export function WindowedRows<T>({ label, items, keyOf, estimatedHeight, children }: Props<T>) {
  const styles = useStyles2(getStyles);
  const list = useRef<HTMLUListElement>(null);
  const [shown, setShown] = useState<RowWindow>({ first: 0, last: 0, height: estimatedHeight });
  useLayoutEffect(() => {
    const look = () => {
      const height = list.current?.querySelector('li')?.offsetHeight || estimatedHeight;
      const top = list.current?.getBoundingClientRect().top ?? 0;
      const next = rowWindow({ top, height, count: items.length, screen: window.innerHeight });
      setShown((before) => (SAME(before, next) ? before : next));
    };
    look();
    const resized = new ResizeObserver(look);
    if (list.current) {
      resized.observe(list.current);
    }
    // Scroll does not bubble, but it is captured: one listener hears every scrolling ancestor.
    document.addEventListener('scroll', look, { capture: true, passive: true });
    window.addEventListener('resize', look);
    return () => {
      resized.disconnect();
      document.removeEventListener('scroll', look, { capture: true });
      window.removeEventListener('resize', look);
    };
  }, [items.length, estimatedHeight]);
  return (
    <ul ref={list} className={styles} aria-label={label} style={{ height: items.length * shown.height }}>
      {items.slice(shown.first, shown.last).map((item, index) => (
        <li
          key={keyOf(item)}
          aria-setsize={items.length}
          aria-posinset={shown.first + index + 1}
          style={{ top: (shown.first + index) * shown.height }}
        >
          {children(item)}
        </li>
      ))}
    </ul>
  );
}

const getStyles = () =>
  css({
    containerName: 'near-misses',
    containerType: 'inline-size',
    // In the panel's column it would shrink to what is visible, and the scrollbar would end a screen further on.
    flex: 'none',
    listStyle: 'none',
    position: 'relative',
    '& > li': { left: 0, position: 'absolute', right: 0 },
  });

import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { type ReactNode, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { rowWindow } from './rowWindow';

interface Props<T> {
  /** Names the list for screen readers. */
  label: string;
  items: readonly T[];
  /** What stands above the item of that index. */
  headings?: ReadonlyMap<number, string>;
  keyOf: (item: T) => React.Key;
  /** Of each row, px, in a list of that width. */
  heightOf: (width: number) => number;
  /** Is told the width of the list, px. */
  children: (item: T, width: number) => ReactNode;
}

/** An item of the list, or a heading in it. */
interface Row {
  /** Of the item, or of the first one below the heading. */
  index: number;
  heading?: string;
}

interface Shown {
  first: number;
  last: number;
  width: number;
}

const HEADING_HEIGHT = 36;
const SAME = (a: Shown, b: Shown) => a.first === b.first && a.last === b.last && a.width === b.width;
const NO_HEADINGS: ReadonlyMap<number, string> = new Map();

/** Draws only the rows near the screen, whichever element scrolls: the page, or the body of a panel. */
export function WindowedRows<T>(props: Props<T>) {
  const { label, items, headings = NO_HEADINGS, keyOf, heightOf, children } = props;
  const styles = useStyles2(getStyles);
  const list = useRef<HTMLUListElement>(null);
  const [{ first, last, width }, setShown] = useState<Shown>({ first: 0, last: 0, width: 0 });
  const rows = useMemo(() => rowsOf(items.length, headings), [items.length, headings]);
  const height = heightOf(width);
  const edges = useMemo(() => edgesOf(rows, height), [rows, height]);
  useLayoutEffect(() => {
    const look = () => {
      const top = list.current?.getBoundingClientRect().top ?? 0;
      const next = { ...rowWindow({ top, edges, screen: window.innerHeight }), width: list.current?.clientWidth ?? 0 };
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
  }, [edges]);
  return (
    <ul ref={list} className={styles} aria-label={label} style={{ height: edges[rows.length] }}>
      {rows.slice(first, last).map(({ index, heading }, nth) => {
        const place = { style: { top: edges[first + nth] } };
        const item = items[index];
        if (heading !== undefined) {
          return (
            <li key={heading} {...place}>
              <h3>{heading}</h3>
            </li>
          );
        }
        return (
          item !== undefined && (
            <li key={keyOf(item)} aria-setsize={items.length} aria-posinset={index + 1} {...place}>
              {children(item, width)}
            </li>
          )
        );
      })}
    </ul>
  );
}

function rowsOf(count: number, headings: ReadonlyMap<number, string>): Row[] {
  return Array.from({ length: count }, (_, index) => index).flatMap((index) => {
    const heading = headings.get(index);
    return heading === undefined ? [{ index }] : [{ index, heading }, { index }];
  });
}

function edgesOf(rows: readonly Row[], height: number): number[] {
  let down = 0;
  return [0, ...rows.map(({ heading }) => (down += heading === undefined ? height : HEADING_HEIGHT))];
}

const getStyles = (theme: GrafanaTheme2) =>
  css({
    // In the panel's column it would shrink to what is visible, and the scrollbar would end a screen further on.
    flex: 'none',
    listStyle: 'none',
    position: 'relative',
    '& > li': { left: 0, position: 'absolute', right: 0 },
    '& > li > h3': {
      ...theme.typography.h6,
      height: HEADING_HEIGHT,
      lineHeight: `${HEADING_HEIGHT}px`,
      margin: 0,
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    },
  });

import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** Until the element has been measured, and where nothing is laid out. */
const USUAL = 600;

/** The width of an element in px, following its changes. */
export function useWidth<T extends HTMLElement>(): [RefObject<T>, number] {
  const element = useRef<T>(null);
  const [width, setWidth] = useState(USUAL);
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) {
      return undefined;
    }
    const look = () => setWidth(current.clientWidth || USUAL);
    look();
    const observer = new ResizeObserver(look);
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return [element, width];
}

import { type RefObject, useEffect, useState } from 'react';

/** Px, from the top left corner of the element around. */
export interface PlotBox {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Where Grafana draws lines within the element: its time series panel marks the place for its own pointer events. */
const PLOT = '.u-over';

/** The box between the axes of a graph, following its changes; null while there is none. */
export function usePlotBox(element: RefObject<HTMLElement>): PlotBox | null {
  const [box, setBox] = useState<PlotBox | null>(null);
  // Not before painting: the element around is known only once all within it is.
  useEffect(() => {
    const { current } = element;
    if (!current) {
      return undefined;
    }
    let plot: Element | null = null;
    const look = () => setBox((before) => (plot ? moved(before, boxIn(current, plot)) : null));
    const sizes = new ResizeObserver(look);
    // It comes after the first drawing, and another one each time Grafana draws anew.
    const find = () => {
      const found = current.querySelector(PLOT);
      if (found !== plot) {
        sizes.disconnect();
        plot = found;
        if (found) {
          sizes.observe(found);
        }
        look();
      }
    };
    const parts = new MutationObserver(find);
    parts.observe(current, { childList: true, subtree: true });
    find();
    return () => {
      parts.disconnect();
      sizes.disconnect();
    };
  }, [element]);
  return box;
}

function boxIn(element: Element, plot: Element): PlotBox | null {
  const outer = element.getBoundingClientRect();
  const { left, top, width, height } = plot.getBoundingClientRect();
  return width > 0 && height > 0 ? { left: left - outer.left, top: top - outer.top, width, height } : null;
}

/** The same object while nothing moved, so that nothing is drawn again. */
function moved(before: PlotBox | null, now: PlotBox | null): PlotBox | null {
  const isSame =
    before &&
    now &&
    before.left === now.left &&
    before.top === now.top &&
    before.width === now.width &&
    before.height === now.height;
  return isSame ? before : now;
}

export interface RowWindow {
  /** Index of the first row to draw. */
  first: number;
  /** Index after the last row to draw. */
  last: number;
}

interface Measured {
  /** Where the list begins, px from the top of the screen; negative once scrolled past. */
  top: number;
  /** Where each row begins, px from the top of the list, and at the end where the last one ends. */
  edges: readonly number[];
  /** Height of the screen, px. */
  screen: number;
}

/** Rows drawn beyond the screen on both sides, and the step in which the window moves; more of them cost more elements. */
const BEYOND = 3;

/** Which rows to draw so that the screen and a little beyond it are filled. */
export function rowWindow({ top, edges, screen }: Measured): RowWindow {
  const count = edges.length - 1;
  const step = Math.floor(rowAt(-top, edges) / BEYOND) * BEYOND;
  const first = Math.max(0, Math.min(step - BEYOND, count - 1));
  const lastSeen = rowAt((edges[Math.min(step + BEYOND, count)] ?? 0) + screen, edges);
  return { first, last: Math.min(count, lastSeen + 1 + BEYOND) };
}

/** The row that is that far down the list, px: the first one above it, the count of rows below its end. */
function rowAt(down: number, edges: readonly number[]): number {
  let low = 0;
  let high = edges.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((edges[middle] ?? Infinity) <= down) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}

export interface RowWindow {
  /** Index of the first row to draw. */
  first: number;
  /** Index after the last row to draw. */
  last: number;
  /** Of one row, px. */
  height: number;
}

interface Measured {
  /** Where the list begins, px from the top of the screen; negative once scrolled past. */
  top: number;
  height: number;
  count: number;
  /** Height of the screen, px. */
  screen: number;
}

/** Rows drawn beyond the screen on both sides, and the step in which the window moves; more of them cost more elements. */
const BEYOND = 3;

/** Which rows to draw so that the screen and a little beyond it are filled. */
export function rowWindow({ top, height, count, screen }: Measured): RowWindow {
  const firstSeen = Math.floor(Math.max(0, -top) / height);
  const step = Math.floor(firstSeen / BEYOND) * BEYOND;
  const first = Math.max(0, Math.min(step - BEYOND, count - 1));
  const last = Math.min(count, step + Math.ceil(screen / height) + 2 * BEYOND);
  return { first, last, height };
}

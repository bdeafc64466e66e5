export interface RowLayout {
  /** Whether the picture stands above the words. */
  narrow: boolean;
  /** Of the row with its border, px: windowed lists count on it. */
  height: number;
  picture: { width: number; height: number };
}

/** Below this a picture beside the words would leave them no room, px. */
const ROOM_FOR_TWO = 480;

/** On each side of a row, px. */
export const ROW_PADDING = 8;

/** How a row of that width, px, is laid out. */
export function rowLayout(width: number): RowLayout {
  return width < ROOM_FOR_TWO
    ? { narrow: true, height: 225, picture: { width: Math.max(0, width - 2 * ROW_PADDING), height: 96 } }
    : { narrow: false, height: 101, picture: { width: 240, height: 84 } };
}

/** Of a row in a list of that width, px: see `RowLayout`. */
export const rowHeight = (width: number) => rowLayout(width).height;

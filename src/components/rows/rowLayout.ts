export interface RowLayout {
  /** Whether the picture stands above the words. */
  narrow: boolean;
  /** Of the row with its border, px: windowed lists count on it. */
  height: number;
  picture: { width: number; height: number };
  /** Lines there is room for, of what is said and of what is told besides. */
  lines: { sentence: number; facts: number };
}

/** Below this a picture beside the words would leave them no room, px. */
const ROOM_FOR_TWO = 480;
/** From this on all facts stand on one line, px. */
const ROOM_FOR_FACTS = 760;

/** On each side of a row, px. */
export const ROW_PADDING = 8;

/** How a row of that width, px, is laid out; the title may take two lines in each. */
export function rowLayout(width: number): RowLayout {
  if (width < ROOM_FOR_TWO) {
    const picture = { width: Math.max(0, width - 2 * ROW_PADDING), height: 96 };
    return { narrow: true, height: 241, picture, lines: { sentence: 2, facts: 2 } };
  }
  const picture = { width: 240, height: 84 };
  return width < ROOM_FOR_FACTS
    ? { narrow: false, height: 117, picture, lines: { sentence: 1, facts: 2 } }
    : { narrow: false, height: 101, picture, lines: { sentence: 1, facts: 1 } };
}

/** Of a row in a list of that width, px: see `RowLayout`. */
export const rowHeight = (width: number) => rowLayout(width).height;

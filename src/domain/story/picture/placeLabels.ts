/** A box, px. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** A place for a text: its begin, middle or end lies at `x`, its middle at the height `y`. */
export interface Spot {
  x: number;
  y: number;
  align: 'start' | 'middle' | 'end';
}

export interface Label {
  /** What it is of, for whoever draws it. */
  of: string;
  /** The same said in more and in fewer words. */
  texts: readonly string[];
  /** Where it may stand; the first place is the best. */
  spots: readonly Spot[];
  /** Better left out than written over a line. */
  optional?: boolean;
}

export interface PlacedLabel extends Box {
  of: string;
  text: string;
  align: Spot['align'];
}

interface Paper {
  width: number;
  height: number;
  /** Of a letter, px. */
  fontSize: number;
  /** Points of lines that had better not be written over. */
  avoid: ReadonlyArray<{ x: number; y: number }>;
}

/** Left free at the edges, px. */
const EDGE = 4;
/** What a place costs: for each point of a line that is covered, for so many pixels from the best place, for fewer words. */
const COST = { covered: 1, pixels: 5, shorter: 2 };

/**
 * Labels on paper, in the order of their need: none meets another or leaves the paper, and one that finds no room is left
 * out. Each takes the place and the words that are best beside its thing and over the fewest lines.
 */
export function placeLabels(labels: readonly Label[], paper: Paper): PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  for (const label of labels) {
    const best = bestPlace(label, placed, paper);
    if (best) {
      placed.push(best);
    }
  }
  return placed;
}

function bestPlace(
  { of, texts, spots, optional }: Label,
  taken: readonly Box[],
  paper: Paper
): PlacedLabel | undefined {
  let best: PlacedLabel | undefined;
  let least = Infinity;
  texts.forEach((text, shorter) => {
    for (const { box, distance } of roomFor(text, spots, taken, paper)) {
      const cost = distance / COST.pixels + COST.shorter * shorter;
      // Most places are too far away for whatever they cover to matter, and counting that takes long.
      const covered = cost < least ? covers(box, paper.avoid) : Infinity;
      if (cost + COST.covered * covered < least && !(optional && covered > 0)) {
        best = { of, text, ...box };
        least = cost + COST.covered * covered;
      }
    }
  });
  return best;
}

type AlignedBox = Box & Pick<Spot, 'align'>;

/** The free places for a text, each with how far it is from the first one, free or not. */
function roomFor(text: string, spots: readonly Spot[], taken: readonly Box[], paper: Paper) {
  const size = { width: textWidth(text, paper.fontSize), height: 1.25 * paper.fontSize };
  if (!text || !(size.width <= paper.width - 2 * EDGE && size.height <= paper.height)) {
    return [];
  }
  const boxes = spots.map((spot) => boxAt(spot, size, paper));
  const [first] = boxes;
  return boxes
    .filter((box) => !taken.some((other) => meet(box, other)))
    .map((box) => ({ box, distance: first ? Math.hypot(box.left - first.left, box.top - first.top) : 0 }));
}

/** About 7 px a letter of 12 px; what is as wide as high in East Asian scripts counts so. */
function textWidth(text: string, fontSize: number): number {
  return Array.from(text).reduce((sum, letter) => sum + (letter >= '\u2e80' ? 1 : 0.58) * fontSize, 0);
}

function boxAt({ x, y, align }: Spot, { width, height }: Pick<Box, 'width' | 'height'>, paper: Paper): AlignedBox {
  const wished = x - { start: 0, middle: width / 2, end: width }[align];
  const left = within(wished, EDGE, paper.width - EDGE - width);
  return {
    left,
    top: within(y - height / 2, 0, paper.height - height),
    width,
    height,
    // Pushed in from an edge it stays at that edge, however much narrower than reckoned it turns out.
    align: left > wished ? 'start' : left < wished ? 'end' : align,
  };
}

function within(number: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, number));
}

function meet(a: Box, b: Box): boolean {
  return a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height;
}

function covers({ left, top, width, height }: Box, points: Paper['avoid']): number {
  let covered = 0;
  for (const { x, y } of points) {
    if (x > left && x < left + width && y > top && y < top + height) {
      covered++;
    }
  }
  return covered;
}

/** One point of a series: epoch ms and the value. */
export interface Point {
  at: number;
  value: number;
  /** Nothing was measured between the point before and this one. */
  afterGap?: true;
}

/** The part of the points that may go into telling exactly where gaps begin and end. */
const FOR_GAPS = 1 / 4;

/**
 * At most `most` points (4 or more) in the order of time: the first, the last, those around the longest gaps, and of each
 * equal span of time the lowest and the highest, because peaks and troughs are what people look at. No gap is lost and
 * none made; where there are too many, the shorter ones seem to last from one point that was kept to the next. O(n) and
 * the sorting of the gaps.
 */
export function thinPoints(points: readonly Point[], most: number): readonly Point[] {
  const first = points[0];
  const last = points[points.length - 1];
  if (points.length <= most || !first || !last) {
    return points;
  }
  const kept = new Set([0, points.length - 1, ...aroundLongestGaps(points, Math.floor((FOR_GAPS / 2) * most))]);
  const spans = Math.floor((most - kept.size) / 2);
  const extremes = Array.from({ length: spans }, (): { low?: number; high?: number } => ({}));
  points.forEach(({ at, value }, index) => {
    const span = extremes[Math.min(spans - 1, Math.floor((spans * (at - first.at)) / (last.at - first.at)) || 0)] ?? {};
    span.low = value < valueAt(points, span.low, Infinity) ? index : span.low;
    span.high = value > valueAt(points, span.high, -Infinity) ? index : span.high;
  });
  for (const { low, high } of extremes) {
    [low, high].forEach((index) => index !== undefined && kept.add(index));
  }
  return withTheirGaps(points, kept);
}

/** Both ends of the `most` longest gaps. */
function aroundLongestGaps(points: readonly Point[], most: number): number[] {
  const length = (index: number) => (points[index]?.at ?? 0) - (points[index - 1]?.at ?? 0);
  const gaps = points.flatMap(({ afterGap }, index) => (afterGap ? [index] : []));
  const longest = gaps.sort((a, b) => length(b) - length(a) || a - b).slice(0, most);
  return longest.flatMap((index) => [index - 1, index]);
}

function withTheirGaps(points: readonly Point[], kept: ReadonlySet<number>): Point[] {
  const thinned: Point[] = [];
  let gap = false;
  points.forEach((point, index) => {
    gap ||= point.afterGap === true;
    if (kept.has(index)) {
      thinned.push(gap && !point.afterGap ? { ...point, afterGap: true } : point);
      gap = false;
    }
  });
  return thinned;
}

function valueAt(points: readonly Point[], index: number | undefined, otherwise: number): number {
  return index === undefined ? otherwise : (points[index]?.value ?? otherwise);
}

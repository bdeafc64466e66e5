/** One point of a series: epoch ms and the value. */
export interface Point {
  at: number;
  value: number;
}

/**
 * At most `most` points (4 or more) in the order of time: the first, the last, and of each equal span of time between
 * them the lowest and the highest, because peaks and troughs are what people look at. O(n).
 */
export function thinPoints(points: readonly Point[], most: number): readonly Point[] {
  const first = points[0];
  const last = points[points.length - 1];
  if (points.length <= most || !first || !last) {
    return points;
  }
  const spans = Math.floor((most - 2) / 2);
  const extremes = Array.from({ length: spans }, (): { low?: number; high?: number } => ({}));
  points.forEach(({ at, value }, index) => {
    const span = extremes[Math.min(spans - 1, Math.floor((spans * (at - first.at)) / (last.at - first.at)) || 0)] ?? {};
    span.low = value < valueAt(points, span.low, Infinity) ? index : span.low;
    span.high = value > valueAt(points, span.high, -Infinity) ? index : span.high;
  });
  const kept = new Set([0, points.length - 1]);
  for (const { low, high } of extremes) {
    [low, high].forEach((index) => index !== undefined && kept.add(index));
  }
  return points.filter((_, index) => kept.has(index));
}

function valueAt(points: readonly Point[], index: number | undefined, otherwise: number): number {
  return index === undefined ? otherwise : (points[index]?.value ?? otherwise);
}

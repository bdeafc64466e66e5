import { type Points, valueAt, firstFrom } from './points';
import { quantile } from './quantile';
const ENOUGH = 100;

/** One span of equal time: its start (epoch ms) and the median of the values in it. */
export interface Block {
  from: number;
  median: number;
}

/**
 * The medians of `count` equal spans of time, without the spans that hold no point. Looks at two hundred points a span
 * at most, evenly picked: enough for a median, and quick for a million.
 */
export function blockMedians({ times, values }: Points, count: number): Block[] {
  const first = valueAt(times, 0);
  const width = valueAt(times, times.length - 1) - first;
  const blocks: Block[] = [];
  let start = 0;
  for (let block = 0; block < count; block++) {
    const from = first + (width * block) / count;
    const end = block === count - 1 ? times.length : firstFrom(times, first + (width * (block + 1)) / count);
    if (end > start) {
      blocks.push({ from, median: quantile(picked(values, start, end), 0.5) });
    }
    start = end;
  }
  return blocks;
}

function picked(values: ArrayLike<number>, start: number, end: number): number[] {
  const step = Math.max(1, Math.floor((end - start) / ENOUGH));
  const some: number[] = [];
  for (let i = start; i < end; i += step) {
    some.push(valueAt(values, i));
  }
  return some;
}

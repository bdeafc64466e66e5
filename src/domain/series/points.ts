/** Index of the first of the ascending times that is not before `time`; their count when all are. Binary search. */
export function firstFrom(times: ArrayLike<number>, time: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (valueAt(times, middle) < time) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/** The number at an index; NaN outside, so that a slip shows up as "no answer" and never as a zero. */
export function valueAt(values: ArrayLike<number>, index: number): number {
  return values[index] ?? NaN;
}

/** Ascending distinct times (epoch ms) with one finite value each. */
export interface Points {
  times: ArrayLike<number>;
  values: ArrayLike<number>;
}

/**
 * What can be reckoned with: no null, NaN or infinite entry, ascending, one value a time (the last one given wins), and
 * no zero that stands alone between two readings of like size (a missed scrape). Clean input comes back uncopied, in
 * one pass: a million points take a few milliseconds.
 */
export function cleanPoints(times: ArrayLike<number>, values: ArrayLike<number>): Points {
  if (isClean(times, values)) {
    return { times, values };
  }
  return withoutMissedScrapes(ordered(times, values));
}

function isClean(times: ArrayLike<number>, values: ArrayLike<number>): boolean {
  if (times.length !== values.length) {
    return false;
  }
  let previous = -Infinity;
  for (let i = 0; i < times.length; i++) {
    const time = times[i];
    const value = values[i];
    if (
      time === undefined ||
      !(time > previous) ||
      !Number.isFinite(value) ||
      (value === 0 && isMissedScrape(values, i))
    ) {
      return false;
    }
    previous = time;
  }
  return previous < Infinity;
}

function ordered(times: ArrayLike<number>, values: ArrayLike<number>): Points {
  const length = Math.min(times.length, values.length);
  const order: number[] = [];
  for (let i = 0; i < length; i++) {
    if (Number.isFinite(times[i]) && Number.isFinite(values[i])) {
      order.push(i);
    }
  }
  order.sort((a, b) => valueAt(times, a) - valueAt(times, b) || a - b);
  const last = order.filter((index, i) => valueAt(times, index) !== valueAt(times, order[i + 1] ?? -1));
  return { times: last.map((i) => valueAt(times, i)), values: last.map((i) => valueAt(values, i)) };
}

function withoutMissedScrapes({ times, values }: Points): Points {
  const keep: number[] = [];
  for (let i = 0; i < times.length; i++) {
    if (!isMissedScrape(values, i)) {
      keep.push(i);
    }
  }
  return { times: keep.map((i) => valueAt(times, i)), values: keep.map((i) => valueAt(values, i)) };
}

/** A lone zero whose neighbours are alike and far from zero: they differ by less than half of the smaller. */
function isMissedScrape(values: ArrayLike<number>, index: number): boolean {
  if (values[index] !== 0) {
    return false;
  }
  const before = valueAt(values, index - 1);
  const after = valueAt(values, index + 1);
  return before * after > 0 && Math.abs(before - after) < 0.5 * Math.min(Math.abs(before), Math.abs(after));
}

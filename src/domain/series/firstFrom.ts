import { valueAt } from './valueAt';

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

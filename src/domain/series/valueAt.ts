/** The number at an index; NaN outside, so that a slip shows up as "no answer" and never as a zero. */
export function valueAt(values: ArrayLike<number>, index: number): number {
  return values[index] ?? NaN;
}

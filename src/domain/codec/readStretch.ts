import { readMoment, readObject } from '../json/reader';
import type { Stretch } from '../series/stretch';

/** A stored pair of times, epoch ms; undefined unless both are moments and in order. */
export const readStretch = readObject<Stretch>((part, miss) => {
  const from = readMoment(part.from, miss);
  const to = readMoment(part.to, miss);
  if (from === undefined || to === undefined) {
    return undefined;
  }
  if (from > to) {
    miss();
    return undefined;
  }
  return { from, to };
});

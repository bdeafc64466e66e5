import type { Stretch } from './nearMiss';
import { readNumber, readObject } from './partReader';

/** A stored pair of times, epoch ms; undefined unless both are numbers and in order. */
export const readStretch = readObject<Stretch>((part, miss) => {
  const from = readNumber(part.from, miss);
  const to = readNumber(part.to, miss);
  if (from === undefined || to === undefined) {
    return undefined;
  }
  if (from > to) {
    miss();
    return undefined;
  }
  return { from, to };
});

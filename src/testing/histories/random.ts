/** Draws that come out the same for the same seed. */
export interface Random {
  /** A whole number from 0 up to, not including, `below`. */
  below: (below: number) => number;
  chance: (probability: number) => boolean;
  /** undefined of nothing. */
  pick: <T>(from: readonly T[]) => T | undefined;
  /** By weight. */
  weighted: <T extends { weight: number }>(from: readonly T[]) => T | undefined;
}

export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (bound: number) => Math.floor(next() * bound);
  return {
    below,
    chance: (probability) => next() < probability,
    pick: (from) => from[below(from.length)],
    weighted: (from) => {
      let left = next() * from.reduce((sum, { weight }) => sum + weight, 0);
      return from.find(({ weight }) => (left -= weight) < 0);
    },
  };
}

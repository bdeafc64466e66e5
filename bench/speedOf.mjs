// How long one answer takes on a rising saw of 10,000 and of 1,000,000 points: median of nine, methods taking turns.
const ROUNDS = 9;
const LIMIT = 6e9;

/** Rows of {name, small, large} in milliseconds, one a method. */
export function speedOf(methods) {
  const [small, large] = [10_000, 1_000_000].map((count) => timed(methods, rising(count)));
  return Object.keys(methods).map((name) => ({ name, small: small[name], large: large[name] }));
}

function rising(count) {
  const times = Array.from({ length: count }, (_, i) => 1.7e12 + i * 15_000);
  return {
    times,
    values: times.map((_, i) => 1e9 + (2e9 * i) / count + 3e8 * ((i % 97) / 97) + (5e7 * ((i * 7919) % 1009)) / 1009),
  };
}

function timed(methods, { times, values }) {
  /** @type {Record<string, number[]>} */
  const taken = Object.fromEntries(Object.keys(methods).map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, method] of Object.entries(methods)) {
      const start = performance.now();
      method(times, values, LIMIT, times.at(-1) - times[0]);
      taken[name].push(performance.now() - start);
    }
  }
  return Object.fromEntries(
    Object.entries(taken).map(([name, list]) => [name, list.sort((a, b) => a - b)[(ROUNDS - 1) / 2].toFixed(1)])
  );
}

import { readFileSync } from 'node:fs';

/**
 * Reads the trace at equal ticks: the last value at or before each. The peaks and drops of garbage collection stay as
 * measured; an average would smooth them away.
 */
export function readTrace(name, ticks) {
  const rows = readFileSync(new URL(`../bench/traces/${name}.csv`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',').map(Number));
  const [last] = rows[rows.length - 1];
  let row = 0;
  return Array.from({ length: ticks }, (_, tick) => {
    const seconds = (last * tick) / (ticks - 1);
    while (row + 1 < rows.length && rows[row + 1][0] <= seconds) {
      row++;
    }
    return rows[row][1];
  });
}

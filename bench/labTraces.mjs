// The project's own measurements (bench/traces/lab-*.csv): seconds since the start, value.
import fs from 'node:fs';
import path from 'node:path';

const EPOCH = 1.7e12;

/** Every lab trace as {name, times (epoch ms), values}. */
export function labTraces(folder) {
  return fs
    .readdirSync(folder)
    .filter((file) => /^lab-.*\.csv$/.test(file))
    .sort()
    .map((file) => {
      const rows = fs.readFileSync(path.join(folder, file), 'utf8').trim().split('\n').slice(1);
      const cells = rows.map((row) => row.split(',').map(Number));
      return {
        name: file.slice(0, -4),
        times: cells.map(([seconds]) => Math.round(EPOCH + seconds * 1000)),
        values: cells.map(([, value]) => value),
      };
    });
}

// npm run bench:histories [-- --count 100000 --seed 1 --steps 40 --replay 17]: random histories over annotations in memory.
// Ends with 1 when something was lost, stands twice, bears another's name, or was shown to another.
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const here = path.dirname(fileURLToPath(import.meta.url));
const outfile = path.join(here, 'out', 'runHistory.mjs');
const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    steps: { type: 'string', default: '40' },
    replay: { type: 'string' },
  },
});
const MOST_TOLD = 20;

await build({
  ...{ bundle: true, format: 'esm', platform: 'node', logLevel: 'error', outfile },
  entryPoints: [path.join(here, '../src/testing/histories/runHistory.ts')],
  alias: { '@grafana/runtime': path.join(here, 'grafanaRuntime.mjs') },
});
const { runHistory } = await import(pathToFileURL(outfile).href);

const first = Number(values.replay ?? values.seed);
const count = values.replay === undefined ? Number(values.count) : 1;
const begun = performance.now();
const steps = {};
const wrong = {};
let promised = 0;
let told = 0;
for (let seed = first; seed < first + count; seed++) {
  const result = await runHistory(seed, Number(values.steps));
  promised += result.promised;
  result.steps.forEach((name) => (steps[name] = (steps[name] ?? 0) + 1));
  new Set(result.wrongs.map(({ how }) => how)).forEach((how) => (wrong[how] = (wrong[how] ?? 0) + 1));
  if (result.wrongs.length > 0 && told < MOST_TOLD) {
    told += 1;
    console.log(`seed ${seed}: ${result.wrongs.map(({ how, what }) => `${how} (${what})`).join('; ')}`);
  }
  if (values.replay !== undefined) {
    result.steps.forEach((name, at) => console.log(`${at + 1}. ${name}`));
  }
}
console.table(steps);
const seconds = (performance.now() - begun) / 1000;
console.log(
  `${count} histories of ${values.steps} steps from seed ${first}, ${promised} things said to be kept or saved, ${seconds.toFixed(1)} s`
);
console.log(
  'histories with',
  Object.keys(wrong).length > 0 ? wrong : 'nothing lost, nothing twice, nothing misattributed'
);
process.exitCode = Object.keys(wrong).length > 0 ? 1 : 0;

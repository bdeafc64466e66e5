// npm run bench:limits: what is offered on panels of every kind, against what a person would choose.
// Ends with 1 when less than 95 % of the panels are right.
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const here = path.dirname(fileURLToPath(import.meta.url));
const outfile = path.join(here, 'out', 'limitCases.mjs');
const WANTED = 0.95;

await build({
  ...{ bundle: true, format: 'esm', platform: 'node', logLevel: 'error', outfile },
  entryPoints: [path.join(here, '../src/testing/limits/limitCases.ts')],
  alias: { '@grafana/runtime': path.join(here, 'grafanaRuntime.mjs') },
  loader: { '.css': 'empty', '.svg': 'empty' },
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
});
// Before Node 21 there is none, and @grafana/data asks it for the language.
Object.assign(globalThis, { navigator: globalThis.navigator ?? { language: 'en', languages: ['en'] } });
const { judgeAll } = await import(pathToFileURL(outfile).href);

const judged = await judgeAll();
const rightOf = (list) => list.filter(({ misses }) => misses.length === 0).length;
console.table(
  [...new Set(judged.map(({ about }) => about))].map((about) => {
    const list = judged.filter((one) => one.about === about);
    return { about, panels: list.length, right: rightOf(list) };
  })
);
for (const { about, name, misses } of judged.filter((one) => one.misses.length > 0)) {
  console.log(`${about}: ${name}\n  ${misses.join('\n  ')}`);
}
const right = rightOf(judged);
console.log(`${right} of ${judged.length} panels right (${((100 * right) / judged.length).toFixed(1)} %)`);
process.exitCode = right < WANTED * judged.length ? 1 : 0;

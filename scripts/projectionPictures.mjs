// npm run pictures:projection: draws the pictures of docs/projection.md from our own traces, by the plugin's own projection
// and drawing, and prints what the plugin would say beside each.
import { mkdirSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { ROOT } from './workspace.mjs';

// TypeScript, bundled in memory, so that any Node 20 can run it.
const { outputFiles } = await build({
  entryPoints: [`${ROOT}/scripts/projectionPictures.ts`],
  bundle: true,
  format: 'esm',
  platform: 'node',
  write: false,
});
const { projectionPictures } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
);

mkdirSync(`${ROOT}/docs/img`, { recursive: true });
for (const { picture, svg, sentence } of projectionPictures(`${ROOT}/bench/traces`)) {
  writeFileSync(`${ROOT}/docs/img/projection-${picture}.svg`, `${svg}\n`);
  console.log(`projection-${picture}.svg: ${sentence}`);
}

// npm run seed [-- --remove | --if-empty]: writes twelve example near misses through the API of the Grafana at GRAFANA_URL,
// as GRAFANA_ADMIN (user:password), or takes them away again. Running it twice changes nothing.
import { build } from 'esbuild';
import { ROOT } from './workspace.mjs';

// The examples are made by the plugin's own code, which is TypeScript: bundled in memory, so that any Node 20 can run it.
const { outputFiles } = await build({
  entryPoints: [`${ROOT}/scripts/seedExamples.ts`],
  bundle: true,
  format: 'esm',
  platform: 'node',
  write: false,
});
const { seedExamples } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
);

const url = process.env.GRAFANA_URL ?? 'http://127.0.0.1:3000';
try {
  const told = await seedExamples({
    url,
    credentials: process.env.GRAFANA_ADMIN ?? 'admin:admin',
    root: ROOT,
    remove: process.argv.includes('--remove'),
    ifEmpty: process.argv.includes('--if-empty'),
  });
  console.log(told);
} catch (error) {
  console.error(`${error.message}\nNothing else was done at ${url}; run it again to go on.`);
  process.exitCode = 1;
}

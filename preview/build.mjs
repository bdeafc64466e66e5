// Bundles page/main.tsx into dist/page.js. `--watch` builds again on every change.
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));
const outdir = `${here}dist`;

const options = {
  absWorkingDir: here,
  entryPoints: { page: 'page/main.tsx' },
  outdir,
  bundle: true,
  splitting: true,
  format: 'esm',
  target: 'es2022',
  minify: true,
  sourcemap: false,
  // A host sets these two; the package ships the setters, but does not name them in its exports.
  alias: Object.fromEntries(
    ['PanelRenderer', 'PluginPage'].map((name) => [
      `runtime-components/${name}`,
      `${here}node_modules/@grafana/runtime/dist/esm/components/${name}.mjs`,
    ])
  ),
  jsx: 'automatic',
  logLevel: 'warning',
  define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
  loader: { '.svg': 'dataurl', '.png': 'dataurl', '.woff': 'dataurl', '.woff2': 'dataurl', '.ttf': 'dataurl' },
};

rmSync(outdir, { recursive: true, force: true });
if (process.argv.includes('--watch')) {
  const context = await esbuild.context(options);
  await context.watch();
} else {
  await esbuild.build(options);
}

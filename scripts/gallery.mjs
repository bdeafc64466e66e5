// npm run gallery: one page with what people see while they wait, after a failure, without rights and of nothing, each from
// annotations in memory. For looking at it while working; `?theme=light` for the other theme, PORT for another port.
import { createServer } from 'node:http';
import { build } from 'esbuild';
import { ROOT } from './workspace.mjs';

const port = Number(process.env.PORT ?? 3030);

const page = (theme) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Near Miss: states</title><link rel="icon" href="data:,"></head>
<body><div id="root"></div>
<script>
window.global = window;
window.grafanaBootData = {
  user: { theme: '${theme}', login: 'anna', orgId: 1, isSignedIn: true, timezone: 'utc', language: 'en-US', permissions: {} },
  settings: { apps: {}, panels: {}, datasources: {}, featureToggles: {}, buildInfo: { version: '13.1.0' } },
  navTree: [],
};
</script><script type="module" src="/gallery.js"></script></body></html>`;

/** Built anew for each look, so that a reload shows what was changed. */
async function script() {
  const { outputFiles } = await build({
    entryPoints: [`${ROOT}/src/testing/gallery/gallery.tsx`],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    outdir: ROOT,
    write: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"development"', global: 'globalThis', 'process.env': '{}' },
    loader: { '.svg': 'dataurl', '.png': 'dataurl', '.woff2': 'dataurl', '.ttf': 'dataurl', '.woff': 'dataurl' },
  });
  return outputFiles[0].contents;
}

createServer(async ({ url = '/' }, response) => {
  const { pathname, searchParams } = new URL(url, 'http://gallery');
  const isLight = searchParams.get('theme') === 'light';
  if (pathname === '/') {
    response.setHeader('Content-Type', 'text/html; charset=utf-8').end(page(isLight ? 'light' : 'dark'));
  } else if (pathname === '/gallery.js') {
    try {
      response.setHeader('Content-Type', 'text/javascript; charset=utf-8').end(await script());
    } catch (error) {
      // What does not build is told by the bundler; the page comes with the next reload.
      response.end(`document.body.textContent = ${JSON.stringify(String(error))}`);
    }
  } else {
    response.writeHead(404).end();
  }
}).listen(port, '127.0.0.1', () => console.log(`http://127.0.0.1:${port}`));

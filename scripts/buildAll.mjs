// npm run build: the plugin's dist/, and the preview's page when its sources changed.
import { isUpToDate, run } from './workspace.mjs';

const pageIsFresh = isUpToDate('preview/dist/page.js', [
  'preview/page',
  'preview/build.mjs',
  'preview/package-lock.json',
]);
const plugin = run('npx', ['--no-install', 'rspack', 'build']);
process.exit(plugin || (pageIsFresh ? 0 : run('npm', ['run', '--silent', 'build', '--prefix', 'preview'])));

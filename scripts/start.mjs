// npm start: installs what is missing, builds, starts the preview, seeds an empty store, says where it is.
import { installWhatIsMissing, run, startPreview } from './workspace.mjs';

const port = Number(process.env.PORT ?? 3000);
const fresh = process.argv.includes('--fresh');

if (installWhatIsMissing() !== 0 || run('npm', ['run', '--silent', 'build']) !== 0) {
  process.exit(1);
}

let preview;
try {
  preview = await startPreview({ port, dataDir: process.env.DATA_DIR, fresh, quiet: false });
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => preview.stop());
}
if (run('npm', ['run', '--silent', 'seed', '--', '--if-empty'], { GRAFANA_URL: preview.url }) !== 0) {
  console.error('The examples could not be written; the preview runs without them.');
}
console.log(`
Near Miss preview: ${preview.url}
Logins: admin/admin, editor/editor, viewer/viewer. Start at ${preview.url}/d/checkout-service
Ctrl-C stops it.`);
process.exitCode = (await preview.ended) ?? 0;

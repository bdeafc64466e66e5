// npm test: everything on the preview, or with `-- inside` only what needs no host and with `-- host` the rest; with
// GRAFANA_URL only contract and end-to-end specs, on that Grafana.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, installWhatIsMissing, run, startPreview } from './workspace.mjs';

const STATIC = ['check:format', 'check:lint', 'check:folders', 'check:types', 'check:unused'];
const [part] = process.argv.slice(2);
const scratch = mkdtempSync(join(tmpdir(), 'near-miss-test-'));
const total = { passed: 0, failed: 0 };
const failures = [];

function count(name, passed, failed) {
  total.passed += passed;
  total.failed += failed;
  if (failed > 0) {
    failures.push(name);
  }
}

function check(script) {
  console.log(`\n> ${script}`);
  const ok = run('npm', ['run', '--silent', script]) === 0;
  count(script, ok ? 1 : 0, ok ? 0 : 1);
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // The runner ended before it wrote its report: counted as one failure by the callers.
    return null;
  }
}

function jest(script, env) {
  console.log(`\n> ${script}`);
  const file = join(scratch, `${script.replace(':', '-')}.json`);
  const status = run('npm', ['run', '--silent', script, '--', '--json', `--outputFile=${file}`, '--silent'], env);
  const report = readJson(file);
  const failed = (report?.numFailedTests ?? 0) + (report?.numRuntimeErrorTestSuites ?? 0);
  count(script, report?.numPassedTests ?? 0, failed || (status === 0 && report ? 0 : 1));
}

function playwright(env, named) {
  console.log(`\n> test:e2e ${named.join(' ')}`);
  const file = join(scratch, 'e2e.json');
  rmSync(file, { force: true });
  const args = ['run', '--silent', 'test:e2e', '--', ...named];
  const status = run('npm', args, { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: file });
  const stats = readJson(file)?.stats;
  const failed = stats?.unexpected ?? 0;
  count('test:e2e', (stats?.expected ?? 0) + (stats?.flaky ?? 0), failed || (status === 0 && stats ? 0 : 1));
}

/** `named`: for Playwright; default all specs. */
function onHost(env, named = []) {
  jest('test:contract', env);
  playwright(env, named);
}

function inside() {
  STATIC.forEach(check);
  jest('test:unit', {});
}

/** Those that write, lose answers and read again: what the two stores of annotations could tell apart. */
const ON_BOTH_STORES = ['--fully-parallel', 'tests/faults.spec.ts', 'tests/worksheet.spec.ts'];

async function onPreview() {
  check('build');
  check('check:size');
  await onPreviewWith('legacy');
  await onPreviewWith('app-platform', ON_BOTH_STORES);
}

async function onPreviewWith(annotations, named) {
  console.log(`\nOn the preview, annotations: ${annotations}`);
  const preview = await startPreview({
    port: await freePort(),
    dataDir: join(scratch, annotations),
    fresh: true,
    quiet: true,
    annotations,
  });
  try {
    onHost({ GRAFANA_URL: preview.url, GRAFANA_ADMIN: 'admin:admin' }, named);
  } finally {
    await preview.stop();
  }
}

try {
  if (installWhatIsMissing() !== 0) {
    throw new Error('The packages could not be installed.');
  }
  if (process.env.GRAFANA_URL) {
    onHost({});
  } else {
    if (part !== 'host') {
      inside();
    }
    if (part !== 'inside') {
      await onPreview();
    }
  }
} catch (error) {
  console.error(error.message);
  count('setup', 0, 1);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
if (failures.length > 0) {
  console.log(`\nFailed: ${failures.join(', ')}`);
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Runs a command in the project's root; its exit code, with the output shown as it comes. */
export function run(command, args, env = {}) {
  const { status, error } = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...env } });
  if (error) {
    console.error(`${command} could not be started: ${error.message}`);
  }
  return status ?? 1;
}

/** Installs the packages of the plugin and of the preview, each only where they are missing. */
export function installWhatIsMissing() {
  if (!existsSync(join(ROOT, 'node_modules/.package-lock.json'))) {
    return run('npm', ['ci']);
  }
  return existsSync(join(ROOT, 'preview/node_modules/.package-lock.json'))
    ? 0
    : run('npm', ['ci', '--prefix', 'preview']);
}

/** Whether something listens on the port already; another Grafana there would answer in the preview's place. */
export function isTaken(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(true));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(false)));
  });
}

/** Starts the preview; resolves once it answers, rejects with a plain reason when it does not within a minute. */
export async function startPreview({ port, dataDir, fresh, quiet, annotations = process.env.ANNOTATIONS ?? 'legacy' }) {
  if (await isTaken(port)) {
    throw new Error(
      `Port ${port} is taken or not allowed. Stop what runs there, or choose another: PORT=3001 npm start`
    );
  }
  const args = ['preview/server/main.mjs', ...(fresh ? ['--fresh'] : [])];
  const env = {
    ...process.env,
    PORT: String(port),
    ...(dataDir ? { DATA_DIR: dataDir } : {}),
    ANNOTATIONS: annotations,
  };
  const server = spawn(process.execPath, args, {
    cwd: ROOT,
    stdio: ['ignore', quiet ? 'ignore' : 'inherit', 'inherit'],
    env,
  });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const url = `http://127.0.0.1:${port}`;
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline && server.exitCode === null) {
    if (await answers(url)) {
      return { url, ended, stop: () => (server.kill('SIGTERM'), ended) };
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  server.kill('SIGTERM');
  throw new Error(
    server.exitCode === null ? `The preview did not answer at ${url} within 60 s.` : 'The preview stopped.'
  );
}

async function answers(url) {
  try {
    return (await fetch(`${url}/api/health`)).ok;
  } catch {
    // Not listening yet: asked again until the deadline.
    return false;
  }
}

/** A port that is free now. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' ? address?.port : 0));
    });
  });
}

/** True when nothing under `sources` is younger than `output`. */
export function isUpToDate(output, sources) {
  const made = join(ROOT, output);
  return existsSync(made) && sources.every((source) => newest(join(ROOT, source)) <= statSync(made).mtimeMs);
}

function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) {
    return stat.mtimeMs;
  }
  return Math.max(
    0,
    ...readdirSync(path)
      .filter((name) => name !== 'node_modules')
      .map((name) => newest(join(path, name)))
  );
}

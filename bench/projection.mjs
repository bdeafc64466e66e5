// npm run bench:projection: scores our projection beside its peers and writes bench/results/projection.md.
// Always on the project's own lab traces; on the larger public set too when it lies beside the project.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { episodesOf } from './labEpisodes.mjs';
import { labTraces } from './labTraces.mjs';
import { scoreProjection, straightLine, withoutLooking } from './scoreProjection.mjs';
import { scoreStretch } from './scoreStretch.mjs';
import { speedOf } from './speedOf.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const out = path.join(here, 'out');
const bundle = path.join(out, 'project.mjs');
const publicTraces = path.join(here, '../../shared/data/traces');
const publicBench = path.join(here, '../../shared/projection-bench');
const PEERS = 'ols,predict_linear,theil_sen,quadratic,holt_fit,holt_03_01,base_rate';

/** @param {import('esbuild').BuildOptions} options */
async function bundled(options) {
  const { outputFiles } = await build({ ...options, bundle: true, format: 'esm', write: false, logLevel: 'error' });
  return outputFiles[0].contents;
}

function run(script, ...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(publicBench, script), ...args], {
    encoding: 'utf8',
  });
  if (status !== 0) {
    throw new Error(`${script} ended with ${status}: ${stderr}`);
  }
  return stdout.trimEnd();
}

function publicSection() {
  if (!fs.existsSync(publicTraces) || !fs.existsSync(publicBench)) {
    return '## Public traces\n\nNot present beside the project: only the lab traces were scored.';
  }
  const episodes = path.join(out, 'episodes.json');
  const counts = run('episodes.mjs', publicTraces, episodes).split('\n').slice(1).join('\n');
  const table = run(
    'score.mjs',
    episodes,
    bundle,
    `${path.join(publicBench, 'methods/peers.mjs')}#${PEERS}`,
    '--by-source',
    '--runtime',
    '--brush',
    '--vs',
    'project'
  );
  const sources = table
    .split('\n')
    .filter((line) => !/^\w+ +\w+ +n +\d/.test(line) || /^(project|base_rate|holt_fit) /.test(line));
  const traps = run('traps.mjs', bundle);
  return ['## Public traces', fenced(counts), fenced(sources.join('\n')), '## Traps', fenced(traps)].join('\n\n');
}

const fenced = (text) => '```\n' + text + '\n```';

function labSection({ project }, traces) {
  const episodes = traces.flatMap(episodesOf);
  const rows = Object.entries({
    'near miss': project,
    'without looking': withoutLooking,
    'straight line': straightLine,
  }).map(([name, method]) => Object.values(scoreProjection(name, method, episodes)).join(' | '));
  const crossed = episodes.filter(({ cross }) => cross !== null).length;
  return `## Lab traces

${episodes.length} episodes of ${traces.length} traces; ${crossed} crossed. Interval score: lower is better.

| method | interval score | coverage % (80 wanted) | early % | late % | MdAPE % | Brier | false % | missed % |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
${rows.map((row) => `| ${row} |`).join('\n')}`;
}

function stretchSection({ proposeStretch }, traces) {
  const { starts, ends, missed } = scoreStretch(proposeStretch, traces);
  const rows = missed.map(({ name, wanted, got }) => `| ${name} | ${wanted} | ${got} |`);
  return `## Proposed stretch

Start within 10 % of the growth: ${starts}. End (acted, or relieved): ${ends}. Not found:

| trace | labelled | proposed |
| --- | --- | --- |
${rows.join('\n')}`;
}

function speedSection({ project }, size) {
  const rows = speedOf({ 'near miss': project, 'straight line': straightLine });
  return `## Speed and size

| method | 10,000 points, ms | 1,000,000 points, ms |
| --- | --- | --- |
${rows.map(({ name, small, large }) => `| ${name} | ${small} | ${large} |`).join('\n')}

Median of nine, in one run. \`project\` minified and gzipped: ${size} bytes.`;
}

fs.mkdirSync(path.join(here, 'results'), { recursive: true });
fs.mkdirSync(out, { recursive: true });
fs.writeFileSync(bundle, await bundled({ entryPoints: [path.join(here, 'projectionAdapter.mjs')] }));
const alone = await bundled({ entryPoints: [path.join(here, '../src/domain/projection/project.ts')], minify: true });
const methods = await import(pathToFileURL(bundle).href);
const traces = labTraces(path.join(here, 'traces'));
const machine = `${os.cpus().length} × ${os.cpus()[0]?.model ?? 'unknown'}, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`;
const report = [
  '# Projection bench',
  `\`npm run bench:projection\` on ${machine}. Shared machines make milliseconds waver; read them against the others of the run.`,
  publicSection(),
  labSection(methods, traces),
  stretchSection(methods, traces),
  speedSection(methods, gzipSync(alone, { level: 9 }).length),
].join('\n\n');
fs.writeFileSync(path.join(here, 'results/projection.md'), report + '\n');
console.log(report);

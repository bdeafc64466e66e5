// npm run bench:fuzz: mutated annotations through everything that reads stored data. Ends with 1 when something throws, hides
// a healthy near miss or does not end. COUNT and SEED repeat a run. Writes bench/results/fuzz.md.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { build } from 'esbuild';

const here = path.dirname(fileURLToPath(import.meta.url));
const bundle = path.join(here, 'out', 'fuzzRound.mjs');
const COUNT = Number(process.env.COUNT ?? 200_000);
const SEED = Number(process.env.SEED ?? Date.now() % 2 ** 31);
/** One round takes milliseconds; whatever takes that long does not end. */
const LONGEST = 30_000;
const MOST_TOLD = 5;

if (isMainThread) {
  await main();
} else {
  await work();
}

/** Rounds in a thread of its own, because nothing else can end one that never ends. */
async function work() {
  const { fuzzRound, handMadeRound, ROUND, seededRandom } = await import(pathToFileURL(bundle).href);
  /** @type {string[]} */
  const thrown = [];
  const told = { counts: {}, thrown, throws: 0, slowest: { ms: 0, round: '' } };
  const run = (name, { raw, outcomes }) => {
    const start = performance.now();
    try {
      outcomes().forEach((outcome) => (told.counts[outcome] = (told.counts[outcome] ?? 0) + 1));
    } catch (error) {
      told.throws += 1;
      if (thrown.length < MOST_TOLD) {
        thrown.push(`${name}: ${error.stack}\n${JSON.stringify(raw)?.slice(0, 3_000)}`);
      }
    }
    const ms = performance.now() - start;
    told.slowest = ms > told.slowest.ms ? { ms, round: name } : told.slowest;
  };
  run('made by hand', handMadeRound());
  for (let round = 0; round * ROUND < COUNT; round++) {
    // Each round has a seed of its own, so that one alone can be repeated.
    Atomics.store(workerData, 0, round);
    run(`round ${round}`, fuzzRound(seededRandom(SEED + round)));
  }
  parentPort?.postMessage(told);
}

async function main() {
  fs.mkdirSync(path.dirname(bundle), { recursive: true });
  const entryPoints = [path.join(here, 'fuzzRound.mjs')];
  await build({ bundle: true, format: 'esm', platform: 'node', logLevel: 'error', outfile: bundle, entryPoints });
  console.log(`seed ${SEED}, ${COUNT} annotations`);
  const start = performance.now();
  const { told, hung } = await watched();
  const seconds = Math.round((performance.now() - start) / 1000);
  if (hung !== null) {
    console.error(`Round ${hung} does not end.`);
  }
  told?.thrown.forEach((thrown) => console.error(thrown));
  if (!told || told.throws > 0) {
    process.exitCode = 1;
    return;
  }
  const report = reportOn(told, seconds);
  fs.writeFileSync(path.join(here, 'results/fuzz.md'), `${report}\n`);
  console.log(report);
}

function watched() {
  const progress = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(new URL(import.meta.url), {
    workerData: progress,
    env: { ...process.env, SEED: String(SEED) },
  });
  return new Promise((resolve, reject) => {
    let last = -1;
    const watch = setInterval(() => {
      const round = Atomics.load(progress, 0);
      if (round === last) {
        end({ told: null, hung: round });
      }
      last = round;
    }, LONGEST);
    const end = (result) => {
      clearInterval(watch);
      resolve(worker.terminate().then(() => result));
    };
    worker.once('message', (told) => end({ told, hung: null }));
    worker.once('error', (error) => {
      clearInterval(watch);
      reject(error);
    });
  });
}

function reportOn({ counts, slowest }, seconds) {
  const rows = Object.entries(counts).sort(([, a], [, b]) => b - a);
  return `# Fuzzing of stored data

\`npm run bench:fuzz\`, ${new Date().toISOString().slice(0, 10)}, seed ${SEED}: ${COUNT} mutated annotations, each with a healthy one beside it,
through decode, fold, lists, CSV, Markdown, chat line, picture, export and two plans of an import. Thrown: 0. Hidden: 0.
Imports that would write where the file came from: 0. ${seconds} s; the slowest round took ${Math.round(slowest.ms)} ms (${slowest.round}).

| what became of them | how often |
| --- | --- |
${rows.map(([outcome, count]) => `| ${outcome} | ${count} |`).join('\n')}`;
}

// All tests of one folder as if they were one file, for mutation testing: Jest sets up a page anew for each file, which
// thousands of runs cannot afford. MUTATED names the folder.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type * as FastCheck from 'fast-check';

const folder = path.resolve('src', process.env.MUTATED ?? 'domain');
// The projection has a bench of its own.
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
  (name) => /\.test\.tsx?$/.test(name) && !name.startsWith('projection')
);

/** A property is tried so often at most: what slips through then counts as survived. */
const MOST_RUNS = 25;
jest.doMock('fast-check', () => {
  const actual = jest.requireActual<typeof FastCheck>('fast-check');
  const assert = (...[property, parameters]: Parameters<typeof actual.assert>) =>
    actual.assert(property, { ...parameters, numRuns: Math.min(parameters?.numRuns ?? MOST_RUNS, MOST_RUNS) });
  return { __esModule: true, ...actual, default: { ...actual.default, assert } };
});

// Loading takes most of a run, and a mutant is judged by the tests that reach it: Stryker asks for them by name, which Jest
// keeps among what it does not show.
const state: unknown = Reflect.ownKeys(globalThis)
  .filter((key) => String(key) === 'Symbol(JEST_STATE_SYMBOL)')
  .map((key) => Reflect.get(globalThis, key))[0];
const pattern =
  typeof state === 'object' && state !== null && 'testNamePattern' in state ? state.testNamePattern : null;
const asked = pattern ? String(pattern).replaceAll('\\', '') : null;
const needed = files.filter((file) => asked === null || asked.includes(`(${file} `));

if (needed.some((name) => name.endsWith('.tsx'))) {
  // Here, so that it cleans up after the tests of all files and not of the first that needs it alone.
  jest.requireActual('@testing-library/react');
}

describe.each(needed)('%s', (file) => {
  jest.requireActual(path.join(folder, file));
});

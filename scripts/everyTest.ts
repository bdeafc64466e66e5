// All tests of one folder as if they were one file, for mutation testing: Jest sets up a page and loads every module anew for
// each file, which thousands of runs cannot afford. MUTATED names the folder.
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

if (files.some((name) => name.endsWith('.tsx'))) {
  // Here, so that it cleans up after the tests of all files and not of the first that needs it alone.
  jest.requireActual('@testing-library/react');
}

describe.each(files)('%s', (file) => {
  jest.requireActual(path.join(folder, file));
});

// All tests of one folder as if they were one file, for mutation testing: Jest sets up a page and loads every module anew for
// each file, which thousands of runs cannot afford. MUTATED names the folder.
import { readdirSync } from 'node:fs';
import path from 'node:path';

const folder = path.resolve('src', process.env.MUTATED ?? 'domain');
const files = readdirSync(folder).filter((name) => /\.test\.tsx?$/.test(name));

if (files.some((name) => name.endsWith('.tsx'))) {
  // Here, so that it cleans up after the tests of all files and not of the first that needs it alone.
  jest.requireActual('@testing-library/react');
}

describe.each(files)('%s', (file) => {
  jest.requireActual(path.join(folder, file));
});

import { readdirSync, readFileSync } from 'node:fs';

const built = readdirSync('dist').filter((name) => name.endsWith('.js'));
const code = built.map((name) => readFileSync(`dist/${name}`, 'utf8')).join('\n');

// An import() names all the files that it loads, as e("reading"),e("panel"): a list kept by hand would miss one that is new.
const imports = (code.match(/(\w+\.e\("\w+"\),?)+/g) ?? []).map((calls) =>
  [...calls.matchAll(/"(\w+)"/g)].map(([, name]) => name)
);

/** The files that showing these chunks takes, besides the entries. */
function loadedBy(...chunks) {
  const names = new Set(
    chunks.flatMap((chunk) => {
      const names = imports.find((loaded) => loaded.includes(chunk));
      if (!names) {
        throw new Error(`No import() loads ${chunk}: build first, or name it anew here and in import().`);
      }
      return names;
    })
  );
  return [...names].map((name) => `dist/${name}.*.js`);
}

const raw = (name, limit, ...path) => ({ name: `${name}, raw`, path, limit, brotli: false });

// About 3 % above what is built today.
export default [
  raw('module.js, on every page of Grafana', '4850 B', 'dist/module.js'),
  { name: 'module.js, gzip', path: 'dist/module.js', limit: '2350 B', gzip: true },
  raw('panel entry', '3470 B', 'dist/panel/module.js'),
  raw('a dashboard with the panel', '205 kB', 'dist/module.js', 'dist/panel/module.js', ...loadedBy('panel')),
  raw('the form in the panel menu', '316 kB', ...loadedBy('capture')),
  raw('the app, opened at its list', '184 kB', ...loadedBy('pages', 'list')),
  raw('a near miss’s page', '316 kB', ...loadedBy('pages', 'nearMiss')),
  raw('insights', '195 kB', ...loadedBy('pages', 'insights')),
  raw('the evidence pack', '186 kB', ...loadedBy('pages', 'pack')),
  raw('the configuration', '335 kB', ...loadedBy('configuration')),
  raw('all JavaScript', '574 kB', 'dist/**/*.js'),
  // Of no file more than this has to come before anything of it runs.
  ...built.map((name) => raw(name.replace(/\.\w{8}\./, '.'), '120 kB', `dist/${name}`)),
];

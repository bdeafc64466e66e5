const TEST = '\\.(test|contract)\\.tsx?$|^src/testing/';
const PACKAGE = 'node_modules/';

// Rooms in order: each may import the ones before it. Beside each, why it may know nothing of what follows.
const LAYERS = [
  ['domain', 'what a near miss is depends on nothing else of ours'],
  ['grafana', 'what Grafana answers is the same whatever is kept there'],
  ['storage', 'near misses are kept and read the same way for every screen; seed and self-test show none'],
  ['i18n', 'every text goes through it, so it can know none of those who speak'],
  ['components', 'what several screens show knows none of them'],
  ['recording', 'one form for the panel’s menu and for three pages, so it belongs to neither'],
  ['capture|pages|panel'],
];
const DOMAIN = [
  ['text', 'characters are made safe or short whatever they tell of'],
  ['json', 'reads any JSON, so it knows no shape of ours'],
  ['series', 'points of any graph, whether somebody acted on it or not'],
  ['projection', 'reckons with points alone, so that bench and replay can feed it any'],
  ['record', 'what is told of a near miss is the same however it is stored'],
  ['codec', 'one annotation is read by itself; what several say together comes later'],
  ['fold', 'what holds by now does not depend on how it is told'],
  ['story', 'tells a near miss without asking which file or page it goes into'],
  ['insight', 'counts near misses that are read already, wherever the numbers are shown'],
  ['pack', 'puts stories together for people to read; a transfer is for machines'],
  ['transfer'],
];
const STORAGE = [
  ['annotations|unfinished|journals', 'ways into Grafana and the browser, without an idea of what goes through them'],
  ['store', 'writes once when asked; what waits and is tried again is the outbox’s matter'],
  ['outbox', 'a queue of single writes; a transfer has its own order and end'],
  ['transfer', 'has to work where the self-test is what finds fault with it'],
  ['selfTest', 'runs in Node too, against a real Grafana'],
  ['react'],
];
const rooms = (list) => list.map(([room]) => room).join('|');

const rule = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to });

const inOrder = (folder, list) =>
  list
    .slice(0, -1)
    .map(([room, why], at) =>
      rule(
        `${folder}${room}-imports-nothing-after-it`,
        { path: `^src/${folder}(${room})/`, pathNot: TEST },
        { path: `^src/${folder}(${rooms(list.slice(at + 1))})/` },
        why
      )
    );

const apart = (name, folder, neighbours, comment) => {
  const path = `^src/${folder}(${neighbours})/`;
  return rule(name, { path, pathNot: TEST }, { path, pathNot: `^src/${folder}$1/` }, comment);
};

module.exports = {
  forbidden: [
    rule('no-cycles', {}, { circular: true }, 'who reads one file of a circle has to read them all'),
    rule(
      'nothing-unresolved',
      {},
      // The AMD loader's own module, and what the preview's bundler aliases.
      { couldNotResolve: true, pathNot: '^(amd-module|runtime-components/.+)$' },
      'what is not found is seen by no other rule'
    ),
    ...inOrder('', LAYERS),
    ...inOrder('domain/', DOMAIN),
    ...inOrder('storage/', STORAGE),
    rule(
      'every-folder-is-a-room',
      {},
      {
        path: '^src/.+/',
        pathNot: `^src/(domain/(${rooms(DOMAIN)})|storage/(${rooms(STORAGE)})|testing|(?!domain|storage)(${rooms(LAYERS)}))/`,
      },
      'a folder that is in none of the lists would stand outside their order'
    ),
    rule(
      'domain-runs-in-node',
      { path: '^src/domain/', pathNot: TEST },
      { path: PACKAGE, dependencyTypesNot: ['type-only'] },
      'pure TypeScript: seed, bench and tests run it in Node'
    ),
    rule(
      'domain-knows-no-plugin',
      { path: '^src/domain/', pathNot: TEST },
      { path: '^src/[^/]+$' },
      'a near miss is the same in an app with another id and other addresses'
    ),
    rule(
      'react-begins-in-storage-react',
      { path: '^src/(grafana|storage/(?!react/))', pathNot: TEST },
      { path: `${PACKAGE}react`, dependencyTypesNot: ['type-only'] },
      'seed, contract tests and self-test run these rooms without a page'
    ),
    rule(
      'drawing-begins-at-i18n',
      { path: '^src/(grafana|storage)/', pathNot: TEST },
      { path: `${PACKAGE}(@emotion|@grafana/(ui|i18n))/`, dependencyTypesNot: ['type-only'] },
      'below i18n nothing is shown: failures are codes, and components/words say them'
    ),
    apart('beginnings-of-storage-do-not-meet', 'storage/', 'annotations|unfinished|journals', 'none needs another'),
    apart('features-do-not-meet', '', 'capture|pages|panel', 'each is loaded by itself'),
    apart('pages-do-not-meet', 'pages/', '[^/]+', 'each is loaded by itself; what two share is a component'),
    rule(
      'ids-and-addresses-know-no-room',
      { path: '^src/(pluginIds|panelId|routes|lazyChunk|publicPath)\\.tsx?$' },
      { path: '^src/', pathNot: '^src/(pluginIds\\.ts|domain/text/)' },
      'every page of Grafana loads them with module.js'
    ),
    rule(
      'nothing-imports-the-roots',
      { path: '^src/.+/', pathNot: TEST },
      { path: '^src/((module|lazyChunk)\\.tsx|publicPath\\.ts|pages/App\\.tsx|panel/module\\.ts)$' },
      'an entry pulls in all it starts'
    ),
    rule(
      'shipped-code-imports-no-tests',
      { path: '^src/', pathNot: TEST },
      { path: TEST },
      'stand-ins and builders are not for the reader’s browser'
    ),
    rule(
      'outside-sees-only-node-safe-code',
      { path: '^(preview|tests|bench|scripts)/' },
      {
        path: '^src/',
        pathNot:
          '^src/(domain/|grafana/|storage/|testing/(builders|grafana|hosts|histories)/|(routes|pluginIds|panelId)\\.ts$|components/testIds\\.ts$)',
      },
      'they run in Node, which draws nothing'
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(preview/)?dist/|node_modules/.*/node_modules/' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'types'] },
  },
};

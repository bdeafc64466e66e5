const TEST = '\\.(test|contract)\\.tsx?$|^src/testing/';
const FEATURES = '^src/(capture|pages|panel)/';
const PACKAGE = 'node_modules/';

const rule = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to });

module.exports = {
  forbidden: [
    rule('no-cycles', {}, { circular: true }),
    rule(
      'nothing-unresolved',
      {},
      // The AMD loader's own module, and what the preview's bundler aliases.
      { couldNotResolve: true, pathNot: '^(amd-module|runtime-components/.+)$' }
    ),
    rule(
      'domain-imports-nothing-of-ours',
      { path: '^src/domain/', pathNot: TEST },
      { path: '^src/', pathNot: '^src/domain/' },
      'what a near miss is depends on nothing else'
    ),
    rule(
      'domain-runs-in-node',
      { path: '^src/domain/', pathNot: TEST },
      { path: PACKAGE, dependencyTypesNot: ['type-only'] },
      'pure TypeScript: seed, bench and tests run it in Node'
    ),
    rule(
      'storage-knows-only-domain',
      { path: '^src/storage/', pathNot: TEST },
      { path: '^src/', pathNot: '^src/(domain|storage)/' }
    ),
    rule(
      'react-in-storage-only-in-hooks',
      { path: '^src/storage/', pathNot: `/use[A-Z]\\w*\\.tsx?$|${TEST}` },
      { path: `${PACKAGE}react`, dependencyTypesNot: ['type-only'] }
    ),
    rule(
      'components-know-domain-and-storage',
      { path: '^src/components/', pathNot: TEST },
      { path: '^src/', pathNot: '^src/(domain|storage|components|routes\\.ts)' }
    ),
    rule('features-do-not-meet', { path: FEATURES, pathNot: TEST }, { path: FEATURES, pathNot: '^src/$1/' }),
    rule(
      'pages-do-not-meet',
      { path: '^src/pages/([^/]+)/', pathNot: TEST },
      { path: '^src/pages/[^/]+/', pathNot: '^src/pages/$1/' }
    ),
    rule(
      'nothing-imports-the-roots',
      { path: '^src/.+/', pathNot: TEST },
      { path: '^src/(module\\.tsx|pages/App\\.tsx|panel/module\\.ts)$' }
    ),
    rule('shipped-code-imports-no-tests', { path: '^src/', pathNot: TEST }, { path: TEST }),
    rule(
      'outside-sees-only-node-safe-code',
      { path: '^(preview|tests|bench|scripts)/' },
      { path: '^src/', pathNot: '^src/(domain/|storage/|testing/[^/]+\\.ts$|routes\\.ts$|components/testIds\\.ts$)' }
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|node_modules/.*/node_modules)/' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'types'] },
  },
};

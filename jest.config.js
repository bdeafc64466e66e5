process.env.TZ = 'UTC';

const swc = {
  sourceMaps: 'inline',
  jsc: { parser: { syntax: 'typescript', tsx: true }, target: 'es2022' },
  module: { type: 'commonjs' },
};

export default {
  testEnvironment: 'jsdom',
  // Forms of @grafana/ui are slow to draw in jsdom, and CI machines are shared.
  testTimeout: 30_000,
  roots: ['<rootDir>/src'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  setupFilesAfterEnv: ['<rootDir>/src/testing/render/jestSetup.ts'],
  transform: { '\\.m?[jt]sx?$': ['@swc/jest', swc] },
  // Everything that @grafana/* imports as ES modules must be transformed too; listing packages breaks at each update.
  transformIgnorePatterns: [
    'node_modules/(?!(.*/)?(@grafana|.*d3|d3-.*|delaunator|robust-predicates|internmap|ol|geotiff|quick-lru|rbush|quickselect|earcut|pbf|color-.*|uuid|marked|react-calendar|get-user-locale|memoize|mimic-.*|p-defer|react-colorful|@wojtekmaj|monaco-promql|leven|uplot|i18next.*|react-use|lodash-es|.*\\.mjs$)/?)',
  ],
  moduleNameMapper: {
    '\\.(css|scss|sass|svg|png)$': 'identity-obj-proxy',
    // Loads inline SVG over the network, which jsdom cannot.
    '^react-inlinesvg$': '<rootDir>/src/testing/render/InlineSvg.tsx',
  },
};

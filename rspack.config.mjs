import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rspack } from '@rspack/core';

const { version } = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8'));
const today = new Date().toISOString().slice(0, 10);

const stamp = (content) => content.toString().replaceAll('%VERSION%', version).replaceAll('%TODAY%', today);

// What Grafana's plugin loader provides; everything else is bundled.
const HOST_MODULES = [
  'react',
  'react-dom',
  'react/jsx-runtime',
  'react-router',
  'rxjs',
  'lodash',
  'moment',
  'i18next',
  '@emotion/css',
  '@emotion/react',
  '@grafana/data',
  '@grafana/runtime',
  '@grafana/ui',
];

// What showing near misses takes, by room. Every dashboard with the panel loads this, so what only writing takes is left out:
// a folder whole where most of it is needed, else what is needed of it.
const DOMAIN = [
  'domain/(text|json|series|record|codec|fold|story)/',
  'domain/projection/((?!climbs|propose)\\w+|offer/(boundsOf|thresholdSteps))\\.ts',
];
const READING = [
  'grafana/(?!panel|\\w*Starter|starter|findDashboard)',
  'storage/(annotations|outbox|unfinished)/',
  'storage/journals/(readJournals|writablePlaces)',
  'storage/transfer/readEverything',
  'storage/store/(?!findOnPanel|readDraftMaterial)',
  'storage/react/(?!use(DraftMaterial|FollowUps|OnPanel|PanelModel|SelfTest|Sending|Starter|Transfer|Unfinished))',
  'i18n/',
  'components/(words|rows|notices|testIds|saveFile|PrintStyle|graph/(StoryPicture|useStoryColours|useWidth))',
  '(pluginIds|routes)',
];
const within = (rooms, others = '') => new RegExp(`/(src/(${rooms.join('|')})${others})`.replaceAll('/', '[\\\\/]'));
const domain = within(DOMAIN);
const reading = within(READING, '|node_modules/');

export default (_env, { mode = 'production' } = {}) => ({
  mode,
  target: ['web', 'es2022'],
  context: fileURLToPath(new URL('./src', import.meta.url)),
  entry: { module: './module.tsx', 'panel/module': './panel/module.ts' },
  devtool: 'source-map',
  resolve: { extensions: ['.tsx', '.ts', '.js', '.mjs'] },
  externalsType: 'amd',
  externals: [Object.fromEntries(HOST_MODULES.map((name) => [name, name])), { 'amd-module': 'module' }],
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        loader: 'builtin:swc-loader',
        options: {
          jsc: {
            parser: { syntax: 'typescript', tsx: true },
            target: 'es2022',
            transform: { react: { runtime: 'automatic' } },
          },
        },
        type: 'javascript/auto',
      },
    ],
  },
  output: {
    path: fileURLToPath(new URL('./dist', import.meta.url)),
    clean: true,
    filename: '[name].js',
    chunkFilename: '[name].[contenthash:8].js',
    library: { type: 'amd' },
    // Set at run time from the address module.js came from (publicPath.ts): a CDN or a sub-path is only known then.
    publicPath: '',
    uniqueName: 'resilience-nearmiss-app',
    devtoolModuleFilenameTemplate: '[resource-path]',
  },
  optimization: {
    // Ids are the names given in import(), which .size-limit.mjs tells the files apart by.
    chunkIds: 'named',
    splitChunks: {
      chunks: 'async',
      minSize: 0,
      cacheGroups: {
        default: false,
        defaultVendors: false,
        // What several chunks use is in one of these files, rather than once in each combination of them.
        domain: { test: domain, minChunks: 2, priority: 2, name: 'domain' },
        reading: { test: reading, minChunks: 2, priority: 1, name: 'reading' },
        writing: { minChunks: 2, name: 'writing' },
        // Fields of pages that only read, which no dashboard needs.
        scope: {
          test: /[\\/](fields[\\/](Period|Scope)|insight[\\/]countedIn)/,
          minChunks: 2,
          priority: 1,
          name: 'scope',
        },
      },
    },
  },
  performance: { hints: false },
  plugins: [
    new rspack.CopyRspackPlugin({
      patterns: [
        { from: '../plugin.json', to: 'plugin.json', transform: stamp },
        { from: 'panel/plugin.json', to: 'panel/plugin.json', transform: stamp },
        { from: 'img', to: 'img' },
        { from: 'panel/img', to: 'panel/img' },
        { from: 'README.md', to: 'README.md', transform: stamp },
        { from: '../CHANGELOG.md', to: 'CHANGELOG.md' },
        { from: '../LICENSE', to: 'LICENSE', toType: 'file' },
      ],
    }),
  ],
});

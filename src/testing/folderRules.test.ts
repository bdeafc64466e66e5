/** @jest-environment node */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';

const CONFIG = resolve('.dependency-cruiser.cjs');
const CRUISER = resolve('node_modules/.bin/depcruise');

type Import = readonly [from: string, to: string];

/** For each rule one import that it forbids. */
const BROKEN: Readonly<Record<string, Import>> = {
  'no-cycles': ['src/panel/circle.ts', 'src/panel/circle.ts'],
  'nothing-unresolved': ['src/panel/typo.ts', './panle'],
  'domain-imports-nothing-after-it': ['src/domain/text/asks.ts', 'src/grafana/any.ts'],
  'grafana-imports-nothing-after-it': ['src/grafana/stores.ts', 'src/storage/store/any.ts'],
  'storage-imports-nothing-after-it': ['src/storage/store/says.ts', 'src/i18n/any.ts'],
  'i18n-imports-nothing-after-it': ['src/i18n/shows.ts', 'src/components/any.ts'],
  'components-imports-nothing-after-it': ['src/components/records.ts', 'src/recording/any.ts'],
  'recording-imports-nothing-after-it': ['src/recording/captures.ts', 'src/capture/any.ts'],
  'domain/text-imports-nothing-after-it': ['src/domain/text/late.ts', 'src/domain/json/any.ts'],
  'domain/json-imports-nothing-after-it': ['src/domain/json/late.ts', 'src/domain/series/any.ts'],
  'domain/series-imports-nothing-after-it': ['src/domain/series/late.ts', 'src/domain/projection/any.ts'],
  'domain/projection-imports-nothing-after-it': ['src/domain/projection/late.ts', 'src/domain/record/any.ts'],
  'domain/record-imports-nothing-after-it': ['src/domain/record/late.ts', 'src/domain/codec/any.ts'],
  'domain/codec-imports-nothing-after-it': ['src/domain/codec/late.ts', 'src/domain/fold/any.ts'],
  'domain/fold-imports-nothing-after-it': ['src/domain/fold/late.ts', 'src/domain/story/any.ts'],
  'domain/story-imports-nothing-after-it': ['src/domain/story/late.ts', 'src/domain/transfer/any.ts'],
  'domain/insight-imports-nothing-after-it': ['src/domain/insight/late.ts', 'src/domain/transfer/any.ts'],
  'domain/pack-imports-nothing-after-it': ['src/domain/pack/late.ts', 'src/domain/transfer/any.ts'],
  'storage/annotations|unfinished|journals-imports-nothing-after-it': [
    'src/storage/unfinished/late.ts',
    'src/storage/store/any.ts',
  ],
  'storage/store-imports-nothing-after-it': ['src/storage/store/late.ts', 'src/storage/outbox/any.ts'],
  'storage/outbox-imports-nothing-after-it': ['src/storage/outbox/late.ts', 'src/storage/transfer/any.ts'],
  'storage/transfer-imports-nothing-after-it': ['src/storage/transfer/late.ts', 'src/storage/selfTest/any.ts'],
  'storage/selfTest-imports-nothing-after-it': ['src/storage/selfTest/late.ts', 'src/storage/react/any.ts'],
  'every-folder-is-a-room': ['src/panel/odds.ts', 'src/domain/oddsAndEnds/any.ts'],
  'domain-runs-in-node': ['src/domain/story/looksLikeReact.ts', 'react'],
  'domain-knows-no-plugin': ['src/domain/codec/linked.ts', 'src/routes.ts'],
  'react-begins-in-storage-react': ['src/storage/outbox/useEarly.ts', 'react'],
  'drawing-begins-at-i18n': ['src/storage/react/Drawn.ts', '@grafana/ui'],
  'beginnings-of-storage-do-not-meet': ['src/storage/journals/walks.ts', 'src/storage/annotations/any.ts'],
  'features-do-not-meet': ['src/capture/lists.ts', 'src/panel/any.ts'],
  'pages-do-not-meet': ['src/pages/list/drafts.ts', 'src/pages/draft/any.ts'],
  'ids-and-addresses-know-no-room': ['src/publicPath.ts', 'src/components/any.ts'],
  'nothing-imports-the-roots': ['src/pages/list/starts.ts', 'src/module.tsx'],
  'shipped-code-imports-no-tests': ['src/pages/list/builds.ts', 'src/testing/builders/builders.ts'],
  'outside-sees-only-node-safe-code': ['bench/draws.ts', 'src/panel/any.ts'],
};

/** What looks forbidden and is not. */
const ALLOWED: readonly Import[] = [
  ['src/storage/store/reads.ts', 'src/storage/journals/any.ts'],
  ['src/storage/react/useEarly.ts', 'react'],
  ['src/components/Drawn.ts', '@grafana/ui'],
  ['src/grafana/linked.ts', 'src/routes.ts'],
  ['src/domain/codec/late.test.ts', 'src/testing/builders/builders.ts'],
  ['bench/reads.ts', 'src/storage/store/any.ts'],
];

const PACKAGES = ['react', '@grafana/ui'];

const made: string[] = [];
afterAll(() => made.forEach((tree) => rmSync(tree, { recursive: true })));

/** Lays out a tree that has these imports, and gives back what our rules report of it. */
function reportedOf(imports: readonly Import[]): Array<{ rule: string; from: string }> {
  const tree = mkdtempSync(join(tmpdir(), 'folder-rules-'));
  made.push(tree);
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), text);
  };
  write('tsconfig.json', '{}');
  for (const name of PACKAGES) {
    // Below dist, as most packages have it: what the rules leave out for being built is ours alone.
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'dist/index.js' }));
    write(`node_modules/${name}/dist/index.js`, 'exports.anything = 1;');
  }
  imports.filter(([, to]) => to.startsWith('src/')).forEach(([, to]) => write(to, 'export const anything = 1;'));
  for (const [from, to] of imports) {
    const path = to.startsWith('src/') ? `./${relative(dirname(from), to.replace(/\.tsx?$/, ''))}` : to;
    write(from, `import { anything } from '${path}';\nexport const passedOn = anything;\n`);
  }
  const folders = [...new Set(imports.map(([from]) => from.split('/')[0] ?? ''))];
  return cruise(tree, folders);
}

function cruise(cwd: string, folders: readonly string[]): Array<{ rule: string; from: string }> {
  const args = ['--config', CONFIG, '--output-type', 'json', ...folders];
  const { summary } = JSON.parse(execFileSync(CRUISER, args, { cwd, encoding: 'utf8' }));
  return summary.violations.map((one: { rule: { name: string }; from: string }) => ({
    rule: one.rule.name,
    from: one.from,
  }));
}

const byRule = (a: { rule: string }, b: { rule: string }) => a.rule.localeCompare(b.rule);

describe('the folder rules', () => {
  it('are each broken here once', async () => {
    const { forbidden } = await import(CONFIG);
    expect(forbidden.map(({ name }: { name: string }) => name).sort()).toEqual(Object.keys(BROKEN).sort());
  });

  it('report the import that breaks them, and no other', () => {
    const expected = Object.entries(BROKEN).map(([rule, [from]]) => ({ rule, from }));
    expect(reportedOf(Object.values(BROKEN)).sort(byRule)).toEqual(expected.sort(byRule));
  });

  it('let pass what only looks forbidden', () => {
    expect(reportedOf(ALLOWED)).toEqual([]);
  });
});

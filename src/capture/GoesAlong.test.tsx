import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { encodeRecord } from '../domain/codec/encodeRecord';
import type { NearMissRecord, Source } from '../domain/record/record';
import { packEvidence } from '../domain/series/packEvidence';
import { plainSpeech } from '../domain/story/plainSpeech';
import { A_RISING_TREND } from '../testing/builders/aRisingTrend';
import type { PanelCopy } from './material/copyPanel';
import type { ChosenPlace } from '../recording/usePlace';
import { GoesAlong } from './GoesAlong';
import type { PanelSeries } from '../domain/projection/panelSeries';
import { capturedRecord } from './model/capturedRecord';
import { useCapture } from './model/useCapture';

/** What people type, and what Near Miss adds by itself: none of it is the dashboard's. */
type NotOfTheDashboard =
  | 'formerId'
  | ('kind' | 'almost' | 'savedBy' | 'savedHow' | 'cue' | 'noticedAt' | 'action' | 'actedAt' | 'team' | 'services')
  | ('links' | 'recordedFor' | 'version' | 'id' | 'status' | 'outcome' | 'sameAs' | 'example' | 'writtenBy');
type OfTheDashboard = Exclude<keyof NearMissRecord, NotOfTheDashboard | 'source'> | `source.${keyof Source}`;

interface Along {
  /** The tick it goes with; null: it always goes. */
  with: 'values' | 'query' | null;
  /** How the form names it. */
  named: RegExp;
  /** How it can be recognised in what is stored. */
  holds: readonly string[];
}

// Values that occur nowhere else, so that finding one means that it went along.
const values = A_RISING_TREND.series.values.map((value) => value + 0.375);
const SERIES: PanelSeries = {
  ...A_RISING_TREND.series,
  key: 'A',
  refId: 'refId-of-query',
  name: 'name-of-series',
  unit: 'unit-of-series',
  values,
  labels: {},
  hints: { steps: [{ value: 25_000.5 }], mode: 'absolute', thresholdsShown: true },
};
const { times } = SERIES;
const PANEL: PanelCopy = {
  dashboardUid: 'uid-of-dashboard',
  dashboardTitle: 'title-of-dashboard',
  panelId: 98_765,
  panelTitle: 'title-of-panel',
  timeZone: 'utc',
  queries: [{ refId: 'A', expr: 'text-of-query', datasource: { uid: 'uid-of-source' } }],
  dataSource: 'type-of-source',
  variables: { 'name-of-variable': ['value-of-variable', 'second-value'], sources: 'uid-of-variable', region: 'eu' },
  variableTexts: { sources: '', region: 'text-of-variable' },
  frames: [],
  range: { from: (times[0] ?? 0) - 1, to: (times.at(-1) ?? 0) + 1 },
  dashboardRange: { from: (times[0] ?? 0) + 86_400_000, to: (times.at(-1) ?? 0) + 86_400_002 },
  asked: null,
};

/** Every field of a record that comes from the dashboard; the compiler asks for those that are added to it. */
const FIELDS: Record<OfTheDashboard, (record: NearMissRecord) => Along> = {
  'source.dashboardUid': () => ({ with: null, named: /a link to the panel/, holds: ['uid-of-dashboard'] }),
  'source.dashboardTitle': () => ({ with: null, named: /names of the dashboard/, holds: ['title-of-dashboard'] }),
  'source.panelId': () => ({ with: null, named: /a link to the panel/, holds: ['98765'] }),
  'source.panelTitle': () => ({ with: null, named: /names of the dashboard, the panel/, holds: ['title-of-panel'] }),
  'source.series': () => ({ with: null, named: /and “name-of-series”/, holds: ['name-of-series'] }),
  'source.variables': () => ({
    with: null,
    named: /the variables \(name-of-variable=value-of-variable \+ second-value, region=text-of-variable, sources\)/,
    holds: ['name-of-variable', '["value-of-variable","second-value"]', 'sources', 'uid-of-variable'],
  }),
  'source.variableTexts': () => ({ with: null, named: /region=text-of-variable/, holds: ['text-of-variable'] }),
  'source.refId': () => ({ with: 'query', named: /the query, with its data source/, holds: ['refId-of-query'] }),
  'source.dashboardRange': () => ({ with: null, named: /the times/, holds: [JSON.stringify(PANEL.dashboardRange)] }),
  'source.range': () => ({
    with: null,
    named: /the times/,
    holds: [`"from":${PANEL.range.from}`, `"to":${PANEL.range.to}`],
  }),
  'source.queries': () => ({
    with: 'query',
    named: /the query, with its data source/,
    holds: ['text-of-query', 'uid-of-source'],
  }),
  'source.dataSource': () => ({ with: 'query', named: /the query, with its data source/, holds: ['type-of-source'] }),
  // Without words of one's own it is made of names that go anyway.
  title: ({ limit }) => ({
    with: null,
    named: /“name-of-series”.* the limit/,
    holds: [`name-of-series towards ${limit?.text}`],
  }),
  // Empty: the first of the series, which `source` names.
  series: () => ({ with: null, named: /and “name-of-series”/, holds: ['"series":""'] }),
  stretch: ({ stretch }) => ({ with: null, named: /the times/, holds: [JSON.stringify(stretch)] }),
  limit: () => ({ with: null, named: /the limit with its unit/, holds: ['25000.5', 'unit-of-series'] }),
  projection: ({ projection }) => ({
    with: null,
    named: /what was projected/,
    holds: [`"points":${projection?.points}`],
  }),
  evidence: ({ stretch }) => {
    const [packed] = packEvidence([SERIES], stretch ?? PANEL.range).series;
    return { with: 'values', named: /the measured values/, holds: [packed?.values, packed?.times].map(String) };
  },
};

interface Shown {
  onRecord: (record: NearMissRecord) => void;
  others?: readonly PanelSeries[];
  series?: PanelSeries;
  panel?: PanelCopy;
  chosen?: ChosenPlace;
}

const line = () => screen.getByText(/ · what goes along$/);
const ORGANIZATION: ChosenPlace = { place: { kind: 'organization' }, journals: [], denied: null, skipped: null };

function Form({ onRecord, others = [], series = SERIES, panel = PANEL, chosen = ORGANIZATION }: Shown) {
  const capture = useCapture({ series: [series, ...others], range: panel.range, place: null, speech: plainSpeech });
  const recordOf = () => capturedRecord({ id: 'near-miss-12', panel, ...capture }, 'started');
  onRecord(recordOf());
  return (
    <GoesAlong {...{ id: 'along', capture, panel, recordOf, speech: plainSpeech }} chosen={chosen} unchosen={false} />
  );
}

/** The form with those ticks taken away, and what would be stored. */
async function stored(unticked: ReadonlyArray<'values' | 'query'>, others: readonly PanelSeries[] = []) {
  const records: NearMissRecord[] = [];
  render(<Form onRecord={(made) => records.push(made)} others={others} />);
  const boxes = { values: 'the measured values', query: 'the query, with its data source' };
  for (const tick of unticked) {
    await userEvent.click(screen.getByRole('checkbox', { name: boxes[tick] }));
  }
  const record = records.at(-1);
  if (!record) {
    throw new Error('the form made no record');
  }
  const { text, tags } = encodeRecord(record, { kind: 'organization' }, '/link');
  return { record, raw: [text, ...tags].join('\n') };
}

const names = Object.keys(FIELDS).filter((name): name is OfTheDashboard => name in FIELDS);

it.each(names)('names %s before the first word', async (name) => {
  const { record } = await stored([]);
  const form = screen.getByRole('region', { name: 'Who will read it, and what goes along' });
  expect(form).toHaveTextContent(FIELDS[name](record).named);
});

it.each([[[]], [['values']], [['query']], [['values', 'query']]] as const)(
  'stores what it named, and with these ticks taken away nothing of what belongs to them: %j',
  async (unticked: ReadonlyArray<'values' | 'query'>) => {
    const { record, raw } = await stored(unticked);
    for (const name of names) {
      const along = FIELDS[name](record);
      const goes = along.with === null || !unticked.includes(along.with);
      expect([name, along.holds.map((part) => raw.includes(part))]).toEqual([name, along.holds.map(() => goes)]);
    }
  }
);

it('stores no measured value in any form once they are unticked: neither as a number nor packed', async () => {
  const { record, raw } = await stored(['values', 'query']);
  expect(record).toMatchObject({ evidence: null, source: { queries: [], dataSource: '' } });
  expect(values.filter((value) => raw.includes(String(value)))).toEqual([]);
});

it('stores them while they are ticked, so that looking for them would find them', async () => {
  const { raw } = await stored(['query']);
  expect(values.filter((value) => raw.includes(String(value)))).not.toEqual([]);
});

it('says that other series of the panel go with the values, and neither them nor their names where those stay', async () => {
  const other = { ...SERIES, key: '1.0', name: 'name-of-other' };
  const { raw } = await stored([], [other]);
  expect(raw).toContain('name-of-other');
  const form = screen.getByRole('region', { name: 'Who will read it, and what goes along' });
  expect(form).toHaveTextContent(/those of the panel’s other series, under their names/);
  await userEvent.click(screen.getByRole('checkbox', { name: 'the measured values' }));
  expect(form).not.toHaveTextContent(/other series/);
});

it('stores no name of another series without the values, and says nothing of others where there are none', async () => {
  const other = { ...SERIES, key: '1.0', name: 'name-of-other' };
  expect((await stored(['values'], [other])).raw).not.toContain('name-of-other');
  expect(screen.queryByText(/other series/)).not.toBeInTheDocument();
});

it('tells, folded and before anything is saved, what of the graph will not be kept as it is', async () => {
  const all = Array.from({ length: 500 }, (_, index) => (times[0] ?? 0) + index * 30_000);
  const long = { ...SERIES, times: all, values: all.map((_, index) => index) };
  const queries = [{ refId: 'refId-of-query' }, { refId: 'B', expr: 'x'.repeat(4_000) }];
  render(<Form series={long} panel={{ ...PANEL, queries }} onRecord={() => {}} />);
  const summary = await screen.findByText('What of the graph will be kept coarser or not at all');
  await userEvent.click(line());
  expect(summary.closest('details')).not.toHaveAttribute('open');
  expect(screen.getByText(/^name-of-series: \d+ points thinned/)).not.toBeVisible();
  await userEvent.click(summary);
  expect(screen.getByText(/^name-of-series: \d+ points thinned/)).toBeVisible();
  expect(screen.getByText('Queries left out, too large together: 1')).toBeVisible();
  await userEvent.click(screen.getByRole('checkbox', { name: 'the query, with its data source' }));
  await waitFor(() => expect(screen.queryByText(/^Queries left out/)).not.toBeInTheDocument());
  await userEvent.click(screen.getByRole('checkbox', { name: 'the measured values' }));
  await waitFor(() => expect(summary).not.toBeInTheDocument());
});

it('is one line at first, which names who reads it', async () => {
  render(<Form onRecord={() => {}} />);
  expect(line()).toHaveTextContent('Everyone in the organization reads this · what goes along');
  expect(screen.getByText(/^With your words go/)).not.toBeVisible();
  await userEvent.click(line());
  expect(screen.getByText(/^With your words go/)).toBeVisible();
  expect(screen.getByText(/^Everybody in this organization can read it/)).toBeVisible();
});

it.each([
  ['nobody chose yet', { place: null }],
  ['it cannot go where it belongs', { skipped: { dashboardUid: 'journal-1', denied: 'gone' } }],
  ['nothing can be saved there', { place: { kind: 'journal', dashboardUid: 'journal-1' }, denied: 'no-right' }],
] as const)('is open by itself where %s', (_why, part) => {
  const journals = [{ dashboardUid: 'journal-1', title: 'Shop journal' }];
  render(<Form onRecord={() => {}} chosen={{ ...ORGANIZATION, journals, ...part }} />);
  expect(screen.getByRole('radio', { name: /Everybody in this organization/ })).toBeVisible();
});

it('cannot be folded over the question who will read it', async () => {
  const journals = [{ dashboardUid: 'journal-1', title: 'Shop journal' }];
  render(<Form onRecord={() => {}} chosen={{ ...ORGANIZATION, journals, place: null }} />);
  await userEvent.click(line());
  await waitFor(() => expect(screen.getByRole('radio', { name: /Everybody in this organization/ })).toBeVisible());
});

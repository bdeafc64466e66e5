import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { Route, Routes } from 'react-router-dom';
import { saveFile } from '../../components/saveFile';
import { A_SOURCE, AN_OPEN_PROJECTION, aRecord } from '../../testing/builders/builders';
import { memoryAnnotations, type MemoryAnnotations, type MemoryUser } from '../../testing/grafana/memoryAnnotations';
import { annotationsWith, A_VIEWER, renderPage } from '../../testing/render/renderPage';
import InsightsPage from './InsightsPage';

jest.mock('../../components/saveFile', () => ({ saveFile: jest.fn() }));
const saved = jest.mocked(saveFile);

const { actedAt } = aRecord();
/** The quarter in which all builders act. */
const QUARTER = '2026-Q4';
const EARLIER = actedAt - 92 * 86_400_000;
const MINUTE = 60_000;

const open = (annotations: MemoryAnnotations, search = `?period=${QUARTER}`, user?: MemoryUser) =>
  renderPage(
    <Routes>
      <Route path="/insights" element={<InsightsPage />} />
    </Routes>,
    { at: `/insights${search}`, annotations, user }
  );

const after = (minutes: number, open = true) => ({
  ...AN_OPEN_PROJECTION,
  ...{ ok: true as const, p: 0.66, method: 'replay' },
  ...{ lo: actedAt + minutes * MINUTE, crossing: actedAt + 2 * minutes * MINUTE },
  hi: open ? null : actedAt + 3 * minutes * MINUTE,
});

const SIX = [
  { id: 'aaaaaaaaaaaa', title: 'Memory climbed', savedBy: ['person'], projection: after(48), source: A_SOURCE },
  {
    id: 'bbbbbbbbbbbb',
    title: 'Memory climbed again',
    savedBy: ['luck'],
    projection: after(12, false),
    source: A_SOURCE,
  },
  { id: 'cccccccccccc', title: 'Disk filled up', savedBy: ['alert'], status: 'closed', outcome: 'It rotates by size.' },
  { id: 'dddddddddddd', title: 'A queue grew', savedBy: ['automation', 'person'], status: 'discussed' },
  {
    id: 'eeeeeeeeeeee',
    title: 'A typo',
    savedBy: ['review'],
    projection: null,
    evidence: null,
    stretch: null,
    limit: null,
  },
  {
    id: 'ffffffffffff',
    title: 'Of the shop',
    team: 'shop',
    savedBy: ['person'],
    links: ['https://g.example/alerting/grafana/abc/view'],
  },
  {
    id: 'gggggggggggg',
    title: 'Earlier',
    savedBy: ['luck'],
    actedAt: EARLIER,
    noticedAt: null,
    projection: null,
    stretch: null,
    evidence: null,
  },
] as const;

const figure = (name: RegExp) => screen.findByRole('region', { name });
/** Its numbers, once its table is unfolded. */
const tableOf = async (region: HTMLElement) => {
  await userEvent.click(within(region).getByText('Table'));
  const rows = await within(region).findAllByRole('row');
  return rows.map((row) => Array.from(row.children, ({ textContent }) => textContent));
};

const countsIn = (table: ReadonlyArray<ReadonlyArray<string | null>>) => table.slice(1).map(([, count]) => count);

it('says for the period and team of the address how many there are, and what a count is not', async () => {
  open(await annotationsWith(SIX), `?period=${QUARTER}&team=payments`);
  expect(await screen.findByText(/^Q4 2026 · Team payments: 5 near misses\./)).toBeInTheDocument();
  expect(screen.getByText(/no target, no rank, and nothing about a person/)).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'See them in the list' })).toHaveAttribute(
    'href',
    '/a/resilience-nearmiss-app/list?team=payments&period=2026-Q4'
  );
});

it('draws the margins, the narrowest first, each in words and as a link, with n', async () => {
  open(await annotationsWith(SIX));
  const margins = await figure(/How much time was left/);
  const rows = within(within(margins).getByRole('list')).getAllByRole('listitem');
  expect(rows[0]).toHaveTextContent('Memory climbed again Luck · at least 12 min (9 in 10), at most 36 min');
  expect(within(rows[0] ?? margins).getByRole('link')).toHaveAttribute(
    'href',
    '/a/resilience-nearmiss-app/nm/bbbbbbbbbbbb'
  );
  expect(margins).toHaveTextContent('n = 6, 5 with a margin');
  const table = await tableOf(margins);
  expect(table[1]).toEqual(['Memory climbed again', '12', '36', 'Luck']);
  expect(table[2]).toEqual(['Memory climbed', '48', 'open', 'Person']);
});

it('shows forty margins and says of how many', async () => {
  const many = Array.from({ length: 45 }, (_, at) => ({
    id: `many-${String(at).padStart(7, '0')}`,
    title: `Number ${at}`,
  }));
  open(await annotationsWith(many));
  const margins = await figure(/How much time was left/);
  await waitFor(() => expect(margins).toHaveTextContent('n = 45, 45 with a margin; showing 40 of 45'));
  expect(within(within(margins).getByRole('list')).getAllByRole('listitem')).toHaveLength(40);
  expect(await tableOf(margins)).toHaveLength(46);
});

it('counts how far they came, what saved them then and now, and what is known of machines', async () => {
  open(await annotationsWith(SIX));
  expect(countsIn(await tableOf(await figure(/How far did they come/)))).toEqual(['6', '6', '2', '1']);
  const savers = await figure(/What saved them, then and now/);
  expect(savers).toHaveTextContent('Q3 2026: n = 1; Q4 2026: n = 6');
  expect((await tableOf(savers)).filter(([name]) => name?.startsWith('Luck') || name?.startsWith('Person'))).toEqual([
    ['Person, Q3 2026', '0'],
    ['Person, Q4 2026', '3'],
    ['Luck, Q3 2026', '1'],
    ['Luck, Q4 2026', '1'],
  ]);
  expect(countsIn(await tableOf(await figure(/Does a machine watch it now/)))).toEqual(['2', '1', '3']);
});

it('follows a signal that came back over four quarters', async () => {
  open(await annotationsWith(SIX));
  const recurring = await figure(/What came back/);
  expect(await tableOf(recurring)).toEqual([
    ['Signal', 'Q1 2026', 'Q2 2026', 'Q3 2026', 'Q4 2026', 'By other teams'],
    ['orders waiting · service=checkout · Orders waiting · Checkout service', '0', '0', '0', '2', '0'],
  ]);
});

it('tells fewer than five as stories instead of charts', async () => {
  open(await annotationsWith(SIX.slice(0, 3)));
  const stories = await figure(/Too few to compare/);
  expect(within(stories).getByRole('link', { name: 'Memory climbed again' })).toBeInTheDocument();
  expect(stories).toHaveTextContent('at least 12 min (9 in 10), at most 36 min · the narrowest, in the picture');
  expect(stories).toHaveTextContent('It rotates by size.');
  expect(screen.queryByRole('region', { name: /How much time/ })).not.toBeInTheDocument();
});

it('writes no percentage anywhere', async () => {
  const { container } = open(await annotationsWith(SIX));
  await figure(/What came back/);
  expect(container).not.toHaveTextContent(/%|per ?cent|average|median/i);
});

it('says quietly that none was written down', async () => {
  open(await annotationsWith(SIX), '?period=2025-Q1&team=payments');
  expect(
    await screen.findByText('Q1 2025 · Team payments: none was written down. Silence is not safety.')
  ).toBeInTheDocument();
  expect(screen.queryByRole('heading', { level: 2 })).not.toBeInTheDocument();
});

it('shows the examples while there is nothing else, and says so', async () => {
  open(await annotationsWith([{ example: true }]));
  expect(await screen.findByText(/the examples that come with Near Miss/)).toBeInTheDocument();
  expect(await figure(/Too few to compare/)).toHaveTextContent('(Example)');
});

it('says that examples are not counted, which the list shows, once there is another', async () => {
  open(await annotationsWith([{ id: 'aaaaaaaaaaaa', example: true }, { id: 'bbbbbbbbbbbb' }]));
  expect(await screen.findByText('Q4 2026: 1 near miss.')).toBeInTheDocument();
  expect(screen.getByText('The examples that come with Near Miss are not counted.')).toBeInTheDocument();
});

it('shows this quarter unless the address says another, and puts what is chosen into it', async () => {
  const { user, address } = open(await annotationsWith(SIX), '?orgId=1');
  const year = new Date().getFullYear();
  expect(await screen.findByRole('combobox', { name: 'Period' })).toHaveValue(
    `Q${Math.floor(new Date().getMonth() / 3) + 1} ${year}`
  );
  await user.click(screen.getByRole('combobox', { name: 'Team' }));
  await user.click(await screen.findByRole('option', { name: 'shop' }));
  await waitFor(() => expect(address()).toMatch(/^\/insights\?orgId=1&team=shop&period=\d{4}-Q\d$/));
  await user.click(screen.getByRole('combobox', { name: 'Period' }));
  await user.click(await screen.findByRole('option', { name: 'All time' }));
  await waitFor(() => expect(address()).toBe('/insights?orgId=1&period=&team=shop'));
});

it('says no second time that a team is one', async () => {
  open(await annotationsWith(SIX), `?period=${QUARTER}&team=Team+Rocket`);
  expect(await screen.findByText(/^Q4 2026 · Team Rocket: none was written down/)).toBeInTheDocument();
});

it('shows all teams of the address, which a choice replaces', async () => {
  const { user, address } = open(await annotationsWith(SIX), `?period=${QUARTER}&team=shop&team=payments`);
  expect(await screen.findByText('Q4 2026 · Team shop, Team payments: 6 near misses.')).toBeInTheDocument();
  const field = screen.getByRole('combobox', { name: 'Team' });
  expect(field).toHaveValue('shop, payments');
  await user.click(field);
  await user.click(await screen.findByRole('option', { name: 'shop, payments' }));
  expect(new URLSearchParams(address().split('?')[1]).getAll('team')).toEqual(['shop', 'payments']);
  await user.click(field);
  await user.click(await screen.findByRole('option', { name: 'shop' }));
  await waitFor(() => expect(new URLSearchParams(address().split('?')[1]).getAll('team')).toEqual(['shop']));
});

it('takes the numbers along with what they cannot say', async () => {
  const { user } = open(await annotationsWith(SIX));
  const steps = await figure(/How far did they come/);
  await user.click(within(steps).getByText('Table'));
  await user.click(within(steps).getByRole('button', { name: 'CSV: How far did they come? Q4 2026' }));
  expect(saved).toHaveBeenCalledWith(
    'near-miss-steps-2026-Q4.csv',
    'text/csv',
    expect.stringContaining('Noticed: written down,6')
  );
  expect(saved.mock.lastCall?.[2]).toMatch(/may only not have been written down\.,\r\n$/);
});

it('says that it is reading, and why it could not', async () => {
  const annotations = memoryAnnotations();
  annotations.failNext('find', { failure: { kind: 'forbidden', status: 403, detail: '' } });
  const { user } = open(annotations, '', A_VIEWER);
  expect(screen.getByText('Reading near misses…')).toBeInTheDocument();
  expect(await screen.findByText(/You do not have permission for this/)).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText(/none was written down\. Silence is not safety\./)).toBeInTheDocument();
});

it('shows what is read so far, and calls no number a whole before all is read', async () => {
  const annotations = await annotationsWith(
    Array.from({ length: 130 }, (_, at) => ({
      ...{ id: `part-${String(at).padStart(7, '0')}`, actedAt: actedAt - at * MINUTE },
      ...{ noticedAt: null, evidence: null, stretch: null, projection: null, limit: null },
    }))
  );
  let finds = 0;
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  annotations.delay(async (method) => {
    finds += method === 'find' ? 1 : 0;
    await (finds > 1 ? held : undefined);
  });
  open(annotations, `?period=${QUARTER}&team=nobody`);
  expect(await screen.findByText(/0 near misses\. Showing what is read so far…/)).toBeInTheDocument();
  expect(screen.queryByText(/none was written down/)).not.toBeInTheDocument();
  release();
  expect(await screen.findByText(/none was written down/)).toBeInTheDocument();
  expect(screen.queryByText(/so far/)).not.toBeInTheDocument();
});

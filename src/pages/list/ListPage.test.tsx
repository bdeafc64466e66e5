import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import React from 'react';
import { Route, Routes } from 'react-router-dom';
import { testIds } from '../../components/testIds';
import { memoryAnnotations, type MemoryAnnotations, type MemoryUser } from '../../testing/grafana/memoryAnnotations';
import { annotationsWith, BEN, renderPage } from '../../testing/render/renderPage';
import ListPage from './ListPage';

// Comboxes and roles are slow in jsdom; these are no timed assertions.

const open = (annotations: MemoryAnnotations, { search = '', user }: { search?: string; user?: MemoryUser } = {}) =>
  renderPage(
    <Routes>
      <Route path="/list" element={<ListPage />} />
    </Routes>,
    { at: `/list${search}`, annotations, user }
  );

const THREE = [
  { id: 'aaaaaaaaaaaa', title: 'Memory climbed' },
  { id: 'bbbbbbbbbbbb', title: 'A typo in a config', kind: 'change', team: 'platform' },
  { id: 'cccccccccccc', title: 'Disk filled up', savedBy: ['alert'], services: ['search'] },
] as const;

const titles = () =>
  within(screen.getByRole('list', { name: 'Near misses' }))
    .queryAllByRole('link')
    .map((link) => link.textContent);

it('shows all near misses as links, newest first, with a count that says what it does not mean', async () => {
  open(await annotationsWith(THREE));
  expect(await screen.findByText('3 near misses.')).toBeInTheDocument();
  expect(titles()).toEqual(['Disk filled up', 'A typo in a config', 'Memory climbed']);
  expect(screen.getAllByTestId(testIds.item)).toHaveLength(3);
  expect(screen.getByText(/silence is not safety/)).toBeInTheDocument();
});

it('says that it is reading, then teaches when there is nothing', async () => {
  open(memoryAnnotations());
  expect(screen.getByText('Reading near misses…')).toBeInTheDocument();
  expect(await screen.findByText('No near miss has been recorded yet')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Record one without a graph' })).toHaveAttribute(
    'href',
    '/a/resilience-nearmiss-app/record'
  );
});

it('says why the list could not be read and reads it on the second try', async () => {
  const annotations = await annotationsWith(THREE);
  annotations.failNext('find', { failure: { kind: 'offline', status: 0, detail: '' } });
  const { user } = open(annotations);
  expect(await screen.findByText(/Grafana cannot be reached/)).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('3 near misses.')).toBeInTheDocument();
});

it('narrows by what is typed, keeps it in the address and says of how many', async () => {
  const { user, address } = open(await annotationsWith(THREE), { search: '?orgId=1' });
  await user.type(await screen.findByRole('textbox', { name: 'Search' }), 'typo');
  await waitFor(() => expect(titles()).toEqual(['A typo in a config']));
  expect(address()).toBe('/list?orgId=1&q=typo');
  expect(screen.getByText('1 of 3 near misses.')).toBeInTheDocument();
});

it('finds what is typed as it stands, with any sign in it', async () => {
  const title = 'p99 of /pay (v2.1) > 30 s?';
  const { user, address } = open(await annotationsWith([...THREE, { id: 'dddddddddddd', title }]));
  await user.type(await screen.findByRole('textbox', { name: 'Search' }), '/pay (v2.1) s?');
  await waitFor(() => expect(titles()).toEqual([title]));
  expect(new URLSearchParams(address().split(/\?(.*)/)[1]).get('q')).toBe('/pay (v2.1) s?');
});

it.each([
  ['?kind=change', ['A typo in a config']],
  ['?saved=alert', ['Disk filled up']],
  ['?team=platform&team=nobody', ['A typo in a config']],
  ['?service=search', ['Disk filled up']],
  ['?sort=oldest', ['Memory climbed', 'A typo in a config', 'Disk filled up']],
  ['?sort=title', ['A typo in a config', 'Disk filled up', 'Memory climbed']],
  ['?kind=nonsense&sort=nonsense', ['Disk filled up', 'A typo in a config', 'Memory climbed']],
])('shows what the address %s asks for', async (search, expected) => {
  open(await annotationsWith(THREE), { search });
  await screen.findByText(/near miss/);
  await waitFor(() => expect(titles()).toEqual(expected));
});

it('narrows by any of a few, which close with Escape', async () => {
  const { user, address } = open(await annotationsWith(THREE));
  const button = await screen.findByRole('button', { name: 'Kind All' });
  await user.click(button);
  await user.click(screen.getByRole('checkbox', { name: 'Change (1)' }));
  await waitFor(() => expect(titles()).toEqual(['A typo in a config']));
  await user.click(screen.getByRole('checkbox', { name: 'Trend (2)' }));
  expect(address()).toBe('/list?kind=change&kind=trend');
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('checkbox')).not.toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Kind Trend, Change' })).toHaveFocus();
});

it('closes the choices when the focus goes elsewhere', async () => {
  const { user } = open(await annotationsWith(THREE));
  await user.click(await screen.findByRole('button', { name: 'Saved by All' }));
  expect(screen.getAllByRole('checkbox')).toHaveLength(3);
  await user.click(screen.getByRole('textbox', { name: 'Search' }));
  expect(screen.queryByRole('checkbox')).not.toBeInTheDocument();
});

it('narrows by several names, and keeps what the address holds though nobody has it', async () => {
  const { user, address } = open(await annotationsWith(THREE), { search: '?team=nobody' });
  await user.click(await screen.findByRole('button', { name: 'Team nobody' }));
  await user.click(screen.getByRole('checkbox', { name: 'platform (1)' }));
  await waitFor(() => expect(titles()).toEqual(['A typo in a config']));
  expect(address()).toBe('/list?team=nobody&team=platform');
  await user.click(screen.getByRole('checkbox', { name: 'nobody' }));
  expect(address()).toBe('/list?team=platform');
});

it('finds one of many names by what is typed', async () => {
  const services = Array.from({ length: 12 }, (_, index) => `service-${index}`);
  const { user, address } = open(await annotationsWith([...THREE, { id: 'dddddddddddd', services }]));
  await user.click(await screen.findByRole('button', { name: 'Service All' }));
  await user.type(screen.getByRole('textbox', { name: 'Find: Service' }), 'ICE-11');
  expect(screen.getAllByRole('checkbox')).toHaveLength(1);
  await user.click(screen.getByRole('checkbox', { name: 'service-11 (1)' }));
  expect(address()).toBe('/list?service=service-11');
});

it('offers no name that only a started or withdrawn one has, but the way to those', async () => {
  const records = [
    ...THREE,
    { id: 'dddddddddddd', title: 'A mistake', status: 'withdrawn', team: 'nobody else', kind: 'exposure' },
  ] as const;
  const { user } = open(await annotationsWith(records));
  await user.click(await screen.findByRole('button', { name: 'Team All' }));
  expect(screen.queryByRole('checkbox', { name: /nobody else/ })).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Kind All' }));
  expect(screen.queryByRole('checkbox', { name: /Exposure/ })).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Status All' }));
  expect(screen.queryByRole('checkbox', { name: /Started|Closed/ })).not.toBeInTheDocument();
  await user.click(screen.getByRole('checkbox', { name: 'Withdrawn' }));
  expect(await screen.findByText('1 of 4 near misses.')).toBeInTheDocument();
  expect(titles()).toEqual(['A mistake']);
});

it('narrows by a period, which counts what there is to choose too', async () => {
  const records = [...THREE, { id: 'dddddddddddd', title: 'Long ago', actedAt: Date.UTC(2026, 1, 3) }] as const;
  const { user, address } = open(await annotationsWith(records));
  await user.click(await screen.findByRole('combobox', { name: 'Period' }));
  await user.click(await screen.findByRole('option', { name: 'Own days' }));
  const [key = ''] = new URLSearchParams(address().split(/\?(.*)/)[1]).getAll('period');
  expect(key).toMatch(/^\d{4}-\d{2}-\d{2}\.\.\d{4}-\d{2}-\d{2}$/);
  fireEvent.change(screen.getByLabelText('First day'), { target: { value: '2026-02-01' } });
  fireEvent.change(screen.getByLabelText('Last day'), { target: { value: '2026-02-28' } });
  await waitFor(() => expect(titles()).toEqual(['Long ago']));
  expect(address()).toBe('/list?period=2026-02-01..2026-02-28');
  await user.click(screen.getByRole('button', { name: 'Kind All' }));
  expect(screen.getByRole('checkbox', { name: 'Trend (1)' })).toBeInTheDocument();
  expect(screen.getByRole('checkbox', { name: 'Change (0)' })).toBeInTheDocument();
});

it('says 0 of 3 and leads back when nothing matches', async () => {
  const { user, address } = open(await annotationsWith(THREE), { search: '?q=nothing&period=2026-Q4&sort=title' });
  expect(await screen.findByText('0 of 3 near misses.')).toBeInTheDocument();
  expect(screen.getByText(/silence is not safety/)).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Clear the filter' }));
  expect(titles()).toHaveLength(3);
  expect(address()).toBe('/list?sort=title');
  expect(screen.getByText(/silence is not safety/)).toHaveFocus();
});

it('opens the rest of the bar on a phone by a button that counts what narrows, and clears it there', async () => {
  const { user, address } = open(await annotationsWith(THREE), { search: '?kind=change&kind=trend&team=platform' });
  const button = await screen.findByRole('button', { name: 'Filter (2)' });
  expect(button).toHaveAttribute('aria-expanded', 'false');
  await user.click(button);
  expect(button).toHaveAttribute('aria-expanded', 'true');
  await user.click(screen.getByRole('button', { name: 'Clear' }));
  expect(address()).toBe('/list');
  expect(screen.getByRole('button', { name: 'Filter' })).toHaveAttribute('aria-expanded', 'true');
});

it('hides started and withdrawn ones until their status is chosen', async () => {
  const records = [...THREE, { id: 'dddddddddddd', title: 'A mistake', status: 'withdrawn' }] as const;
  open(await annotationsWith(records), { search: '?status=withdrawn' });
  await waitFor(() => expect(titles()).toEqual(['A mistake']));
});

it('puts what the reader kept without words on top, and does not count it', async () => {
  const started = { id: 'eeeeeeeeeeee', title: 'Kept at night', status: 'started' } as const;
  open(await annotationsWith([...THREE, started]));
  expect(await screen.findByText('3 near misses.')).toBeInTheDocument();
  const yours = screen.getByRole('list', { name: 'Yours to finish' });
  expect(within(yours).getByRole('link', { name: 'Kept at night' })).toBeInTheDocument();
});

it('does not remind anybody of what somebody else kept', async () => {
  open(await annotationsWith([...THREE, { id: 'eeeeeeeeeeee', status: 'started' }]), { user: BEN });
  await screen.findByText('3 near misses.');
  expect(screen.queryByText('Yours to finish')).not.toBeInTheDocument();
});

it('shows native annotations as drafts with a way to their graph, as text and not as markup', async () => {
  const annotations = await annotationsWith(THREE);
  await annotations.post({
    dashboardUid: 'checkout',
    panelId: 4,
    time: 1_000_000,
    timeEnd: 2_000_000,
    text: 'looks <b>odd</b>',
    tags: ['near-miss'],
  });
  open(annotations);
  expect(await screen.findByText('1 draft')).toBeInTheDocument();
  expect(screen.getByText('looks <b>odd</b>')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: /Open the graph/ })).toHaveAttribute(
    'href',
    '/d/checkout?from=0&to=3000000&viewPanel=4&orgId=1'
  );
  expect(screen.getByText('3 near misses.')).toBeInTheDocument();
});

it('counts what could not be read and says why', async () => {
  const annotations = await annotationsWith(THREE);
  const broken = 'Near miss <!--near-miss {"what":"record", -->';
  await annotations.post({ time: 1, timeEnd: 2, text: broken, tags: ['near-miss', 'nm:ffffffffffff'] });
  open(annotations);
  await screen.findByText('3 near misses.');
  expect(screen.getByText('1 annotation could not be read')).toBeInTheDocument();
});

it('draws a window of a long list', async () => {
  const many = Array.from({ length: 300 }, (_, index) => ({ id: `id${String(index).padStart(10, '0')}` }));
  open(await annotationsWith(many));
  expect(await screen.findByText('300 near misses.')).toBeInTheDocument();
  expect(screen.getAllByTestId(testIds.item).length).toBeLessThan(40);
});

import { screen, waitFor, within } from '@testing-library/react';
import React from 'react';
import { encodeEntry } from '../../domain/codec/encodeEntry';
import { failureOf } from '../../grafana/outcome';
import { anEntry, aNearMiss, aRecord } from '../../testing/builders/builders';
import type { MemoryAnnotations } from '../../testing/grafana/memoryAnnotations';
import { annotationsWith, BEN, renderPage } from '../../testing/render/renderPage';
import PackPage from './PackPage';

const ACTED = aRecord().actedAt;
const DAY = 24 * 60 * 60_000;
const open = (annotations: MemoryAnnotations, at = '/pack') => renderPage(<PackPage />, { at, annotations, user: BEN });

const titles = () =>
  screen.getAllByRole('article').map((story) => within(story).getAllByRole('heading')[0]?.textContent);

const threeStories = () =>
  annotationsWith([
    { id: 'a', title: 'Queue', recordedFor: 'Berta Beispiel' },
    { id: 'b', title: 'Disk', team: 'shop', actedAt: ACTED - DAY },
    { id: 'c', title: 'Long ago', actedAt: ACTED - 200 * DAY },
    { id: 'd', title: 'Kept graph', status: 'started' },
  ]);

let saved: Array<{ name: string; text: Promise<string> }> = [];

function textOf(blob: Blob): Promise<string> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.readAsText(blob);
  });
}

beforeEach(() => {
  saved = [];
  let last = new Blob();
  Object.assign(URL, {
    createObjectURL: (blob: Blob) => {
      last = blob;
      return 'blob:x';
    },
    revokeObjectURL: () => {},
  });
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push({ name: this.download, text: textOf(last) });
  });
});
afterEach(() => jest.restoreAllMocks());

it('tells the quarter of now, oldest first, without names, started ones and other quarters', async () => {
  open(await threeStories());
  expect(await screen.findByText('Q4 2026 · All teams')).toBeInTheDocument();
  expect(titles()).toEqual(['Disk', 'Queue']);
  expect(screen.getByText('Near misses: 2 (recorded: 2, discussed: 0, closed: 0)')).toBeInTheDocument();
  expect(document.body).not.toHaveTextContent('Berta');
});

it('takes period and teams from the address', async () => {
  open(await threeStories(), '/pack?period=2026-Q2&team=payments');
  expect(await screen.findByText('Q2 2026 · Team payments')).toBeInTheDocument();
  expect(titles()).toEqual(['Long ago']);
});

it('puts a chosen team into the address and leaves the rest there', async () => {
  const { user, address } = open(await threeStories(), '/pack?orgId=1&period=');
  await user.click(await screen.findByRole('combobox', { name: 'Team' }));
  await user.click(await screen.findByRole('option', { name: 'shop' }));
  await waitFor(() => expect(titles()).toEqual(['Disk']));
  expect(address()).toBe('/pack?orgId=1&period=&team=shop');
});

it('says that silence is no safety where there is nothing, and offers nothing to print', async () => {
  open(await threeStories(), '/pack?period=2020-Q1');
  expect(await screen.findByText(/Silence is not safety/)).toBeInTheDocument();
  expect(screen.queryByRole('article')).not.toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Print' })).toBeDisabled();
});

it('does not say that none was written down before all is read', async () => {
  const annotations = await annotationsWith(
    Array.from({ length: 130 }, (_, at) => ({
      ...{ id: `part-${String(at).padStart(7, '0')}`, actedAt: ACTED - at * 60_000 },
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
  open(annotations, '/pack?period=2020-Q1');
  expect(await screen.findByText(/None of those read .* Showing what is read so far…/)).toBeInTheDocument();
  expect(screen.queryByText(/Silence is not safety/)).not.toBeInTheDocument();
  release();
  expect(await screen.findByText(/Silence is not safety/)).toBeInTheDocument();
  expect(screen.queryByText(/so far/)).not.toBeInTheDocument();
});

it('says that examples are not counted, and never that nothing else was recorded once something was', async () => {
  const examples = [{ id: 'x', actedAt: ACTED - 200 * DAY, example: true }, { id: 'own' }];
  const { unmount } = open(await annotationsWith(examples), '/pack?period=2026-Q2');
  expect(await screen.findByText(/examples that come with Near Miss are not counted/)).toBeInTheDocument();
  expect(screen.queryByText(/nothing else was recorded/)).not.toBeInTheDocument();
  expect(screen.queryByRole('article')).not.toBeInTheDocument();
  unmount();
  open(await annotationsWith(examples), '/pack?period=2026-Q4');
  expect(await screen.findByRole('article')).toBeInTheDocument();
  expect(screen.queryByText(/are not counted/)).not.toBeInTheDocument();
});

it('reads follow-ups only when asked, and says so until then', async () => {
  const annotations = await annotationsWith([{ outcome: 'An alert.' }]);
  const followUp = anEntry({ type: 'followUp', question: '', text: 'If it grows again, then page.' });
  await annotations.post(encodeEntry(followUp, aNearMiss(), ''));
  const { user } = open(annotations);
  expect(await screen.findByText('Follow-ups are not included in this pack.')).toBeInTheDocument();
  expect(screen.queryByText('If it grows again, then page.')).not.toBeInTheDocument();
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  annotations.delay(() => held);
  await user.click(screen.getByRole('button', { name: 'Include follow-ups' }));
  expect(await screen.findByText('Reading the follow-ups…')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Include follow-ups' })).toHaveFocus();
  release();
  expect(await screen.findByText('If it grows again, then page.')).toBeInTheDocument();
  expect(screen.getByText('Follow-ups are in it.')).toHaveFocus();
  expect(screen.queryByText('Follow-ups are not included in this pack.')).not.toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Include follow-ups' })).not.toBeInTheDocument();
});

it('goes on without follow-ups that could not be read, and reads them when asked again', async () => {
  const annotations = await threeStories();
  const { user } = open(annotations);
  const button = await screen.findByRole('button', { name: 'Include follow-ups' });
  annotations.failNext('find', { failure: failureOf(403, ''), done: false });
  await user.click(button);
  expect(await screen.findByText('The follow-ups could not be read')).toBeInTheDocument();
  expect(titles()).toEqual(['Disk', 'Queue']);
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(screen.queryByText('The follow-ups could not be read')).not.toBeInTheDocument());
});

it('reads follow-ups by their own button too after they could not be read', async () => {
  const annotations = await threeStories();
  const { user } = open(annotations);
  const button = await screen.findByRole('button', { name: 'Include follow-ups' });
  annotations.failNext('find', { failure: failureOf(403, ''), done: false });
  await user.click(button);
  expect(await screen.findByText('The follow-ups could not be read')).toBeInTheDocument();
  expect(button).toHaveFocus();
  await user.click(button);
  expect(await screen.findByText('Follow-ups are in it.')).toHaveFocus();
  expect(screen.queryByText('The follow-ups could not be read')).not.toBeInTheDocument();
});

it('prints', async () => {
  const print = jest.spyOn(window, 'print').mockImplementation(() => {});
  const { user } = open(await threeStories());
  await user.click(await screen.findByRole('button', { name: 'Print' }));
  expect(print).toHaveBeenCalledTimes(1);
});

it('draws no more stories than 200, but says how many there are and saves them all', async () => {
  const many = Array.from({ length: 201 }, (_, at) => ({
    ...{ id: `many-${String(at).padStart(7, '0')}`, title: `Number ${at}`, actedAt: ACTED - at * 60_000 },
    ...{ noticedAt: null, evidence: null, stretch: null, projection: null, limit: null },
  }));
  const { user } = open(await annotationsWith(many));
  expect(await screen.findByText(/^201 stories, .* narrow the period, or export them\.$/)).toBeInTheDocument();
  expect(screen.queryByRole('article')).not.toBeInTheDocument();
  expect(screen.getByText(/^Near misses: 201 /)).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Print' })).toBeDisabled();
  await user.click(await screen.findByRole('button', { name: 'Export as CSV' }));
  expect((await saved[0]?.text)?.match(/Number \d+/g)).toHaveLength(201);
});

it('draws each picture once, for paper only while it is printed', async () => {
  const pictures = () => Array.from(document.querySelectorAll('article img'), (one) => one.getAttribute('src'));
  const { unmount } = open(await annotationsWith([{ id: 'a' }]));
  await screen.findByRole('article');
  const onScreen = pictures();
  unmount();
  const screenOnly = window.matchMedia;
  window.matchMedia = (query) => ({ ...screenOnly(query), matches: query === 'print' });
  open(await annotationsWith([{ id: 'a' }]));
  await screen.findByRole('article');
  expect(onScreen).toHaveLength(1);
  expect(pictures()).toEqual([expect.stringContaining('width%3D%22700%22')]);
  expect(pictures()).not.toEqual(onScreen);
  window.matchMedia = screenOnly;
});

it('saves Markdown with the pictures, and a table with moments in the zone of the reader', async () => {
  const { user } = open(await threeStories());
  await user.click(await screen.findByRole('button', { name: 'Export as Markdown' }));
  await user.click(screen.getByRole('button', { name: 'Export as CSV' }));
  expect(saved.map(({ name }) => name)).toEqual([
    expect.stringMatching(/^near-misses-evidence-[\d-]{10}\.md$/),
    expect.stringMatching(/\.csv$/),
  ]);
  const [markdown, csv] = await Promise.all(saved.map(({ text }) => text));
  expect(markdown).toMatch(/^\[a\]: <data:image\/svg\+xml,/m);
  expect(csv).toMatch(/^2026-11-02T14:58:00\+00:00,Disk,/m);
});

import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import React from 'react';
import { encodeEntry } from '../../domain/codec/encodeEntry';
import { encodeRecord } from '../../domain/codec/encodeRecord';
import { memoryAnnotations, type MemoryAnnotations } from '../../testing/grafana/memoryAnnotations';
import { anEntry, aNearMiss, aRecord } from '../../testing/builders/builders';
import { A_VIEWER, ANNA, renderPage } from '../../testing/render/renderPage';
import { settle } from '../../testing/render/settle';
import TransferPage from './TransferPage';
import { failureOf } from '../../grafana/outcome';

// Comboxes and roles are slow in jsdom; these are no timed assertions.

const JOURNAL = { folderUid: 'payments', dashboardUid: 'journal', title: 'Payments' };

interface Saved {
  name: string;
  text: string;
}

let saved: Promise<Saved>[] = [];

/** jsdom neither makes addresses of blobs nor downloads: what a browser would save is read back instead. */
function catchDownloads() {
  saved = [];
  let last: Blob | null = null;
  Object.assign(URL, {
    createObjectURL: (blob: Blob) => {
      last = blob;
      return 'blob:near-miss';
    },
    revokeObjectURL: () => {},
  });
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    const name = this.download;
    saved.push(textOf(last ?? new Blob()).then((text) => ({ name, text })));
  });
}

function textOf(blob: Blob): Promise<string> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.readAsText(blob);
  });
}

function open(annotations: MemoryAnnotations, { user = ANNA, canAdd = true } = {}) {
  return renderPage(<TransferPage />, {
    at: '/transfer',
    annotations,
    user,
    answers: {
      '/api/plugins/resilience-nearmiss-app/settings': { jsonData: { journals: [JOURNAL] } },
      '/api/dashboards/uid/journal': { dashboard: {}, meta: { annotationsPermissions: { dashboard: { canAdd } } } },
    },
  });
}

async function twoNearMisses(): Promise<MemoryAnnotations> {
  const annotations = memoryAnnotations({ user: { login: 'anna' } });
  await annotations.post(encodeRecord(aRecord(), { kind: 'organization' }, ''));
  await annotations.post(encodeEntry(anEntry(), aNearMiss(), ''));
  const other = aRecord({ id: 'disk-1-abcde', title: '=Disk filled up', kind: 'capacity', team: 'search' });
  await annotations.post(encodeRecord(other, { kind: 'organization' }, ''));
  return annotations;
}

/** What the page itself saves as JSON. */
async function anExport(): Promise<string> {
  const { user, unmount } = open(await twoNearMisses());
  await user.click(await screen.findByRole('button', { name: 'Export 2 near misses' }));
  await waitFor(() => expect(saved).toHaveLength(1));
  unmount();
  return (await saved[0])?.text ?? '';
}

function jsonFile(text: string, name = 'near-misses.json'): File {
  // jsdom's File has no text().
  return Object.assign(new File([text], name, { type: 'application/json' }), { text: async () => text });
}

const choose = async (user: UserEvent, file: File) => user.upload(await screen.findByLabelText('Choose a file'), file);

const rows = () =>
  within(screen.getByRole('table'))
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.textContent);

beforeEach(catchDownloads);
afterEach(() => jest.restoreAllMocks());

describe('export', () => {
  it('saves everything as JSON that names where it comes from', async () => {
    const file = JSON.parse(await anExport());
    expect(file).toMatchObject({ format: 'near-miss-export', version: 1, from: { grafana: expect.any(String) } });
    expect(file.nearMisses.map(({ id, entries }: { id: string; entries: [] }) => [id, entries.length])).toEqual([
      ['disk-1-abcde', 0],
      ['queue-1-abcd', 1],
    ]);
  });

  it('saves a spreadsheet in which no title is a formula', async () => {
    const { user } = open(await twoNearMisses());
    await user.click(await screen.findByRole('radio', { name: 'CSV' }));
    await user.click(screen.getByRole('button', { name: 'Export 2 near misses' }));
    expect(await screen.findByText(/^Saved as near-misses-.*\.csv\.$/)).toBeInTheDocument();
    expect((await saved[0])?.text).toContain("disk-1-abcde,'=Disk filled up,capacity");
  });

  it('saves events of those that count alone, and says how many these are', async () => {
    const annotations = await twoNearMisses();
    const kept = aRecord({ id: 'kept-1-abcde', status: 'started' });
    await annotations.post(encodeRecord(kept, { kind: 'organization' }, ''));
    const { user } = open(annotations);
    expect(await screen.findByRole('button', { name: 'Export 3 near misses' })).toBeInTheDocument();
    await user.click(screen.getByRole('radio', { name: 'CloudEvents' }));
    await user.click(screen.getByRole('button', { name: 'Export 2 near misses' }));
    await waitFor(() => expect(saved).toHaveLength(1));
    const { name, text } = (await saved[0]) ?? { name: '', text: '' };
    expect(name).toMatch(/\.cloudevents\.json$/);
    expect(JSON.parse(text).map(({ type, id }: Record<string, string>) => [type, id])).toEqual([
      ['nearmiss.recorded.v1', 'disk-1-abcde'],
      ['nearmiss.recorded.v1', 'queue-1-abcd'],
    ]);
  });

  it('saves Markdown with the worksheets', async () => {
    const { user } = open(await twoNearMisses());
    await user.click(await screen.findByRole('radio', { name: 'Markdown' }));
    await user.click(screen.getByRole('button', { name: 'Export 2 near misses' }));
    await waitFor(() => expect(saved).toHaveLength(1));
    expect((await saved[0])?.name).toMatch(/\.md$/);
    expect((await saved[0])?.text).toContain('Anna looks at the queue every day');
  });

  it('saves only of the team and kind that were chosen', async () => {
    const { user } = open(await twoNearMisses());
    await user.click(await screen.findByRole('combobox', { name: 'Team' }));
    await user.click(await screen.findByRole('option', { name: /search/ }));
    expect(screen.getByRole('combobox', { name: 'Kind' })).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Export 1 near miss' }));
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(JSON.parse((await saved[0])?.text ?? '').nearMisses).toEqual([
      expect.objectContaining({ id: 'disk-1-abcde' }),
    ]);
  });

  it('saves nothing while a field says what it cannot read', async () => {
    const { user } = open(await twoNearMisses());
    const from = await screen.findByRole('textbox', { name: 'Acted at, from' });
    await user.type(from, 'last week');
    await user.click(screen.getByRole('button', { name: 'Export 2 near misses' }));
    expect(from).toHaveFocus();
    expect(screen.getByText(/^Type a moment such as/)).toBeInTheDocument();
    await settle();
    expect(saved).toEqual([]);
  });

  it.each([
    ['2026-11-03', '2026-11-03', 2],
    ['2026-11-04', '', 0],
    ['', '2026-11-02', 0],
  ])('takes whole days where they have no clock: from “%s” until “%s”', async (first, last, count) => {
    const { user } = open(await twoNearMisses());
    await user.click(await screen.findByRole('textbox', { name: 'Acted at, from' }));
    await user.paste(first);
    await user.click(screen.getByRole('textbox', { name: 'Acted at, until' }));
    await user.paste(last);
    expect(screen.getByRole('button', { name: `Export ${count} near misses` })).toBeInTheDocument();
    expect(screen.queryByText(/^Type a moment such as/)).not.toBeInTheDocument();
  });

  it('says when there is nothing, and offers the import all the same', async () => {
    open(memoryAnnotations());
    expect(await screen.findByText(/no near miss to export yet/)).toBeInTheDocument();
    expect(await screen.findByLabelText('Choose a file')).toBeInTheDocument();
  });

  it('names what no export can hold', async () => {
    const annotations = await twoNearMisses();
    await annotations.post({ time: 1, timeEnd: 1, tags: ['near-miss'], text: '<!--near-miss {"what":' });
    open(annotations);
    expect(await screen.findByText('1 annotation is not part of any export')).toBeInTheDocument();
    expect(screen.getByText(/Its stored data was cut off/)).toBeInTheDocument();
  });

  it('says why the near misses cannot be read and tries again', async () => {
    const annotations = await twoNearMisses();
    annotations.failNext('find', { failure: failureOf(500, '') });
    const { user } = open(annotations);
    expect(await screen.findByText('The near misses here could not be read')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('button', { name: 'Export 2 near misses' })).toBeInTheDocument();
  });

  it('says that nothing was exported when reading fails at that moment', async () => {
    const annotations = await twoNearMisses();
    const { user } = open(annotations);
    const button = await screen.findByRole('button', { name: 'Export 2 near misses' });
    annotations.failNext('find', { failure: failureOf(500, '') });
    await user.click(button);
    expect(await screen.findByText('Nothing was exported')).toBeInTheDocument();
    expect(saved).toEqual([]);
  });
});

describe('import', () => {
  it('shows what it would do, then does it, then finds nothing new', async () => {
    const file = jsonFile(await anExport());
    const target = memoryAnnotations({ user: { login: 'admin' } });
    const { user } = open(target);
    await choose(user, file);
    expect(await screen.findByText(/Near misses: 2 new, 0 same, 0 refused/)).toBeInTheDocument();
    expect(target.stored()).toEqual([]);
    expect(rows()).toEqual([expect.stringMatching(/new=Disk filled up/), expect.stringMatching(/new.*1 new/)]);
    await user.click(screen.getByRole('button', { name: 'Import: write 3 annotations' }));
    expect(await screen.findByText('3 annotations were written.')).toBeInTheDocument();
    expect(target.stored()).toHaveLength(3);
    await choose(user, file);
    expect(await screen.findByText(/Near misses: 0 new, 2 same, 0 refused/)).toBeInTheDocument();
    expect(screen.getByText('There is nothing in this file to import.')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /^Import: write/ })).not.toBeInTheDocument();
  });

  it('asks about moments that look wrong, and imports them only as agreed', async () => {
    const { actedAt } = aRecord();
    const file = jsonFile((await anExport()).replace(`"actedAt": ${actedAt}`, `"actedAt": ${actedAt / 1_000}`));
    const target = memoryAnnotations();
    const { user } = open(target);
    await choose(user, file);
    const question = await screen.findByText(/Acted at: This is 1970-01-21.*was it 2026-11-03/);
    expect(question).toBeInTheDocument();
    const button = screen.getByRole('button', { name: /^Import: write 3/ });
    expect(button).toBeDisabled();
    await user.click(screen.getByRole('checkbox', { name: /Import them as they are/ }));
    await user.click(button);
    expect(await screen.findByText('3 annotations were written.')).toBeInTheDocument();
  });

  it('goes into the journal that was chosen', async () => {
    const file = jsonFile(await anExport());
    const target = memoryAnnotations();
    const { user } = open(target);
    await choose(user, file);
    await user.click(await screen.findByRole('radio', { name: /Payments/ }));
    await user.click(screen.getByRole('button', { name: /^Import: write 3/ }));
    expect(await screen.findByText('3 annotations were written.')).toBeInTheDocument();
    expect(target.stored()).toEqual(Array(3).fill(expect.objectContaining({ dashboardUID: 'journal' })));
  });

  it('goes on with the rest after a failure', async () => {
    const file = jsonFile(await anExport());
    const target = memoryAnnotations();
    const { user } = open(target);
    await choose(user, file);
    const button = await screen.findByRole('button', { name: /^Import: write 3/ });
    target.failNext('post', { failure: failureOf(401, '') });
    await user.click(button);
    expect(await screen.findByText('Stopped before the end')).toBeInTheDocument();
    expect(screen.getByText(/You are no longer signed in/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Go on with the rest' }));
    expect(await screen.findByText('3 annotations were written.')).toBeInTheDocument();
    expect(target.stored()).toHaveLength(3);
  });

  it('can be cancelled and completed', async () => {
    const file = jsonFile(await anExport());
    const target = memoryAnnotations();
    const { user } = open(target);
    await choose(user, file);
    const button = await screen.findByRole('button', { name: /^Import: write 3/ });
    let goOn = () => {};
    target.delay((method) => (method === 'post' ? new Promise((resolve) => (goOn = resolve)) : Promise.resolve()));
    await user.click(button);
    await user.click(await screen.findByRole('button', { name: 'Cancel' }));
    goOn();
    expect(await screen.findByText('Stopped before the end')).toBeInTheDocument();
    target.delay(async () => {});
    await user.click(screen.getByRole('button', { name: 'Go on with the rest' }));
    expect(await screen.findByText('Imported')).toBeInTheDocument();
    expect(target.stored()).toHaveLength(3);
  });

  it('says what comes under another id, and why', async () => {
    const text = (await anExport()).replace('"Orders piled up behind one consumer"', '"Somebody changed the file"');
    const target = await twoNearMisses();
    const before = target.stored();
    const { user } = open(target);
    await choose(user, jsonFile(text));
    await screen.findByText(/Near misses: 1 new, 1 same, 0 refused/);
    expect(rows()[0]).toMatch(
      /new.*Somebody changed the file.*under another id .*somebody else’s words stand under this one/
    );
    expect(target.stored()).toEqual(before);
  });

  it.each([
    ['cut off', '{"format":"near-miss-export","nearMisses":[{', /not whole, or not JSON/],
    ['something else', '{"dashboard":{}}', /not an export of Near Miss/],
    [
      'of a newer version',
      '{"format":"near-miss-export","version":2,"nearMisses":[]}',
      /newer version of Near Miss made it/,
    ],
  ])('says what is wrong with a file that is %s', async (_what, text, words) => {
    const { user } = open(memoryAnnotations());
    await choose(user, jsonFile(text, 'broken.json'));
    expect(await screen.findByText('broken.json cannot be imported')).toBeInTheDocument();
    expect(screen.getByText(words)).toBeInTheDocument();
  });

  it('tells who may write nowhere before they choose a file, and still shows what is in one', async () => {
    const file = jsonFile(await anExport());
    const { user } = open(memoryAnnotations(), { user: A_VIEWER, canAdd: false });
    expect(await screen.findByText('You may look at a file here, but not import it')).toBeInTheDocument();
    await choose(user, file);
    expect(await screen.findByRole('button', { name: /^Import: write 3/ })).toBeDisabled();
    expect(screen.getByRole('radio', { name: /The organization/ })).toBeDisabled();
  });

  it('lets a Viewer with Edit on a journal import there, and nowhere else', async () => {
    const file = jsonFile(await anExport());
    const { user } = open(memoryAnnotations(), { user: A_VIEWER });
    await choose(user, file);
    expect(await screen.findByRole('radio', { name: /Payments/ })).toBeChecked();
    expect(screen.getByRole('radio', { name: /The organization/ })).toBeDisabled();
  });

  it('says that nothing was imported when what is here cannot be read', async () => {
    const file = jsonFile(await anExport());
    const target = memoryAnnotations();
    const { user } = open(target);
    await screen.findByLabelText('Choose a file');
    target.failNext('find', { failure: failureOf(500, '') });
    await choose(user, file);
    expect(await screen.findByText(/could not be read, so nothing was imported/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText(/Near misses: 2 new/)).toBeInTheDocument();
  });
});

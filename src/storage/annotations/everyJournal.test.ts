import fc from 'fast-check';
import type { AnnotationPort, AnnotationQuery } from './annotationPort';
import { everyJournal } from './everyJournal';
import { memoryAnnotations } from '../../testing/grafana/memoryAnnotations';
import { type Outcome, failed } from '../../grafana/outcome';
import { walkAnnotations } from './walk';

const DASHBOARDS = ['a', 'b', 'c', 'd', 'e'];
const NEWEST: AnnotationQuery = { tags: ['near-miss'], limit: 2 };

interface Row {
  id: number;
  timeEnd: number;
  dashboardUID?: string;
}
const rowsOf = async (port: AnnotationPort, query: AnnotationQuery): Promise<Row[]> => {
  const found = await port.find(query);
  return found.ok ? (found.value as Row[]) : [];
};
const idsOf = async (port: AnnotationPort, query = NEWEST) => (await rowsOf(port, query)).map(({ id }) => id);
const uids = (...value: string[]): Outcome<string[]> => ({ ok: true, value });

/** Searches as Grafana 12.3 does when a person may view more dashboards than it looks through at once. */
function inBatches(port: AnnotationPort, size: number): AnnotationPort {
  const find = async (query: AnnotationQuery): Promise<Outcome<readonly unknown[]>> => {
    const all = await rowsOf(port, { ...query, limit: 1_000_000 });
    const limit = Math.min(query.limit, all.length);
    const found: Row[] = [];
    for (let page = 0; found.length < limit; page += 1) {
      const batch = DASHBOARDS.slice(page * size, (page + 1) * size);
      const visible = all.filter(({ dashboardUID = '' }) => dashboardUID === '' || batch.includes(dashboardUID));
      found.push(...visible.slice(0, limit));
      if (batch.length < limit) {
        break;
      }
    }
    return { ok: true, value: found };
  };
  return { ...port, find: (query) => (query.dashboardUid === undefined ? find(query) : port.find(query)) };
}

/** One annotation a minute, oldest first, each in the place named: '' is the organization. */
async function written(...places: string[]) {
  const port = memoryAnnotations();
  for (const [minute, dashboardUid] of places.entries()) {
    const at = Date.UTC(2026, 10, 1) + minute * 60_000;
    await port.post({
      time: at,
      timeEnd: at,
      tags: ['near-miss'],
      text: 'words',
      dashboardUid: dashboardUid || undefined,
    });
  }
  return port;
}

it('finds the newest of all, also of a journal that the search did not reach', async () => {
  const batched = inBatches(await written('', '', 'c', '', 'c'), 2);
  expect(await idsOf(batched)).toEqual([4, 2]);
  expect(await idsOf(everyJournal(batched, async () => uids('c')))).toEqual([5, 4]);
});

it('gives the port’s own answer where no journal can be missed', async () => {
  const port = await written('', 'a');
  const own: Outcome<readonly unknown[]> = { ok: true, value: ['as it came', 'twice', 'twice'] };
  const every = everyJournal({ ...port, find: async () => own }, async () => uids());
  expect(await every.find(NEWEST)).toBe(own);
});

it('asks about no journals where one dashboard is searched', async () => {
  const journals = jest.fn(async () => uids('c'));
  const port = await written('', 'b', 'c');
  expect(await idsOf(everyJournal(port, journals), { ...NEWEST, dashboardUid: 'b' })).toEqual([2]);
  expect(journals).not.toHaveBeenCalled();
});

it('asks each journal the same question, and can be called off', async () => {
  const port = await written('', 'c');
  const find = jest.fn(port.find);
  const { signal } = new AbortController();
  await everyJournal({ ...port, find }, async () => uids('c', 'd')).find({ ...NEWEST, from: 1, to: 2 }, signal);
  const asked = { ...NEWEST, from: 1, to: 2 };
  expect(find.mock.calls).toEqual([
    [asked, signal],
    [{ ...asked, dashboardUid: 'c' }, signal],
    [{ ...asked, dashboardUid: 'd' }, signal],
  ]);
});

it('keeps an item that is no annotation, so that it can be told', async () => {
  const port = await written('');
  const find: AnnotationPort['find'] = async ({ dashboardUid }) =>
    dashboardUid ? { ok: true, value: [7] } : port.find(NEWEST);
  const every = everyJournal({ ...port, find }, async () => uids('c'));
  expect(await every.find(NEWEST)).toMatchObject({ ok: true, value: [7, { id: 1 }] });
});

it('fails where the search, a journal or the list of journals cannot be read, and asks for that list again', async () => {
  const port = await written('', 'c');
  const answers: Array<Outcome<string[]>> = [failed('unavailable', 'settings'), uids('c')];
  const every = everyJournal(port, async () => answers.shift() ?? uids());
  expect(await every.find(NEWEST)).toMatchObject({ ok: false, failure: { detail: 'settings' } });
  port.failNext('find', { failure: { kind: 'timeout', status: 0, detail: '' } });
  expect(await every.find(NEWEST)).toMatchObject({ ok: false, failure: { kind: 'timeout' } });
  const halfway = everyJournal(
    { ...port, find: async ({ dashboardUid }) => (dashboardUid ? failed('offline') : port.find(NEWEST)) },
    async () => uids('c')
  );
  expect(await halfway.find(NEWEST)).toMatchObject({ ok: false, failure: { kind: 'offline' } });
  expect(await idsOf(every)).toEqual([2, 1]);
});

it('asks for the journals once a minute, not with each page', async () => {
  let at = 0;
  const journals = jest.fn(async () => uids());
  const every = everyJournal(await written(''), journals, () => at);
  await Promise.all([every.find(NEWEST), every.find(NEWEST)]);
  at = 59_999;
  await every.find(NEWEST);
  expect(journals).toHaveBeenCalledTimes(1);
  at = 60_000;
  await every.find(NEWEST);
  expect(journals).toHaveBeenCalledTimes(2);
});

it('passes everything else on', async () => {
  const port = await written('', 'c');
  const every = everyJournal(port, async () => uids('c'));
  expect(await every.get(2)).toMatchObject({ ok: true, value: { id: 2 } });
  expect(await every.remove(2)).toMatchObject({ ok: true });
  expect(await idsOf(every)).toEqual([1]);
});

it('lets a walk read everything exactly once, however Grafana cuts its search', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('', '', ...DASHBOARDS), { maxLength: 250 }),
      fc.integer({ min: 1, max: 5 }),
      async (places, size) => {
        const every = everyJournal(inBatches(await written(...places), size), async () => uids(...DASHBOARDS));
        const walked = await walkAnnotations(every, { tags: ['near-miss'] });
        const ids = walked.ok ? walked.value.annotations.map((raw) => (raw as Row).id) : [];
        expect(ids).toEqual(places.map((_, index) => places.length - index));
      }
    ),
    { numRuns: 40 }
  );
});

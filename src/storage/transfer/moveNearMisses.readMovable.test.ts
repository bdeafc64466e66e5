import { encodeChange } from '../../domain/codec/encodeChange';
import { encodeEntry } from '../../domain/codec/encodeEntry';
import { encodeRecord } from '../../domain/codec/encodeRecord';
import { readSettings } from '../../domain/record/settings';
import { annotationsSend } from '../../testing/grafana/annotationsSend';
import { aChange, anEntry, aNearMiss, aRecord } from '../../testing/builders/builders';
import { notingSend } from '../../testing/grafana/notingSend';
import { memoryAnnotations } from '../../testing/grafana/memoryAnnotations';
import type { Place } from '../../domain/record/place';
import { readMovable } from './moveNearMisses';

const PERMISSIONS = '/api/access-control/user/permissions';
const EDITOR = { [PERMISSIONS]: { 'annotations:create': ['annotations:*'] } };
const down = { failure: { kind: 'unavailable', status: 503, detail: 'down' } } as const;
const journal = (dashboardUid: string): Place => ({ kind: 'journal', dashboardUid });

/** What is configured: one journal of a folder, one of a team. */
const settings = readSettings({
  teams: [{ name: 'Payments', journalUid: 'payments' }],
  journals: [{ folderUid: 'f1', dashboardUid: 'shops', title: 'Shops' }],
});

function aGrafana(answers: Record<string, unknown> = EDITOR) {
  let clock = 1_790_000_000_000;
  const port = memoryAnnotations({ now: () => ++clock });
  const send = notingSend(annotationsSend(port, answers));
  const record = (id: string, place: Place) => port.post(encodeRecord(aRecord({ id }), place, ''));
  return { port, send, record };
}

it('brings the near misses, the right and the journals of the settings', async () => {
  const { send, record } = aGrafana();
  await record('near-miss-01', { kind: 'organization' });
  await record('near-miss-02', journal('shops'));
  const read = await readMovable(send, settings);
  expect(read).toMatchObject({ ok: true, value: { organization: true } });
  expect(read.ok && read.value.nearMisses.map(({ nearMiss }) => nearMiss.id).sort()).toEqual([
    'near-miss-01',
    'near-miss-02',
  ]);
  expect(read.ok && read.value.journals).toEqual([
    { dashboardUid: 'shops', title: 'Shops', folderUids: ['f1'], teams: [], is: 'gone' },
    { dashboardUid: 'payments', title: 'Payments', folderUids: [], teams: ['Payments'], is: 'gone' },
  ]);
});

it('says when the reader may not write to the organization', async () => {
  const { send } = aGrafana({ [PERMISSIONS]: { 'annotations:create': ['annotations:type:dashboard'] } });
  expect(await readMovable(send, readSettings(null))).toEqual({
    ok: true,
    value: { nearMisses: [], organization: false, journals: [] },
  });
});

it('adds journals that are not configured any more but still hold something, each once', async () => {
  const { send, record, port } = aGrafana();
  await record('near-miss-01', journal('former'));
  await record('near-miss-02', journal('former'));
  await record('near-miss-03', journal('shops'));
  await record('near-miss-04', journal('payments'));
  await record('near-miss-05', { kind: 'organization' });
  const of = (place: Place) => aNearMiss({ id: 'near-miss-05', place });
  await port.post(encodeChange(aChange({ nearMiss: 'near-miss-05' }), of(journal('of-a-change')), ''));
  await port.post(encodeEntry(anEntry({ nearMiss: 'near-miss-05' }), of(journal('of-an-entry')), ''));
  const read = await readMovable(send, settings);
  const added = (uid: string) => ({ dashboardUid: uid, title: uid, folderUids: [''], teams: [], is: 'gone' });
  const journals = read.ok ? read.value.journals : [];
  const uids = journals.map(({ dashboardUid }) => dashboardUid).sort();
  expect(uids).toEqual(['former', 'of-a-change', 'of-an-entry', 'payments', 'shops']);
  for (const uid of ['former', 'of-a-change', 'of-an-entry']) {
    expect(journals).toContainEqual(added(uid));
  }
});

it('fails with the reason when the near misses cannot be read', async () => {
  const { send, port } = aGrafana({});
  port.failNext('find', down);
  expect(await readMovable(send, settings)).toEqual({ ok: false, ...down });
});

it('fails with the reason when nobody knows who may write', async () => {
  const { send } = aGrafana({});
  expect(await readMovable(send, settings)).toEqual({
    ok: false,
    failure: { kind: 'missing', status: 404, detail: '' },
  });
});

it('asks about no journal when it failed', async () => {
  const { send } = aGrafana({});
  await readMovable(send, settings);
  expect(send.asked.filter(({ path }) => path.includes('/dashboards/'))).toEqual([]);
});

it('stops with the one who asked', async () => {
  const { send } = aGrafana();
  const { signal } = new AbortController();
  await readMovable(send, settings, signal);
  const stopping = send.asked.filter((request) => request.signal === signal);
  expect([...new Set(stopping.map(({ path }) => path.replace(/\?.*/, '')))]).toEqual([
    '/api/annotations',
    PERMISSIONS,
    '/api/dashboards/uid/shops',
    '/api/dashboards/uid/payments',
  ]);
});

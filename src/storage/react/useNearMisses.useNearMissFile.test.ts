import { encodeRecord } from '../../domain/codec/encodeRecord';
import { anEntry, aRecord } from '../../testing/builders/builders';
import { memorySend } from '../../testing/grafana/memorySend';
import { renderOver } from '../../testing/render/renderOver';
import { settle } from '../../testing/render/settle';
import { createNearMissStore } from '../store/createNearMissStore';
import { memoryAnnotations } from '../../testing/grafana/memoryAnnotations';
import type { QueuedWrite } from '../store/queuedWrite';
import { useOutbox } from './useOutbox';
import { useNearMissFile } from './useNearMisses';

const link = (id: string) => `/nm/${id}`;
const ID = 'near-miss-01';
const answer: QueuedWrite = { what: 'entry', entry: anEntry({ nearMiss: ID }) };
const down = { failure: { kind: 'unavailable', status: 503, detail: 'down' } } as const;

beforeEach(() => window.localStorage.clear());

async function aGrafana(title = 'Orders piled up') {
  let clock = 1_790_000_000_000;
  const port = memoryAnnotations({ now: () => ++clock });
  await port.post(encodeRecord(aRecord({ id: ID, title }), { kind: 'organization' }, link(ID)));
  return { port, store: createNearMissStore(port, { link, sleep: async () => {} }), send: memorySend({}) };
}

function show(host: Awaited<ReturnType<typeof aGrafana>>, id = ID) {
  const shown = renderOver(() => ({ file: useNearMissFile(id), outbox: useOutbox() }), host);
  const share = () => settle(() => shown.result.current.outbox.send({ subject: ID, field: 'q1' }, answer));
  return { ...shown, file: () => shown.result.current.file, share };
}

const withEntries = (...ids: readonly string[]) => ({
  state: 'ready',
  file: { nearMiss: { id: ID }, entries: ids.map((id) => ({ id })) },
});

it('loads, then has the near miss with its worksheet', async () => {
  const { file } = show(await aGrafana());
  expect(file()).toStrictEqual({ state: 'loading', refresh: expect.any(Function) });
  await settle();
  expect(file()).toEqual({
    state: 'ready',
    file: expect.objectContaining({ nearMiss: expect.objectContaining({ id: ID }), entries: [], markers: [] }),
    refreshing: false,
    refresh: expect.any(Function),
  });
});

it('fails with the reason, and reads again when asked', async () => {
  const host = await aGrafana();
  host.port.failNext('find', down);
  const { file } = show(host);
  await settle();
  const failed = file();
  expect(failed).toStrictEqual({ state: 'failed', failure: down.failure, retry: expect.any(Function) });
  await settle(() => failed.state === 'failed' && failed.retry());
  expect(file()).toMatchObject(withEntries());
});

it('keeps what it shows when a refresh fails, and says why', async () => {
  const host = await aGrafana();
  const { file } = show(host);
  await settle();
  host.port.failNext('find', down);
  const shown = file();
  await settle(() => shown.state === 'ready' && shown.refresh());
  expect(file()).toMatchObject({ ...withEntries(), refreshing: false, failure: down.failure });
});

it('reads the near miss of another store', async () => {
  const { file, exchange } = show(await aGrafana('first'));
  await settle();
  exchange({ store: (await aGrafana('second')).store });
  await settle();
  expect(file()).toMatchObject({ state: 'ready', file: { nearMiss: { title: 'second' } } });
});

it('reads once however often it is drawn', async () => {
  const host = await aGrafana();
  const { exchange } = show(host);
  await settle();
  exchange();
  expect(host.port.calls().filter((method) => method === 'find')).toHaveLength(1);
});

it('reads again when something that waited got through', async () => {
  const { file, share } = show(await aGrafana());
  await settle();
  await share();
  expect(file()).toMatchObject(withEntries('entry-1-abcd'));
});

it('reads anew what began before that and may lack it', async () => {
  const host = await aGrafana();
  let open = () => {};
  const gate = new Promise<void>((resolve) => (open = resolve));
  host.port.delay(() => gate);
  const { file, share } = show(host);
  host.port.delay(async () => {});
  await share();
  expect(file()).toMatchObject(withEntries('entry-1-abcd'));
  await settle(open);
  expect(file()).toMatchObject(withEntries('entry-1-abcd'));
});

it('tries again what had failed when something got through', async () => {
  const host = await aGrafana();
  host.port.failNext('find', down);
  const { file, share } = show(host);
  await settle();
  expect(file()).toMatchObject({ state: 'failed' });
  await share();
  expect(file()).toMatchObject(withEntries('entry-1-abcd'));
});

it('stops when nobody looks any more', async () => {
  const host = await aGrafana();
  const signals: Array<AbortSignal | undefined> = [];
  const { read } = host.store;
  host.store.read = (id, signal) => {
    signals.push(signal);
    return read(id, signal);
  };
  const { unmount } = show(host);
  expect(signals.map((signal) => signal?.aborted)).toEqual([false]);
  unmount();
  expect(signals.map((signal) => signal?.aborted)).toEqual([true]);
});

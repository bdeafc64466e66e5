import { memorySend, refusing } from '../../testing/grafana/memorySend';
import { renderOver } from '../../testing/render/renderOver';
import { settle } from '../../testing/render/settle';
import { createNearMissStore } from '../store/createNearMissStore';
import { memoryAnnotations } from '../../testing/grafana/memoryAnnotations';
import { useDraftMaterial } from './useDraftMaterial';

const SETTINGS = 'GET /api/plugins/resilience-nearmiss-app/settings';
const sendOf = (team: string) => memorySend({ [SETTINGS]: { jsonData: { teams: [{ name: team }] } } });

/** A Grafana with a draft of the organization for each of the words. */
async function aStore(...words: readonly string[]) {
  const port = memoryAnnotations();
  for (const text of words) {
    await port.post({ time: 5, timeEnd: 9, text, tags: ['near-miss'] });
  }
  return createNearMissStore(port, { link: (id) => id, sleep: async () => {} });
}

const material = (text: string, team: string) => ({
  state: 'ready',
  value: { draft: { is: 'open', draft: { text } }, settings: { teams: [{ name: team }] }, panel: null, folders: [] },
});

it('brings what completing the draft works with', async () => {
  const store = await aStore('odd');
  const { result } = renderOver(() => useDraftMaterial(1), { store, send: sendOf('payments') });
  expect(result.current.state).toBe('loading');
  await settle();
  expect(result.current).toMatchObject(material('odd', 'payments'));
});

it.each([0, 7])('fails as missing for draft %i, which there is not', async (id) => {
  const store = await aStore('odd');
  const { result } = renderOver(() => useDraftMaterial(id), { store, send: sendOf('payments') });
  await settle();
  expect(result.current).toMatchObject({ state: 'failed', failure: { kind: 'missing', status: 404 } });
});

it('fails with the reason when the settings cannot be read', async () => {
  const store = await aStore('odd');
  const send = memorySend({ [SETTINGS]: refusing(503) });
  const { result } = renderOver(() => useDraftMaterial(1), { store, send });
  await settle();
  expect(result.current).toMatchObject({ state: 'failed', failure: { kind: 'unavailable', status: 503 } });
});

it('reads again for another draft, from another store and in another Grafana, and only then', async () => {
  const send = sendOf('payments');
  let id = 1;
  const { result, exchange } = renderOver(() => useDraftMaterial(id), { store: await aStore('one', 'two'), send });
  await settle();
  exchange();
  expect(send.asked).toHaveLength(1);
  id = 2;
  exchange();
  await settle();
  expect(result.current).toMatchObject(material('two', 'payments'));
  exchange({ store: await aStore('uno', 'due') });
  await settle();
  expect(result.current).toMatchObject(material('due', 'payments'));
  exchange({ send: sendOf('search') });
  await settle();
  expect(result.current).toMatchObject(material('due', 'search'));
});

it('stops when nobody looks any more', async () => {
  const send = sendOf('payments');
  const { unmount } = renderOver(() => useDraftMaterial(1), { store: await aStore('odd'), send });
  unmount();
  expect(send.asked.map(({ signal }) => signal?.aborted)).toEqual([true]);
});

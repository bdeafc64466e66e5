import { memorySend, refusing } from '../../testing/memorySend';
import { renderOver } from '../../testing/renderOver';
import { settle } from '../../testing/settle';
import { useWritablePlaces } from './useWritablePlaces';

const SETTINGS = 'GET /api/plugins/resilience-nearmiss-app/settings';
const PERMISSIONS = 'GET /api/access-control/user/permissions';
const EDITOR = { 'annotations:create': ['annotations:*'] };
const JOURNALS = { jsonData: { journals: [{ folderUid: 'f', dashboardUid: 'shops', title: 'Shops' }] } };

const organization = (mayWrite: boolean) => ({ place: { kind: 'organization' }, title: '', mayWrite });
const shops = { place: { kind: 'journal', dashboardUid: 'shops' }, title: 'Shops', mayWrite: false };

it('names the places of the settings with the rights there', async () => {
  const send = memorySend({ [SETTINGS]: JOURNALS, [PERMISSIONS]: EDITOR });
  const { result } = renderOver(() => useWritablePlaces(), { send });
  expect(result.current.state).toBe('loading');
  await settle();
  expect(result.current).toMatchObject({ state: 'ready', value: [organization(true), shops] });
});

it('fails with the reason when the settings cannot be read, and asks for no rights', async () => {
  const send = memorySend({ [SETTINGS]: refusing(504, 'late'), [PERMISSIONS]: EDITOR });
  const { result } = renderOver(() => useWritablePlaces(), { send });
  await settle();
  expect(result.current).toMatchObject({ state: 'failed', failure: { kind: 'timeout', status: 504, detail: 'late' } });
  expect(send.asked).toHaveLength(1);
});

it('fails with the reason when the rights cannot be read', async () => {
  const send = memorySend({ [SETTINGS]: JOURNALS, [PERMISSIONS]: refusing(503) });
  const { result } = renderOver(() => useWritablePlaces(), { send });
  await settle();
  expect(result.current).toMatchObject({ state: 'failed', failure: { kind: 'unavailable', status: 503 } });
});

it('reads again in another Grafana, and only then', async () => {
  const send = memorySend({ [SETTINGS]: {}, [PERMISSIONS]: EDITOR });
  const { result, exchange } = renderOver(() => useWritablePlaces(), { send });
  await settle();
  exchange();
  expect(send.asked).toHaveLength(2);
  exchange({ send: memorySend({ [SETTINGS]: {}, [PERMISSIONS]: {} }) });
  await settle();
  expect(result.current).toMatchObject({ state: 'ready', value: [organization(false)] });
});

it('stops when nobody looks any more', async () => {
  const send = memorySend({ [SETTINGS]: JOURNALS, [PERMISSIONS]: EDITOR });
  const { unmount } = renderOver(() => useWritablePlaces(), { send });
  await settle();
  unmount();
  expect(send.asked.map(({ signal }) => signal?.aborted)).toEqual([true, true, true, true]);
});

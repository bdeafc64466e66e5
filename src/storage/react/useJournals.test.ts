import { readSettings } from '../../domain/record/settings';
import { kindsAsked } from '../../testing/grafana/kindsAsked';
import { memorySend, refusing } from '../../testing/grafana/memorySend';
import { renderOver } from '../../testing/render/renderOver';
import { settle } from '../../testing/render/settle';
import { useFolders, useJournals, useWritablePlaces } from './useJournals';

const of = (uid: string) => readSettings({ journals: [{ folderUid: 'f', dashboardUid: uid, title: uid }] });
const gone = (uid: string) => ({ dashboardUid: uid, title: uid, folderUids: ['f'], teams: [], is: 'gone' });
const forbidden = (uid: string) => ({ ...gone(uid), is: 'forbidden' });

describe('useJournals', () => {
  it('brings what is known of each journal', async () => {
    const send = memorySend({});
    const settings = of('shops');
    const { result } = renderOver(() => useJournals(settings), { send });
    expect(result.current.state).toBe('loading');
    await settle();
    expect(result.current).toMatchObject({ state: 'ready', value: [gone('shops')], refreshing: false });
    expect(kindsAsked(send)).toEqual(['GET dashboard shops']);
  });

  it('reads again for other settings and in another Grafana, and only then', async () => {
    const send = memorySend({});
    let settings = of('shops');
    const { result, exchange } = renderOver(() => useJournals(settings), { send });
    await settle();
    exchange();
    expect(send.asked).toHaveLength(1);
    settings = of('payments');
    exchange();
    await settle();
    expect(result.current).toMatchObject({ state: 'ready', value: [gone('payments')] });
    exchange({ send: memorySend({ 'GET /api/dashboards/uid/payments': refusing(403) }) });
    await settle();
    expect(result.current).toMatchObject({ state: 'ready', value: [forbidden('payments')] });
  });

  it('stops when nobody looks any more', () => {
    const send = memorySend({});
    const settings = of('shops');
    const { unmount } = renderOver(() => useJournals(settings), { send });
    unmount();
    expect(send.asked.map(({ signal }) => signal?.aborted)).toEqual([true]);
  });
});

describe('useFolders', () => {
  const SEARCH = 'GET /api/search';
  const folder = { uid: 'f', title: 'Shops' };

  it('brings the folders', async () => {
    const { result } = renderOver(() => useFolders(), { send: memorySend({ [SEARCH]: [folder] }) });
    await settle();
    expect(result.current).toMatchObject({ state: 'ready', value: [{ uid: 'f', path: 'Shops' }] });
  });

  it('fails with the reason', async () => {
    const { result } = renderOver(() => useFolders(), { send: memorySend({ [SEARCH]: refusing(503, 'down') }) });
    await settle();
    expect(result.current).toMatchObject({
      state: 'failed',
      failure: { kind: 'unavailable', status: 503, detail: 'down' },
    });
  });

  it('reads again in another Grafana, and only then', async () => {
    const send = memorySend({ [SEARCH]: [folder] });
    const { result, exchange } = renderOver(() => useFolders(), { send });
    await settle();
    exchange();
    expect(send.asked).toHaveLength(1);
    exchange({ send: memorySend({ [SEARCH]: [] }) });
    await settle();
    expect(result.current).toMatchObject({ state: 'ready', value: [] });
  });

  it('stops when nobody looks any more', () => {
    const send = memorySend({});
    const { unmount } = renderOver(() => useFolders(), { send });
    unmount();
    expect(send.asked.map(({ signal }) => signal?.aborted)).toEqual([true]);
  });
});

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

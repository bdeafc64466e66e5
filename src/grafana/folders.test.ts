import { memorySend, refusing } from '../testing/grafana/memorySend';
import { listDashboardFolders, listFolders, readFolderLine } from './folders';

it('names folders by their path, in order', async () => {
  const send = memorySend({
    'GET /api/search': [
      { uid: 'c', title: 'Cards', folderUid: 'b' },
      { uid: 'b', title: 'Payments', folderUid: 'a' },
      { uid: 'a', title: 'Shops' },
      { uid: 'h', title: 'Below a hidden one', folderUid: 'hidden' },
    ],
  });
  expect(await listFolders(send)).toEqual({
    ok: true,
    value: [
      { uid: 'h', path: 'Below a hidden one' },
      { uid: 'a', path: 'Shops' },
      { uid: 'b', path: 'Shops / Payments' },
      { uid: 'c', path: 'Shops / Payments / Cards' },
    ],
  });
});

it('ends also when the answer goes round in circles', async () => {
  const send = memorySend({ 'GET /api/search': [{ uid: 'a', title: 'A', folderUid: 'a' }, 7] });
  expect(await listFolders(send)).toEqual({ ok: true, value: [{ uid: 'a', path: 'A / A' }] });
});

it('passes over what has no uid, which is above no folder', async () => {
  const send = memorySend({ 'GET /api/search': [{ title: 'Nameless' }, { uid: 'a', title: 'A' }] });
  expect(await listFolders(send)).toEqual({ ok: true, value: [{ uid: 'a', path: 'A' }] });
});

it('says when Grafana did not answer', async () => {
  expect(await listFolders(memorySend({ 'GET /api/search': refusing(503) }))).toMatchObject({ ok: false });
});

it('asks for as many as Grafana gives at once', async () => {
  const send = memorySend({ 'GET /api/search': [] });
  const { signal } = new AbortController();
  expect(await listFolders(send, signal)).toEqual({ ok: true, value: [] });
  expect(send.asked).toEqual([{ method: 'GET', path: '/api/search?type=dash-folder&limit=5000', signal }]);
});

it.each([null, 7, 'x', {}])('finds none in an answer of another shape: %j', async (odd) => {
  expect(await listFolders(memorySend({ 'GET /api/search': odd }))).toEqual({ ok: true, value: [] });
});

it('calls a folder without a title by its uid', async () => {
  const found = [
    { uid: 'b', folderUid: 'a' },
    { uid: 'a', title: '' },
  ];
  expect(await listFolders(memorySend({ 'GET /api/search': found }))).toEqual({
    ok: true,
    value: [
      { uid: 'a', path: 'a' },
      { uid: 'b', path: 'a / b' },
    ],
  });
});

it('ends where two lie in each other', async () => {
  const found = [
    { uid: 'a', title: 'A', folderUid: 'b' },
    { uid: 'b', title: 'B', folderUid: 'a' },
  ];
  expect(await listFolders(memorySend({ 'GET /api/search': found }))).toEqual({
    ok: true,
    value: [
      { uid: 'a', path: 'A / B / A' },
      { uid: 'b', path: 'B / A / B' },
    ],
  });
});

it('leads from the folder to the top', async () => {
  const parents = [{ uid: 'top' }, { uid: 'middle' }];
  const send = memorySend({ 'GET /api/folders/deep': { uid: 'deep', parents } });
  expect(await readFolderLine(send, 'deep')).toEqual({ ok: true, value: ['deep', 'middle', 'top'] });
});

it('is the folder alone when nothing lies above it, or nothing may be known', async () => {
  const send = memorySend({ 'GET /api/folders/flat': { uid: 'flat' }, 'GET /api/folders/hidden': refusing(403) });
  expect(await readFolderLine(send, 'flat')).toEqual({ ok: true, value: ['flat'] });
  expect(await readFolderLine(send, 'hidden')).toEqual({ ok: true, value: ['hidden'] });
  expect(await readFolderLine(send, '')).toEqual({ ok: true, value: [] });
});

it('says when Grafana did not answer', async () => {
  const send = memorySend({ 'GET /api/folders/flat': refusing(503) });
  expect(await readFolderLine(send, 'flat')).toMatchObject({ ok: false, failure: { kind: 'unavailable' } });
});

it('asks by a uid that fits into an address, and for nothing where there is no folder', async () => {
  const send = memorySend({});
  const { signal } = new AbortController();
  await readFolderLine(send, 'a/b', signal);
  await readFolderLine(send, '', signal);
  expect(send.asked).toEqual([{ method: 'GET', path: '/api/folders/a%2Fb', signal }]);
});

it('is the folder alone when it is gone, or Grafana names what is no folder', async () => {
  expect(await readFolderLine(memorySend({}), 'gone')).toEqual({ ok: true, value: ['gone'] });
  for (const parents of [null, 'x', {}, [{}, 7, { uid: '' }]]) {
    const send = memorySend({ 'GET /api/folders/flat': { parents } });
    expect(await readFolderLine(send, 'flat')).toEqual({ ok: true, value: ['flat'] });
  }
});

describe('where somebody may make dashboards', () => {
  const PERMISSIONS = 'GET /api/access-control/user/permissions';

  it('is in the folders that Grafana says they may edit', async () => {
    const send = memorySend({
      'GET /api/search': [{ uid: 'a', title: 'A' }],
      [PERMISSIONS]: { 'dashboards:create': ['folders:uid:a'] },
    });
    expect(await listDashboardFolders(send, 'None')).toEqual({ ok: true, value: [{ uid: 'a', path: 'A' }] });
    expect(send.asked.map(({ path }) => path)).toContainEqual(expect.stringContaining('permission=Edit'));
  });

  it.each(['folders:uid:general', 'folders:*'])('is also in no folder for those who hold %s', async (scope) => {
    const send = memorySend({ 'GET /api/search': [], [PERMISSIONS]: { 'dashboards:create': [scope] } });
    expect(await listDashboardFolders(send, 'None')).toEqual({ ok: true, value: [{ uid: '', path: 'None' }] });
  });

  it('is nowhere for a Viewer', async () => {
    const send = memorySend({ 'GET /api/search': [], [PERMISSIONS]: { 'dashboards:read': ['folders:*'] } });
    expect(await listDashboardFolders(send, 'None')).toEqual({ ok: true, value: [] });
  });

  it.each(['GET /api/search', PERMISSIONS])('is not known where %s fails', async (request) => {
    const send = memorySend({ 'GET /api/search': [], [PERMISSIONS]: {}, [request]: refusing(503) });
    expect(await listDashboardFolders(send, 'None')).toMatchObject({ ok: false, failure: { status: 503 } });
  });
});

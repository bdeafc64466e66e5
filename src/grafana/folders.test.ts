import { memorySend, refusing } from '../testing/memorySend';
import { listFolders } from './folders';

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

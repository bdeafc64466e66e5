import { memorySend, refusing } from '../testing/memorySend';
import { listFolders } from './listFolders';

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

it('says when Grafana did not answer', async () => {
  expect(await listFolders(memorySend({ 'GET /api/search': refusing(503) }))).toMatchObject({ ok: false });
});

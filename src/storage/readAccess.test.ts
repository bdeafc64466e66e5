import { memorySend, refusing } from '../testing/memorySend';
import { readAccess } from './readAccess';

const journal = { uid: 'journal', folderUid: 'deep' };
const answers = {
  'GET /api/folders/deep': { parents: [{ uid: 'top' }] },
  'GET /api/dashboards/uid/journal/permissions': [{ userLogin: 'admin', permission: 4 }],
  'GET /api/folders/deep/permissions': [{ team: 'payments', permission: 2 }],
  'GET /api/folders/top/permissions': [
    { role: 'Viewer', permission: 1 },
    { role: 'Admin', permission: 4 },
    { team: 'payments', permission: 1 },
    { userLogin: 'vera', userId: 7, permission: 1 },
  ],
};

it('adds up what the dashboard and the folders above it give', async () => {
  expect(await readAccess(memorySend(answers), journal)).toEqual({
    access: [
      { kind: 'user', name: 'admin', may: 'edit' },
      { kind: 'team', name: 'payments', may: 'edit' },
      { kind: 'role', name: 'Viewer', may: 'view' },
      { kind: 'user', name: 'vera', may: 'view' },
    ],
    failure: null,
  });
});

it('says that it does not know all when part of it may not be read', async () => {
  const send = memorySend({ ...answers, 'GET /api/folders/top/permissions': refusing(403) });
  expect(await readAccess(send, journal)).toMatchObject({
    access: [{ name: 'admin' }, { name: 'payments' }],
    failure: { kind: 'forbidden' },
  });
});

it('says so too when the folders are not known', async () => {
  const send = memorySend({ ...answers, 'GET /api/folders/deep': refusing(503) });
  expect(await readAccess(send, journal)).toMatchObject({ failure: { kind: 'unavailable' } });
});

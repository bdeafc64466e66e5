import { kindsAsked } from '../testing/grafana/kindsAsked';
import { memorySend, refusing } from '../testing/grafana/memorySend';
import { readAccess } from './access';

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

it('asks the dashboard and each folder once, by uids that fit into an address', async () => {
  const send = memorySend({ 'GET /api/folders/a%2Fb': { parents: [{ uid: 'c d' }] } });
  const { signal } = new AbortController();
  await readAccess(send, { uid: 'e/f', folderUid: 'a/b' }, signal);
  expect(kindsAsked(send)).toEqual([
    ...['GET folder a/b', 'GET permissions of dashboard e/f'],
    ...['GET permissions of folder a/b', 'GET permissions of folder c d'],
  ]);
  expect(send.asked.at(-1)?.path).toContain('/c%20d/');
  expect(send.asked.every((request) => request.signal === signal)).toBe(true);
});

it('asks the dashboard alone where no folder is known, and tells the first thing that went wrong', async () => {
  const send = memorySend({
    'GET /api/folders/deep': refusing(503, 'first'),
    'GET /api/dashboards/uid/journal/permissions': refusing(403, 'second'),
  });
  expect(await readAccess(send, journal)).toEqual({
    access: [],
    failure: { kind: 'unavailable', status: 503, detail: 'first' },
  });
  expect(send.asked).toHaveLength(2);
});

describe('what one list gives', () => {
  const given = async (list: unknown) => {
    const send = memorySend({ 'GET /api/dashboards/uid/journal/permissions': list });
    return (await readAccess(send, { uid: 'journal', folderUid: '' })).access;
  };

  it.each([null, 7, 'x', {}, [], [null, 'x', {}, { permission: 2 }, { role: '', team: '', userLogin: '' }]])(
    'is nothing for %j',
    async (list) => {
      expect(await given(list)).toEqual([]);
    }
  );

  it.each([
    [1, 'view'],
    [2, 'edit'],
    [4, 'edit'],
    ['2', 'view'],
    [undefined, 'view'],
  ])('is by permission %p to %s', async (permission, may) => {
    expect(await given([{ role: 'Viewer', permission }])).toEqual([{ kind: 'role', name: 'Viewer', may }]);
  });

  it('is the strongest of what was given to one, in whichever order, and keeps role, team and user apart', async () => {
    const all = [
      { role: 'Editor', permission: 1 },
      { role: 'Editor', permission: 2 },
      { role: 'Editor', permission: 1 },
      { team: 'Editor', permission: 1 },
      { userLogin: 'Editor', permission: 1 },
    ];
    expect(await given(all)).toEqual([
      { kind: 'role', name: 'Editor', may: 'edit' },
      { kind: 'team', name: 'Editor', may: 'view' },
      { kind: 'user', name: 'Editor', may: 'view' },
    ]);
  });
});

import { kindsAsked } from '../../testing/grafana/kindsAsked';
import { memorySend, refusing } from '../../testing/grafana/memorySend';
import { AN_ADMIN } from '../../testing/stages/selfTestHost';
import { checkRights } from './checkRights';

const journal = (uid: string) => ({ folderUid: `f-${uid}`, dashboardUid: uid, title: `Journal ${uid}` });
const dashboard = (over: object) => ({ dashboard: { title: 'J' }, meta: over });
const WRITABLE = { annotationsPermissions: { dashboard: { canAdd: true } } };
const settings = (...uids: string[]) => ({
  'GET /api/plugins/resilience-nearmiss-app/settings': { jsonData: { journals: uids.map(journal) } },
});
const check = (answers: Parameters<typeof memorySend>[0]) => checkRights(memorySend({ ...AN_ADMIN, ...answers }));
const permissions = (create: string[], read: string[]) => ({
  'GET /api/access-control/user/permissions': { 'annotations:create': create, 'dashboards:read': read },
});

it('is fine where the organization may be written to and no journal is configured', async () => {
  expect(await check({})).toMatchObject({
    state: 'ok',
    facts: { organization: true, journals: [], readsAll: true, place: { kind: 'organization' } },
  });
});

it('tells of each journal what is wrong with it', async () => {
  const result = await check({
    ...settings('a', 'b', 'c', 'd', 'e', 'f'),
    'GET /api/dashboards/uid/a': dashboard(WRITABLE),
    'GET /api/dashboards/uid/b': dashboard({}),
    'GET /api/dashboards/uid/c': dashboard({ ...WRITABLE, provisioned: true }),
    'GET /api/dashboards/uid/d': refusing(403),
    'GET /api/dashboards/uid/e': refusing(500),
  });
  expect(result.facts.journals.map(({ is }) => is)).toEqual([
    'writable',
    'readable',
    'managed',
    'forbidden',
    'unread',
    'gone',
  ]);
  expect(result.state).toBe('bad');
  expect(result.facts.readsAll).toBe(false);
});

it('asks to look at a journal that can only be read', async () => {
  const result = await check({ ...settings('b'), 'GET /api/dashboards/uid/b': dashboard({}) });
  expect(result).toMatchObject({ state: 'warn', facts: { readsAll: true } });
});

it('does not take configured journals for all there is', async () => {
  const result = await check(permissions(['annotations:*'], ['folders:uid:general']));
  expect(result.facts.readsAll).toBe(false);
});

it('writes its tests to a journal where the organization is closed', async () => {
  const answers = {
    ...permissions(['annotations:type:dashboard'], ['dashboards:*']),
    ...settings('b', 'a'),
    'GET /api/dashboards/uid/a': dashboard(WRITABLE),
    'GET /api/dashboards/uid/b': dashboard({}),
  };
  expect(await check(answers)).toMatchObject({
    state: 'warn',
    facts: { organization: false, place: { kind: 'journal', dashboardUid: 'a' } },
  });
});

it('is wrong where one may write nowhere', async () => {
  const result = await check(permissions([], ['dashboards:*']));
  expect(result).toMatchObject({ state: 'bad', facts: { place: null } });
});

it('says that it does not know when Grafana does not tell, and takes nothing for seen', async () => {
  const failing = { 'GET /api/access-control/user/permissions': refusing(500) };
  expect(await check(failing)).toMatchObject({
    state: 'unknown',
    facts: { organization: null, readsAll: false, failure: { kind: 'unavailable' } },
  });
  const unset = { 'GET /api/plugins/resilience-nearmiss-app/settings': refusing(500) };
  expect(await check(unset)).toMatchObject({ state: 'unknown', facts: { organization: true, readsAll: false } });
});

describe('one journal', () => {
  const of = async (answer: unknown) =>
    check({ ...settings('a'), ...(answer === null ? {} : { 'GET /api/dashboards/uid/a': answer }) });

  it.each([
    ['writable', 'J', dashboard(WRITABLE), 'ok', true],
    ['readable', 'J', dashboard({}), 'warn', true],
    ['managed', 'J', dashboard({ ...WRITABLE, provisioned: true }), 'bad', true],
    ['gone', 'Journal a', null, 'bad', true],
    ['forbidden', 'Journal a', refusing(403), 'warn', false],
    ['unread', 'Journal a', refusing(500), 'warn', false],
  ])('that is %s is told', async (is, title, answer, state, readsAll) => {
    expect(await of(answer)).toEqual({
      ...{ check: 'rights', state, repair: null },
      facts: {
        ...{ organization: true, journals: [{ dashboardUid: 'a', title, is }] },
        ...{ readsAll, place: { kind: 'organization' }, failure: null },
      },
    });
  });
});

it('asks for rights, settings and each journal, with what stops it', async () => {
  const send = memorySend({ ...AN_ADMIN, ...settings('a') });
  const { signal } = new AbortController();
  await checkRights(send, signal);
  expect(kindsAsked(send).sort()).toEqual(['GET dashboard a', 'GET rights', 'GET rights', 'GET settings']);
  expect(send.asked.every((request) => request.signal === signal)).toBe(true);
});

it.each([
  [['*'], true],
  [['dashboards:*'], true],
  [['dashboards:uid:*'], true],
  [['folders:*'], true],
  [['folders:uid:*'], true],
  [['dashboards:uid:a', 'folders:uid:*'], true],
  [['dashboards:uid:a', 'annotations:*'], false],
  [[], false],
])('with %j to read, everything is seen: %p', async (read, readsAll) => {
  expect((await check(permissions(['*'], read))).facts).toMatchObject({ organization: true, readsAll });
});

it('tells why the rights are not known before why the settings are not, and knows no journal then', async () => {
  const settingsFail = { 'GET /api/plugins/resilience-nearmiss-app/settings': refusing(503, 'settings') };
  const rightsFail = { 'GET /api/access-control/user/permissions': refusing(500, 'rights') };
  expect(await check(settingsFail)).toEqual({
    ...{ check: 'rights', state: 'unknown', repair: null },
    facts: {
      ...{ organization: true, journals: [], readsAll: false, place: { kind: 'organization' } },
      failure: { kind: 'unavailable', status: 503, detail: 'settings' },
    },
  });
  expect((await check({ ...settingsFail, ...rightsFail })).facts).toMatchObject({
    ...{ organization: null, place: { kind: 'organization' } },
    failure: { detail: 'rights' },
  });
});

import { memorySend, refusing } from '../testing/grafana/memorySend';
import { mayDeleteIn, readDenials, readRights } from './rights';
import { kindsAsked } from '../testing/grafana/kindsAsked';

const PERMISSIONS = '/api/access-control/user/permissions';
const dashboard = (canAdd?: unknown) => ({
  meta: { annotationsPermissions: { dashboard: { canAdd } } },
  dashboard: {},
});
const granted = { 'annotations:create': ['annotations:*'] };

function asking(permissions: unknown, answer?: unknown) {
  return memorySend({
    [`GET ${PERMISSIONS}`]: permissions,
    ...(answer ? { 'GET /api/dashboards/uid/d': answer } : {}),
  });
}

it('asks once for rights, and for a dashboard only when one is named', async () => {
  const signal = new AbortController().signal;
  const send = asking(granted, dashboard(true));
  await readRights(send, undefined, signal);
  await readRights(send, '', signal);
  expect(kindsAsked(send)).toEqual(['GET rights', 'GET rights']);
  await readRights(send, 'd', signal);
  expect(kindsAsked(send).slice(2)).toEqual(['GET rights', 'GET dashboard d']);
  expect(send.asked.every((request) => request.signal === signal)).toBe(true);
});

it.each([['*'], ['annotations:*'], ['annotations:type:*'], ['annotations:type:organization']])(
  'lets write to the organization with %s, whatever else is granted',
  async (scope) => {
    for (const scopes of [[scope], ['annotations:type:dashboard', scope], [scope, 'folders:uid:x']]) {
      expect(await readRights(asking({ 'annotations:create': scopes }))).toMatchObject({
        value: { organization: true },
      });
    }
  }
);

it.each([
  [null],
  [7],
  ['annotations:create'],
  [[]],
  [{}],
  [{ 'annotations:write': ['*'] }],
  [{ 'annotations:create': [] }],
])('does not let write to the organization where Grafana says %j', async (permissions) => {
  expect(await readRights(asking(permissions))).toEqual({
    ok: true,
    value: { organization: false, dashboard: null, unopened: null },
  });
});

it.each([
  [true, true],
  [false, false],
  [undefined, false],
  ['yes', false],
])('takes canAdd %p of the dashboard as %p', async (canAdd, expected) => {
  expect(await readRights(asking(granted, dashboard(canAdd)), 'd')).toEqual({
    ok: true,
    value: { organization: true, dashboard: expected, unopened: null },
  });
});

it.each([
  [404, 'gone'],
  [410, 'gone'],
  [403, 'forbidden'],
])('lets nobody write to a dashboard that answers %i', async (status, unopened) => {
  expect(await readRights(asking(granted, refusing(status)), 'd')).toEqual({
    ok: true,
    value: { organization: true, dashboard: false, unopened },
  });
});

it.each([401, 400, 500, 504])('does not know of a dashboard that answers %i', async (status) => {
  expect(await readRights(asking(granted, refusing(status, 'so')), 'd')).toMatchObject({
    ok: false,
    failure: { status, detail: 'so' },
  });
});

it('passes on why rights cannot be read, whatever the dashboard answers', async () => {
  const failure = { kind: 'unavailable', status: 500, detail: 'down' };
  expect(await readRights(asking(refusing(500, 'down')))).toEqual({ ok: false, failure });
  expect(await readRights(asking(refusing(500, 'down'), dashboard(true)), 'd')).toEqual({ ok: false, failure });
  expect(await readRights(asking(refusing(500, 'down'), refusing(403)), 'd')).toEqual({ ok: false, failure });
});

describe('deleting what is kept somewhere', () => {
  const ORGANIZATION = { kind: 'organization' } as const;
  const JOURNAL = { kind: 'journal', dashboardUid: 'd' } as const;
  const canDelete = (yes?: boolean) => ({ meta: { annotationsPermissions: { dashboard: { canDelete: yes } } } });

  it.each([
    [['annotations:*'], true],
    [['annotations:type:organization'], true],
    [['annotations:type:dashboard'], false],
    [undefined, false],
  ])('is allowed in the organization by the scopes %j: %s', async (scopes, expected) => {
    const send = asking({ 'annotations:create': ['*'], 'annotations:delete': scopes });
    expect(await mayDeleteIn(send, ORGANIZATION)).toEqual({ ok: true, value: expected });
  });

  it.each([
    [true, true],
    [false, false],
    [undefined, true],
  ])('is asked of the dashboard of a journal, whose %s means %s', async (yes, expected) => {
    expect(await mayDeleteIn(asking({}, canDelete(yes)), JOURNAL)).toEqual({ ok: true, value: expected });
  });

  it('is not known where Grafana does not answer', async () => {
    expect(await mayDeleteIn(asking(refusing(500, 'down')), ORGANIZATION)).toMatchObject({ ok: false });
    expect(await mayDeleteIn(asking({}, refusing(500, 'down')), JOURNAL)).toMatchObject({ ok: false });
  });
});

describe('the rights of several places', () => {
  const answers = {
    'GET /api/dashboards/uid/open': dashboard(true),
    'GET /api/dashboards/uid/closed': dashboard(false),
    'GET /api/dashboards/uid/hidden': refusing(403),
    'GET /api/dashboards/uid/down': refusing(503),
  };
  const uids = ['open', 'closed', 'hidden', 'gone', 'down'];

  it('are asked for once and all together; what Grafana does not tell is not known', async () => {
    const send = memorySend({ [`GET ${PERMISSIONS}`]: granted, ...answers });
    const asking = readDenials(send, uids);
    expect(send.asked).toHaveLength(1 + uids.length);
    expect([...(await asking)]).toEqual([
      ['', null],
      ['open', null],
      ['closed', 'no-right'],
      ['hidden', 'forbidden'],
      ['gone', 'gone'],
    ]);
  });

  it('are told of the journals where those of the organization are not known', async () => {
    const send = memorySend({ [`GET ${PERMISSIONS}`]: refusing(503), ...answers });
    expect([...(await readDenials(send, ['open']))]).toEqual([['open', null]]);
    expect([...(await readDenials(asking({}), []))]).toEqual([['', 'no-right']]);
  });
});

import { PANEL_ID } from '../domain/pluginIds';
import { memorySend, refusing } from '../testing/memorySend';
import { makeJournal, unmapJournal } from './makeJournal';

const SETTINGS = '/api/plugins/resilience-nearmiss-app/settings';
const wish = { uid: 'new', title: 'Payments journal', folderUid: 'pay', team: 'payments' };

/** Grafana's answers while the dashboard is not there, until it was POSTed. */
function aGrafana(over: Readonly<Record<string, unknown>> = {}, jsonData: unknown = {}) {
  let made = false;
  const dashboard = { meta: { folderUid: 'pay' }, dashboard: { title: wish.title } };
  return memorySend({
    'GET /api/search': [{ uid: 'other', title: 'Payments journal 2' }],
    'GET /api/dashboards/uid/new': () => (made ? { ok: true, value: dashboard } : refusing(404)()),
    'POST /api/dashboards/db': () => {
      made = true;
      return { ok: true, value: { uid: 'new' } };
    },
    'GET /api/access-control/user/permissions': {},
    [`GET ${SETTINGS}`]: { enabled: true, jsonData },
    [`POST ${SETTINGS}`]: {},
    ...over,
  });
}

const posted = (send: ReturnType<typeof memorySend>, path: string) =>
  send.asked.filter(({ method, path: asked }) => method === 'POST' && asked === path).map(({ body }) => body);

it('makes a dashboard with the panel and maps folder and team, leaving the rest', async () => {
  const before = {
    teams: [
      { name: 'Payments', journalUid: '' },
      { name: 'search', journalUid: 'j2' },
    ],
    journals: [{ folderUid: 'search', dashboardUid: 'j2', title: 'Search' }],
  };
  const send = aGrafana({}, before);
  const settings = {
    extraQuestions: [],
    teams: [
      { name: 'Payments', journalUid: 'new' },
      { name: 'search', journalUid: 'j2' },
    ],
    journals: [...before.journals, { folderUid: 'pay', dashboardUid: 'new', title: 'Payments journal' }],
  };
  expect(await makeJournal(send, wish)).toEqual({ ok: true, value: { is: 'mapped', dashboardUid: 'new', settings } });
  expect(posted(send, '/api/dashboards/db')).toEqual([
    {
      folderUid: 'pay',
      overwrite: false,
      dashboard: expect.objectContaining({ uid: 'new', panels: [expect.objectContaining({ type: PANEL_ID })] }),
    },
  ]);
  expect(posted(send, SETTINGS)).toEqual([expect.objectContaining({ enabled: true, jsonData: settings })]);
});

it('adds a team that was not configured, and maps the folder alone without one', async () => {
  expect(await makeJournal(aGrafana(), wish)).toMatchObject({
    value: { settings: { teams: [{ name: 'payments', journalUid: 'new' }] } },
  });
  expect(await makeJournal(aGrafana(), { ...wish, team: ' ' })).toMatchObject({ value: { settings: { teams: [] } } });
});

it('takes the dashboard of that name in the folder', async () => {
  const send = aGrafana({
    'GET /api/search': [{ uid: 'there', title: 'payments Journal' }],
    'GET /api/dashboards/uid/there': { meta: {}, dashboard: {} },
  });
  expect(await makeJournal(send, wish)).toMatchObject({ value: { is: 'mapped', dashboardUid: 'there' } });
  expect(posted(send, '/api/dashboards/db')).toEqual([]);
});

it('refuses a dashboard that provisioning owns', async () => {
  const send = aGrafana({
    'GET /api/search': [{ uid: 'there', title: 'Payments journal' }],
    'GET /api/dashboards/uid/there': { meta: { provisionedExternalId: 'a.json' }, dashboard: {} },
  });
  expect(await makeJournal(send, wish)).toEqual({ ok: true, value: { is: 'managed', dashboardUid: 'there' } });
  expect(posted(send, SETTINGS)).toEqual([]);
});

it('goes on after a failure in between, without a second dashboard', async () => {
  let refuse = true;
  const send = aGrafana({ [`POST ${SETTINGS}`]: () => (refuse ? refusing(503)() : { ok: true, value: {} }) });
  expect(await makeJournal(send, wish)).toMatchObject({ ok: false, failure: { kind: 'unavailable' } });
  refuse = false;
  expect(await makeJournal(send, wish)).toMatchObject({ ok: true, value: { dashboardUid: 'new' } });
  expect(posted(send, '/api/dashboards/db')).toHaveLength(1);
});

it.each(['GET /api/search', 'POST /api/dashboards/db', `GET ${SETTINGS}`])('maps nothing when %s fails', async (at) => {
  const send = aGrafana({ [at]: refusing(403) });
  expect(await makeJournal(send, wish)).toMatchObject({ ok: false, failure: { kind: 'forbidden' } });
  expect(posted(send, SETTINGS)).toEqual([]);
});

it('takes folders and teams off a journal again', async () => {
  const jsonData = {
    teams: [{ name: 'payments', journalUid: 'j1' }],
    journals: [
      { folderUid: 'a', dashboardUid: 'j1', title: 'One' },
      { folderUid: 'b', dashboardUid: 'j2', title: 'Two' },
    ],
  };
  expect(await unmapJournal(aGrafana({}, jsonData), 'j1')).toMatchObject({
    ok: true,
    value: { teams: [{ name: 'payments', journalUid: '' }], journals: [{ dashboardUid: 'j2' }] },
  });
});

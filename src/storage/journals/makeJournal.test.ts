import { PANEL_ID } from '../../panelId';
import { kindsAsked } from '../../testing/grafana/kindsAsked';
import { memorySend, refusing } from '../../testing/grafana/memorySend';
import { makeJournal, unmapJournal, journalDashboard } from './makeJournal';

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

describe('looking for the dashboard', () => {
  it('asks in the folder by its title, then by the uid it will have; tells Grafana to forget the rights it knew', async () => {
    const send = aGrafana();
    await makeJournal(send, { ...wish, title: 'Payments & cards', folderUid: 'a b' });
    expect(kindsAsked(send)).toEqual([
      ...['GET search', 'GET dashboard new', 'POST dashboard', 'GET rights', 'GET dashboard new'],
      ...['GET settings', 'GET settings', 'POST settings'],
    ]);
    const [search, , , rights] = send.asked;
    expect(search?.path).toMatch(/folderUIDs=a\+b&query=Payments\+%26\+cards&limit=1000$/);
    expect(rights?.path).toMatch(/reloadcache=true$/);
  });

  it.each([
    [' Payments journal ', 'payments JOURNAL'],
    ['payments JOURNAL', '\tPayments journal '],
  ])('takes “%s” for “%s”', async (stored, title) => {
    const send = aGrafana({
      'GET /api/search': [
        { uid: 'other', title: 'Payments' },
        { uid: 'there', title: stored },
      ],
      'GET /api/dashboards/uid/there': { dashboard: {} },
    });
    expect(await makeJournal(send, { ...wish, title })).toMatchObject({ value: { dashboardUid: 'there' } });
    expect(posted(send, '/api/dashboards/db')).toEqual([]);
  });

  it.each([null, 7, 'x', {}, [null, 7]])('makes one where the search answers %j', async (odd) => {
    const send = aGrafana({ 'GET /api/search': odd });
    expect(await makeJournal(send, wish)).toMatchObject({ value: { is: 'mapped', dashboardUid: 'new' } });
    expect(posted(send, '/api/dashboards/db')).toHaveLength(1);
  });

  it.each([403, 500])('makes none where the uid answers %i: it may be there', async (status) => {
    const send = aGrafana({ 'GET /api/dashboards/uid/new': refusing(status, 'so') });
    expect(await makeJournal(send, wish)).toMatchObject({ ok: false, failure: { status, detail: 'so' } });
    expect(send.asked).toHaveLength(2);
  });

  it('takes the uid that Grafana gave, or else the one it was asked for', async () => {
    for (const [answer, uid] of [
      [{ uid: 'given' }, 'given'],
      [null, 'new'],
    ] as const) {
      let made = false;
      const send = aGrafana({
        'POST /api/dashboards/db': () => {
          made = true;
          return { ok: true, value: answer };
        },
        'GET /api/dashboards/uid/new': () => (made ? { ok: true, value: {} } : refusing(404)()),
        'GET /api/dashboards/uid/given': {},
      });
      expect(await makeJournal(send, wish)).toMatchObject({ ok: true, value: { dashboardUid: uid } });
    }
  });

  it('goes on when Grafana does not forget the rights it knew', async () => {
    const send = aGrafana({ 'GET /api/access-control/user/permissions': refusing(500) });
    expect(await makeJournal(send, wish)).toMatchObject({ ok: true, value: { is: 'mapped' } });
  });

  it('maps nothing when the dashboard found cannot be read', async () => {
    const send = aGrafana({
      'GET /api/search': [{ uid: 'there', title: wish.title }],
      'GET /api/dashboards/uid/there': refusing(403, 'no'),
    });
    expect(await makeJournal(send, wish)).toEqual({
      ok: false,
      failure: { kind: 'forbidden', status: 403, detail: 'no' },
    });
    expect(send.asked).toHaveLength(2);
  });
});

describe('mapping folder and team', () => {
  it('replaces what the folder had, and says the name as it was meant', async () => {
    const journals = [
      { folderUid: 'pay', dashboardUid: 'old', title: 'Old' },
      { folderUid: 'other', dashboardUid: 'j2', title: 'Two' },
    ];
    const send = aGrafana({}, { journals });
    expect(await makeJournal(send, { ...wish, title: ' Payments journal ', team: '' })).toMatchObject({
      value: {
        settings: {
          teams: [],
          journals: [journals[1], { folderUid: 'pay', dashboardUid: 'new', title: 'Payments journal' }],
        },
      },
    });
  });

  it('finds the team whatever its case, and adds a new one without blanks around', async () => {
    const teams = [{ name: 'PAYMENTS', journalUid: 'old' }];
    const named = async (team: string) => makeJournal(aGrafana({}, { teams }), { ...wish, team });
    expect(await named(' payments ')).toMatchObject({
      value: { settings: { teams: [{ name: 'PAYMENTS', journalUid: 'new' }] } },
    });
    expect(await named(' cards ')).toMatchObject({
      value: { settings: { teams: [...teams, { name: 'cards', journalUid: 'new' }] } },
    });
    expect(await named(' ')).toMatchObject({ value: { settings: { teams } } });
  });
});

describe('taking a journal off', () => {
  it('leaves other teams and questions as they are', async () => {
    const jsonData = {
      teams: [
        { name: 'payments', journalUid: 'j1' },
        { name: 'search', journalUid: 'j2' },
      ],
      extraQuestions: [{ key: 'q', text: 'Why?', why: '' }],
      journals: [],
    };
    const send = aGrafana({}, jsonData);
    const after = { ...jsonData, teams: [{ name: 'payments', journalUid: '' }, jsonData.teams[1]] };
    expect(await unmapJournal(send, 'j1')).toEqual({ ok: true, value: after });
    expect(posted(send, SETTINGS)).toEqual([{ enabled: true, pinned: false, jsonData: after }]);
    expect(posted(send, '/api/dashboards/db')).toEqual([]);
  });

  it.each(['GET', 'POST'])('passes on why settings fail (%s)', async (method) => {
    const send = aGrafana({ [`${method} ${SETTINGS}`]: refusing(403, 'no') });
    expect(await unmapJournal(send, 'j1')).toEqual({
      ok: false,
      failure: { kind: 'forbidden', status: 403, detail: 'no' },
    });
  });
});

it('is one near-miss panel over the last 90 days, and warns of its own deletion; its annotations are not drawn', () => {
  expect(journalDashboard({ uid: 'j', title: 'Payments journal', team: 'payments' })).toEqual({
    uid: 'j',
    title: 'Payments journal',
    description:
      'A journal of Near Miss. Deleting this dashboard deletes the near misses kept in it; export them first.',
    tags: ['near-miss'],
    schemaVersion: 41,
    editable: true,
    time: { from: 'now-90d', to: 'now' },
    annotations: {
      list: [
        {
          builtIn: 1,
          datasource: { type: 'grafana', uid: '-- Grafana --' },
          enable: true,
          hide: true,
          iconColor: 'rgba(0, 211, 255, 1)',
          name: 'Annotations & Alerts',
          type: 'dashboard',
        },
      ],
    },
    templating: { list: [] },
    panels: [
      {
        id: 1,
        type: 'resilience-nearmiss-panel',
        title: 'Near misses',
        gridPos: { x: 0, y: 0, w: 24, h: 18 },
        targets: [],
        fieldConfig: { defaults: {}, overrides: [] },
        options: { team: 'payments' },
      },
    ],
  });
});

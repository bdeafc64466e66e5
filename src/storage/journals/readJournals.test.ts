import { readSettings } from '../../domain/record/settings';
import { kindsAsked } from '../../testing/grafana/kindsAsked';
import { memorySend, refusing } from '../../testing/grafana/memorySend';
import { readJournals } from './readJournals';

it('says of each journal whether it is there and who reads it; one never hides the others', async () => {
  const settings = readSettings({
    teams: [{ name: 'payments', journalUid: 'fine' }],
    journals: ['fine', 'gone', 'hidden', 'down'].map((uid) => ({ folderUid: `f-${uid}`, dashboardUid: uid })),
  });
  const send = memorySend({
    'GET /api/dashboards/uid/fine': {
      meta: { folderUid: 'f', provisioned: true, annotationsPermissions: { dashboard: { canAdd: true } } },
      dashboard: { title: 'Fine one' },
    },
    'GET /api/dashboards/uid/fine/permissions': [{ role: 'Viewer', permission: 1 }],
    'GET /api/folders/f': {},
    'GET /api/folders/f/permissions': [],
    'GET /api/dashboards/uid/hidden': refusing(403),
    'GET /api/dashboards/uid/down': refusing(503),
  });
  expect(await readJournals(send, settings)).toEqual([
    {
      ...{ dashboardUid: 'fine', title: 'Fine one', folderUids: ['f-fine'], teams: ['payments'], is: 'there' },
      ...{ managed: true, mayWrite: true, access: [{ kind: 'role', name: 'Viewer', may: 'view' }], failure: null },
    },
    expect.objectContaining({ dashboardUid: 'gone', is: 'gone' }),
    expect.objectContaining({ dashboardUid: 'hidden', is: 'forbidden' }),
    expect.objectContaining({ dashboardUid: 'down', is: 'unread', failure: expect.anything() }),
  ]);
});

it('tells of each journal its folders and teams alone, also where it is not there', async () => {
  const settings = readSettings({
    teams: [
      { name: 'payments', journalUid: 'gone' },
      { name: 'search', journalUid: 'other' },
      { name: 'cards', journalUid: 'gone' },
      { name: 'none', journalUid: '' },
    ],
    journals: [
      { folderUid: 'f1', dashboardUid: 'gone', title: 'Gone' },
      { folderUid: 'f2', dashboardUid: 'down', title: 'Down' },
      { folderUid: 'f3', dashboardUid: 'gone', title: 'Once more' },
    ],
  });
  const send = memorySend({ 'GET /api/dashboards/uid/down': refusing(500, 'down') });
  const { signal } = new AbortController();
  expect(await readJournals(send, settings, signal)).toEqual([
    { dashboardUid: 'gone', title: 'Gone', folderUids: ['f1', 'f3'], teams: ['payments', 'cards'], is: 'gone' },
    {
      ...{ dashboardUid: 'down', title: 'Down', folderUids: ['f2'], teams: [], is: 'unread' },
      failure: { kind: 'unavailable', status: 500, detail: 'down' },
    },
    { dashboardUid: 'other', title: 'search', folderUids: [], teams: ['search'], is: 'gone' },
  ]);
  expect(kindsAsked(send)).toEqual(['GET dashboard gone', 'GET dashboard down', 'GET dashboard other']);
  expect(send.asked.every((request) => request.signal === signal)).toBe(true);
});

it('keeps the configured name of one without a title, and asks who may read it', async () => {
  const settings = readSettings({ journals: [{ folderUid: 'f1', dashboardUid: 'plain', title: 'Named' }] });
  const send = memorySend({ 'GET /api/dashboards/uid/plain': {} });
  expect(await readJournals(send, settings)).toEqual([
    {
      ...{ dashboardUid: 'plain', title: 'Named', folderUids: ['f1'], teams: [], is: 'there' },
      ...{ managed: false, mayWrite: false, access: [], failure: expect.objectContaining({ kind: 'missing' }) },
    },
  ]);
  expect(kindsAsked(send)).toEqual(['GET dashboard plain', 'GET permissions of dashboard plain']);
});

it('is nothing where none is configured', async () => {
  const send = memorySend({});
  expect(await readJournals(send, readSettings({}))).toEqual([]);
  expect(send.asked).toEqual([]);
});

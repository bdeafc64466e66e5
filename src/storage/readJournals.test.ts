import { readSettings } from '../domain/settings';
import { memorySend, refusing } from '../testing/memorySend';
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

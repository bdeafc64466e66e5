import { memorySend, refusing } from '../../testing/grafana/memorySend';
import { journalsBeyondSearch } from './grafanaAnnotations';

const SETTINGS = 'GET /api/plugins/resilience-nearmiss-app/settings';
const SEARCH = 'GET /api/search';
const JOURNALS = {
  jsonData: {
    journals: [
      { folderUid: 'payments', dashboardUid: 'journal-p' },
      { folderUid: 'ledger', dashboardUid: 'journal-p' },
    ],
    teams: [{ name: 'Search', journalUid: 'journal-s' }, { name: 'Everybody' }],
  },
};

it('names each journal of folders and teams once when there is a dashboard beyond the first thousand', async () => {
  const send = memorySend({ [SETTINGS]: JOURNALS, [SEARCH]: [{ uid: 'the-1001st' }] });
  expect(await journalsBeyondSearch(send)).toEqual({ ok: true, value: ['journal-p', 'journal-s'] });
  expect(send.asked.map(({ path }) => path)).toEqual([
    '/api/plugins/resilience-nearmiss-app/settings',
    '/api/search?type=dash-db&limit=1&page=1001',
  ]);
});

it('names none when there are fewer dashboards', async () => {
  const send = memorySend({ [SETTINGS]: JOURNALS, [SEARCH]: [] });
  expect(await journalsBeyondSearch(send)).toEqual({ ok: true, value: [] });
});

it.each([
  ['cannot be searched', refusing(502)],
  ['may not be searched', refusing(403)],
  ['are answered as something else', { message: 'no list' }],
])('names them all when dashboards %s: nothing is missed then either', async (_, answer) => {
  const send = memorySend({ [SETTINGS]: JOURNALS, [SEARCH]: answer });
  expect(await journalsBeyondSearch(send)).toEqual({ ok: true, value: ['journal-p', 'journal-s'] });
});

it('does not count dashboards where there is no journal', async () => {
  const send = memorySend({ [SETTINGS]: { jsonData: { teams: [{ name: 'Everybody' }] } } });
  expect(await journalsBeyondSearch(send)).toEqual({ ok: true, value: [] });
  expect(send.asked).toHaveLength(1);
});

it.each([403, 404])('knows none where the settings answer %i', async (status) => {
  expect(await journalsBeyondSearch(memorySend({ [SETTINGS]: refusing(status) }))).toEqual({ ok: true, value: [] });
});

it('says when the settings cannot be read just now', async () => {
  expect(await journalsBeyondSearch(memorySend({ [SETTINGS]: refusing(503) }))).toMatchObject({
    ok: false,
    failure: { status: 503 },
  });
});

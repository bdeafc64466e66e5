import { memorySend, refusing } from '../testing/grafana/memorySend';
import { makeStarterDashboard } from './makeStarterDashboard';

const wish = { uid: 'new', folderUid: 'pay' };

it('makes a dashboard that follows its own time, team and service in the chosen folder', async () => {
  const send = memorySend({ 'GET /api/search': [], 'POST /api/dashboards/db': { uid: 'new' } });
  expect(await makeStarterDashboard(send, wish)).toEqual({ ok: true, value: { uid: 'new', isNew: true } });
  const options = (view: string) => expect.objectContaining({ options: expect.objectContaining({ view, days: 0 }) });
  expect(send.asked[1]?.body).toMatchObject({
    folderUid: 'pay',
    overwrite: false,
    dashboard: {
      uid: 'new',
      panels: [options('list'), options('timeline'), options('story')],
      templating: { list: [{ name: 'team' }, { name: 'service' }] },
      annotations: { list: [{ builtIn: 1 }, { target: { type: 'tags', tags: ['near-miss-marker'] } }] },
    },
  });
});

it.each([
  ['', 'general'],
  ['pay', 'pay'],
])('leaves one of its name alone that is in the folder %j', async (folderUid, searched) => {
  const send = memorySend({ 'GET /api/search': [{ uid: 'old', title: 'near misses ' }] });
  expect(await makeStarterDashboard(send, { uid: 'new', folderUid })).toEqual({
    ok: true,
    value: { uid: 'old', isNew: false },
  });
  expect(send.asked.map(({ path }) => path)).toEqual([expect.stringContaining(`folderUIDs=${searched}&`)]);
});

it('takes what a first attempt made, whose answer was lost, for what is there', async () => {
  const send = memorySend({
    'GET /api/search': [{ uid: 'x', title: 'Near misses of payments' }],
    'POST /api/dashboards/db': refusing(412, 'The dashboard has been changed by someone else'),
  });
  expect(await makeStarterDashboard(send, wish)).toEqual({ ok: true, value: { uid: 'new', isNew: false } });
});

it.each([403, 500])('passes on a refusal with %i', async (status) => {
  const search = memorySend({ 'GET /api/search': refusing(status) });
  expect(await makeStarterDashboard(search, wish)).toMatchObject({ ok: false, failure: { status } });
  expect(search.asked).toHaveLength(1);
  const post = memorySend({ 'GET /api/search': [], 'POST /api/dashboards/db': refusing(status) });
  expect(await makeStarterDashboard(post, wish)).toMatchObject({ ok: false, failure: { status } });
});

import { readSettings } from '../../domain/record/settings';
import { memorySend, refusing } from '../../testing/grafana/memorySend';
import { writablePlaces } from './writablePlaces';

const PERMISSIONS = 'GET /api/access-control/user/permissions';
const settings = readSettings({
  journals: ['open', 'closed', 'gone'].map((uid) => ({ folderUid: `f-${uid}`, dashboardUid: uid, title: `J ${uid}` })),
});
const dashboard = (canAdd: boolean) => ({ meta: { annotationsPermissions: { dashboard: { canAdd } } }, dashboard: {} });
const answers = {
  [PERMISSIONS]: { 'annotations:create': ['annotations:*'] },
  'GET /api/dashboards/uid/open': dashboard(true),
  'GET /api/dashboards/uid/closed': dashboard(false),
};
const journal = (dashboardUid: string, mayWrite: boolean) => ({
  place: { kind: 'journal', dashboardUid },
  title: `J ${dashboardUid}`,
  mayWrite,
});

it('are the organization, then each journal with what the reader may there', async () => {
  expect(await writablePlaces(memorySend(answers), settings)).toEqual({
    ok: true,
    value: [
      { place: { kind: 'organization' }, title: '', mayWrite: true },
      journal('open', true),
      journal('closed', false),
      journal('gone', false),
    ],
  });
});

it('are the organization alone where no journal is configured, be it closed', async () => {
  expect(await writablePlaces(memorySend({ [PERMISSIONS]: {} }), readSettings({}))).toEqual({
    ok: true,
    value: [{ place: { kind: 'organization' }, title: '', mayWrite: false }],
  });
});

it('are not known when Grafana does not tell of the rights, and then no journal is asked for', async () => {
  const send = memorySend({ ...answers, [PERMISSIONS]: refusing(503, 'down') });
  expect(await writablePlaces(send, settings)).toEqual({
    ok: false,
    failure: { kind: 'unavailable', status: 503, detail: 'down' },
  });
  expect(send.asked).toHaveLength(1);
});

it('are not known when a journal does not answer', async () => {
  const send = memorySend({ ...answers, 'GET /api/dashboards/uid/closed': refusing(503, 'down') });
  expect(await writablePlaces(send, settings)).toEqual({
    ok: false,
    failure: { kind: 'unavailable', status: 503, detail: 'down' },
  });
  expect(await writablePlaces(send, settings, AbortSignal.abort())).toMatchObject({ failure: { kind: 'aborted' } });
});

import { memorySend, refusing } from '../../testing/grafana/memorySend';
import { grafanaAnnotations } from './grafanaAnnotations';

const SETTINGS = '/api/plugins/resilience-nearmiss-app/settings';

it('asks Grafana for one annotation with one request', async () => {
  const send = memorySend({ 'GET /api/annotations/7': { id: 7 } });
  expect(await grafanaAnnotations(send).get(7)).toEqual({ ok: true, value: { id: 7 } });
  expect(send.asked).toMatchObject([{ method: 'GET', path: '/api/annotations/7' }]);
});

it('asks which journals a search may miss, and does not take the search for all when that is not known', async () => {
  const send = memorySend({ 'GET /api/annotations': [{ id: 7 }], [`GET ${SETTINGS}`]: refusing(503, 'down') });
  expect(await grafanaAnnotations(send).find({ limit: 7 })).toEqual({
    ok: false,
    failure: { kind: 'unavailable', status: 503, detail: 'down' },
  });
  expect(send.asked.map(({ path }) => path)).toEqual(['/api/annotations?limit=7', SETTINGS]);
});

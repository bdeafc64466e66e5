import { anAnnotation } from '../../testing/builders/builders';
import { memorySend, refusing } from '../../testing/grafana/memorySend';
import { checkCleanUp, readCleanUpSettings } from './checkCleanUp';
import type { DecodedMarker } from './inventory';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 3);
const NONE = { max_age: '', max_annotations_to_keep: '' };

const settingsOf = (api: object, dashboard: object = NONE) =>
  readCleanUpSettings(
    memorySend({ 'GET /api/admin/settings': { 'annotations.api': api, 'annotations.dashboard': dashboard } })
  );
const part = (daysAgo: number, dashboardUid = ''): DecodedMarker => ({
  what: 'marker',
  nearMiss: 'a',
  annotation: anAnnotation({ id: daysAgo, dashboardUid, created: NOW - daysAgo * DAY }),
});
const PARTS = { parts: [], markers: [part(10), part(30), part(50, 'checkout')] };
const rulesOf = async (api: object, dashboard?: object) => {
  const { state, facts } = checkCleanUp(await settingsOf(api, dashboard), PARTS, NOW);
  return { state, rules: facts.read ? facts.rules : [] };
};

it('is fine while both sorts are kept for ever', async () => {
  expect(await rulesOf(NONE)).toMatchObject({
    state: 'ok',
    rules: [
      { kind: 'organization', maxAgeMs: null, most: null, ours: 2, oldestAge: 30 * DAY },
      { kind: 'dashboards', maxAgeMs: null, most: null, ours: 1, oldestAge: 50 * DAY },
    ],
  });
  expect((await rulesOf({ max_age: '0', max_annotations_to_keep: '0' })).state).toBe('ok');
});

it.each([
  ['36h', 1.5 * DAY],
  ['90d', 90 * DAY],
  ['2w', 14 * DAY],
  ['1M', 30 * DAY],
  ['1y', 365 * DAY],
  ['1h30m', DAY / 16],
])('warns of an age of %s', async (age, ms) => {
  expect(await rulesOf({ ...NONE, max_age: age })).toMatchObject({
    state: 'warn',
    rules: [{ maxAge: age, maxAgeMs: ms }, { maxAge: '' }],
  });
});

it.each(['90', 'a while', '-3d', '3 d', '0d'])('takes “%s” for ever, as Grafana does', async (age) => {
  expect(await rulesOf({ ...NONE, max_age: age })).toMatchObject({ state: 'ok', rules: [{ maxAge: '' }, {}] });
});

it('warns of a number of annotations, also for journals and markers alone', async () => {
  expect(await rulesOf({ ...NONE, max_annotations_to_keep: '500' })).toMatchObject({
    state: 'warn',
    rules: [{ most: 500, ours: 2 }, { most: null }],
  });
  expect(await rulesOf(NONE, { max_age: '30d', max_annotations_to_keep: '9' })).toMatchObject({
    state: 'warn',
    rules: [{ most: null }, { most: 9, maxAge: '30d', oldestAge: 50 * DAY }],
  });
});

it('does not know what only a server administrator may read', async () => {
  for (const answer of [refusing(403), {}, { 'annotations.api': NONE }]) {
    const settings = await readCleanUpSettings(memorySend({ 'GET /api/admin/settings': answer }));
    expect(checkCleanUp(settings, PARTS, NOW)).toMatchObject({
      state: 'unknown',
      facts: { read: false, failure: { kind: 'forbidden' } },
    });
  }
});

it('does not know what Grafana fails to say', async () => {
  const settings = await readCleanUpSettings(memorySend({ 'GET /api/admin/settings': refusing(500) }));
  expect(checkCleanUp(settings, PARTS, NOW).facts).toMatchObject({ failure: { kind: 'unavailable' } });
});

it('has no age of the oldest where there is nothing', async () => {
  const { facts } = checkCleanUp(await settingsOf({ ...NONE, max_age: '1d' }), { parts: [], markers: [] }, NOW);
  expect(facts).toMatchObject({ rules: [{ ours: 0, oldestAge: null }, {}] });
});

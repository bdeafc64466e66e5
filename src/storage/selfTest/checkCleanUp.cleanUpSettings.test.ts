import { memorySend, refusing } from '../../testing/grafana/memorySend';
import { readCleanUpSettings } from './checkCleanUp';

const SETTINGS = 'GET /api/admin/settings';
const KEPT = { maxAge: '', maxAgeMs: null, most: null };
const DAY = 86_400_000;

const read = (api: unknown, dashboard: unknown = {}) =>
  readCleanUpSettings(memorySend({ [SETTINGS]: { 'annotations.api': api, 'annotations.dashboard': dashboard } }));
const ruleOfAge = async (maxAge: unknown) => {
  const settings = await read({ max_age: maxAge });
  return settings.ok ? settings.value.api : settings.failure;
};

it('asks once, and keeps the two sorts of annotations apart', async () => {
  const api = { max_age: '90d', max_annotations_to_keep: '500' };
  const dashboard = { max_age: '1w', max_annotations_to_keep: '9' };
  const send = memorySend({ [SETTINGS]: { 'annotations.api': api, 'annotations.dashboard': dashboard } });
  const { signal } = new AbortController();
  expect(await readCleanUpSettings(send, signal)).toEqual({
    ok: true,
    value: {
      api: { maxAge: '90d', maxAgeMs: 90 * DAY, most: 500 },
      dashboard: { maxAge: '1w', maxAgeMs: 7 * DAY, most: 9 },
    },
  });
  expect(send.asked).toEqual([{ method: 'GET', path: '/api/admin/settings', signal }]);
});

it.each([
  ['5ms', 5],
  ['5s', 5_000],
  ['5m', 300_000],
  ['5h', 18_000_000],
  ['2d12h', 2.5 * DAY],
  ['10w', 70 * DAY],
  ['2M', 60 * DAY],
  ['2y', 730 * DAY],
])('takes %s for %i ms', async (age, ms) => {
  expect(await ruleOfAge(age)).toEqual({ maxAge: age, maxAgeMs: ms, most: null });
});

it('does not mind blanks around an age', async () => {
  expect(await ruleOfAge(' 90d\n')).toEqual({ maxAge: '90d', maxAgeMs: 90 * DAY, most: null });
});

it.each(['', '0d', '0h0m', '90', '90x', '90d?', 'x90d', '-90d', '9 d', 'd', 90, null])(
  'takes %j for ever',
  async (age) => {
    expect(await ruleOfAge(age)).toEqual(KEPT);
  }
);

it.each([
  ['1', 1],
  ['0', null],
  ['-5', null],
  ['many', null],
  [5, null],
])('keeps the newest %j as %p', async (most, expected) => {
  expect(await read({}, { max_annotations_to_keep: most })).toMatchObject({ value: { dashboard: { most: expected } } });
});

it.each([
  ['neither', {}],
  ['annotations.api alone', { 'annotations.api': {} }],
  ['annotations.dashboard alone', { 'annotations.dashboard': {} }],
  ['nothing', null],
])('is forbidden to who is told %s', async (_, answer) => {
  expect(await readCleanUpSettings(memorySend({ [SETTINGS]: answer }))).toEqual({
    ok: false,
    failure: { kind: 'forbidden', status: 0, detail: '' },
  });
});

it('passes on what went wrong', async () => {
  expect(await readCleanUpSettings(memorySend({ [SETTINGS]: refusing(500, 'down') }))).toEqual({
    ok: false,
    failure: { kind: 'unavailable', status: 500, detail: 'down' },
  });
});

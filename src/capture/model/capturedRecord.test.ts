import { unpackEvidence } from '../../domain/series/unpackEvidence';
import { startCapture } from './captureReducer';
import { capturedRecord } from './capturedRecord';

// Scraped about once a minute, never quite on time.
const points = {
  times: Array.from({ length: 192 }, (_, i) => i * 60_000 + ((i * 7919) % 9_973)),
  values: Array.from({ length: 192 }, (_, i) => i),
};
const series = {
  ...points,
  name: 'heap',
  unit: 'bytes',
  counter: false,
  key: '0.0',
  labels: {},
  hints: { steps: [], mode: 'absolute', thresholdsShown: false },
} as const;
const first = points.times[0] ?? 0;
const last = points.times.at(-1) ?? 0;
const range = { from: first, to: last };
const panel = {
  ...{ dashboardUid: 'checkout', dashboardTitle: 'Checkout service', panelId: 4, panelTitle: 'Orders', range },
  ...{ queries: [], frames: [], asked: null, variables: {}, dataSource: 'testdata', timeZone: 'utc' },
};

function captured(actedAt: number) {
  const state = startCapture({
    series,
    stretch: range,
    offer: { proposed: null, all: [], moving: [], heads: 'rising', stepsUnfilled: false },
    place: null,
  });
  const acted = { ...state, form: { ...state.form, actedAt } };
  return capturedRecord(
    { id: 'queue-1-abcd', state: acted, panel, series, all: [series], projection: null },
    'recorded'
  );
}

it('keeps every point on its side of the moment of acting, whenever that was', () => {
  const flipped = points.times.filter((at) => {
    const { evidence } = captured(at);
    const [kept] = evidence ? unpackEvidence(evidence).series : [];
    const seen = (times: readonly number[] = []) => times.filter((time) => time <= at).length;
    return seen(kept?.times) !== seen(points.times);
  });
  expect(flipped).toEqual([]);
});

it('keeps the chosen series first and in full, then the others in their order and thinner', () => {
  const state = startCapture({
    series,
    stretch: range,
    offer: { proposed: null, all: [], moving: [], heads: 'rising', stepsUnfilled: false },
    place: null,
  });
  const named = (key: string) => ({ ...series, key, name: key });
  const all = [named('limit'), series, named('spare')];
  const { evidence } = capturedRecord({ id: 'queue-1-abcd', state, panel, series, all, projection: null }, 'started');
  expect(evidence?.series.map(({ name }) => name)).toEqual(['heap', 'limit', 'spare']);
  expect(evidence && unpackEvidence(evidence).series.map(({ times }) => times.length)).toEqual([192, 58, 58]);
  expect(evidence?.dropped).toEqual([]);
});

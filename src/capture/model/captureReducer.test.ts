import { captureReducer, type CaptureState, startCapture } from './captureReducer';
import type { LimitOffer } from '../../recording/graph/proposals';
import type { Limit } from '../../domain/projection/limit';

const MINUTE = 60_000;
const limitOf = (value: number): Limit => ({
  value,
  direction: 'rising',
  unit: 'short',
  text: `${value}`,
  origin: 'threshold',
});
const offerOf = (value: number): LimitOffer => ({
  proposed: limitOf(value),
  all: [limitOf(value)],
  moving: [],
  heads: 'rising',
  stepsUnfilled: false,
});
const series = {
  key: '0.0',
  name: 'cart',
  unit: 'short',
  times: [],
  values: [],
  labels: {},
  hints: { steps: [], mode: 'absolute', thresholdsShown: false },
} as const;

const start = (): CaptureState =>
  startCapture({ series, stretch: { from: 0, to: 60 * MINUTE }, offer: offerOf(100), place: { kind: 'organization' } });
const move = (state: CaptureState, to: number, offer = offerOf(200)) =>
  captureReducer(state, { type: 'stretch', stretch: { from: 0, to }, offer });

it('starts with the proposals, acted on at the end of the stretch, noticed nobody said when, unchanged', () => {
  expect(start()).toMatchObject({
    limitText: '100',
    changed: false,
    form: { kind: 'trend', actedAt: 60 * MINUTE, noticedAt: null },
  });
});

it('lets limit and times follow the stretch', () => {
  expect(move(start(), 30 * MINUTE)).toMatchObject({
    limitText: '200',
    changed: true,
    form: { actedAt: 30 * MINUTE, noticedAt: null },
  });
});

it('leaves alone what a person set by hand', () => {
  const acted = captureReducer(start(), { type: 'form', part: { actedAt: 50 * MINUTE } });
  const limited = captureReducer(acted, { type: 'limit', text: '7 k', limit: limitOf(7_000) });
  expect(move(limited, 30 * MINUTE)).toMatchObject({
    limitText: '7 k',
    limit: { value: 7_000 },
    form: { actedAt: 50 * MINUTE, noticedAt: null },
  });
});

it('lets the limit follow what was to be seen when somebody acted, unless it was set by hand', () => {
  const acted = { type: 'form', part: { actedAt: 50 * MINUTE }, offer: offerOf(90) } as const;
  expect(captureReducer(start(), acted)).toMatchObject({ limitText: '90', form: { actedAt: 50 * MINUTE } });
  const limited = captureReducer(start(), { type: 'limit', text: '7 k', limit: limitOf(7_000) });
  expect(captureReducer(limited, acted)).toMatchObject({ limitText: '7 k', limit: { value: 7_000 } });
});

it('leaves when it was noticed as somebody said it', () => {
  const noticed = captureReducer(start(), { type: 'form', part: { noticedAt: 20 * MINUTE } });
  expect(move(noticed, 90 * MINUTE).form).toMatchObject({ actedAt: 90 * MINUTE, noticedAt: 20 * MINUTE });
});

it('forgets a limit set by hand when another series is chosen, but no word', () => {
  const worded = captureReducer(start(), { type: 'form', part: { almost: 'It would have stopped' } });
  const limited = captureReducer(worded, { type: 'limit', text: '7 k', limit: limitOf(7_000) });
  const other = { type: 'series', key: '1.0', stretch: { from: 0, to: 40 * MINUTE }, offer: offerOf(300) } as const;
  expect(captureReducer(limited, other)).toMatchObject({
    seriesKey: '1.0',
    limitText: '300',
    form: { almost: 'It would have stopped', actedAt: 40 * MINUTE },
  });
});

it('holds a half-typed limit as text', () => {
  expect(captureReducer(start(), { type: 'limit', text: '4 Gi', limit: null })).toMatchObject({
    limit: null,
    limitText: '4 Gi',
  });
});

it('lets the times of an unfinished capture go on following the stretch, as far as nobody had set them', () => {
  const earlier = start();
  const restored = captureReducer(start(), { type: 'restore', restored: earlier });
  expect(move(restored, 30 * MINUTE)).toMatchObject({ limitText: '200', form: { actedAt: 30 * MINUTE } });
  const byHand = { limit: true, actedAt: true };
  const set = captureReducer(start(), { type: 'restore', restored: { ...earlier, byHand } });
  expect(move(set, 30 * MINUTE)).toMatchObject({ limitText: '100', form: { actedAt: 60 * MINUTE } });
});

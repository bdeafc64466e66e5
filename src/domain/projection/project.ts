import { bucketPeaks } from '../series/bucketPeaks';
import { type Points, valueAt } from '../series/points';
import { chancesOf } from './chances';
import { cleanPoints } from '../series/points';
import { quantile } from '../series/quantile';
import { refusalOf } from './refusal';
import { replayAll } from './replayAll';
import { shapeOf } from './shape';
import type { RefusalReason } from './projection';

export interface ProjectionInput {
  /** Epoch ms, any order. */
  times: readonly number[];
  /** As many as `times`; null or NaN where nothing was measured. */
  values: readonly number[];
  limit: number;
  /** Ms after the last time, by design twice the stretch. */
  horizon: number;
  /** The most the series can be (100 for a percentage), where known. */
  ceiling?: number;
  /** The least the series can be, where known. */
  floor?: number;
  /** True for a series that only counts up, so that a fall is a reset. */
  counter?: boolean;
  /** What the graph showed before the stretch: not projected, but it can show that the stretch is part of a season. */
  before?: { times: readonly number[]; values: readonly number[] };
}

export type ProjectionResult =
  | {
      ok: true;
      /** Epoch ms of the crossing had it gone on; null = not within the horizon, also for `lo` and `hi`. */
      crossing: number | null;
      /** Hardly before: 1 in 10. */
      lo: number | null;
      /** Hardly after: 1 in 10; null = or not at all. */
      hi: number | null;
      /** Chance (0..1) of a crossing within the horizon. */
      p: number;
      method: string;
      /** How many points fed it. */
      points: number;
    }
  | { ok: false; reason: RefusalReason; points: number };

const BUCKETS = 40;
const FEWEST_BUCKETS = 4;
/** Beyond this many stretches no horizon is looked into: nobody can know, and it would take for ever. */
const MOST_STRETCHES = 10;
const METHOD = 'replay';

/**
 * When the series would have met the limit, had nobody acted: its own past steps replayed 400 times from its last peak,
 * and a discount for growths that stop (see docs/projection.md). `crossing` is when half of the replays have crossed,
 * stopping left out; `lo`, `hi` and `p` count it in. Deterministic; never throws and never answers with NaN.
 */
export function project(input: ProjectionInput): ProjectionResult {
  const points = cleanPoints(input.times, input.values);
  const { before } = input;
  const reason = refusalOf(points, { ...input, before: before && cleanPoints(before.times, before.values) });
  return reason ? { ok: false, reason, points: points.times.length } : answer(points, input);
}

function answer(points: Points, { limit, horizon }: ProjectionInput): ProjectionResult {
  const count = points.times.length;
  const now = valueAt(points.times, count - 1);
  const direction = limit > valueAt(points.values, count - 1) ? 1 : -1;
  const peaks = bucketPeaks(points, Math.min(BUCKETS, Math.max(FEWEST_BUCKETS, Math.floor(count / 3))), direction);
  const shape = shapeOf(peaks);
  const gap = (direction * limit - valueAt(peaks, peaks.length - 1)) / shape.range;
  if (!(gap > 0 && gap < Infinity)) {
    return { ok: false, reason: gap <= 0 ? 'already-past' : 'no-trend', points: count };
  }
  const width = (now - valueAt(points.times, 0)) / peaks.length;
  const within = Math.min(horizon / width, MOST_STRETCHES * peaks.length);
  const crossings = replayAll(shape, gap, within);
  const { lo, hi, p } = chancesOf(crossings, shape, gap, within);
  if (lo > within) {
    return { ok: false, reason: 'beyond-horizon', points: count };
  }
  const moment = (buckets: number) => (buckets <= within ? now + buckets * width : null);
  const middle = Math.min(hi, Math.max(lo, quantile(crossings, 0.5)));
  return { ok: true, crossing: moment(middle), lo: moment(lo), hi: moment(hi), p, method: METHOD, points: count };
}

import type { Stretch } from '../series/stretch';

/** Why there is nothing honest to say. */
export type RefusalReason =
  | 'too-few-points'
  | 'constant'
  | 'heading-away'
  | 'already-past'
  | 'no-trend'
  | 'counter-resets'
  | 'season-longer-than-stretch'
  | 'limit-unreachable'
  | 'beyond-horizon'
  | 'points-not-kept';

interface ProjectionBasis {
  /** What fed the projection, up to its last measured point; never later than `actedAt`. */
  window: Stretch;
  /** How far after the window we speak, in ms. */
  horizon: number;
  /** How many points fed it. */
  points: number;
}

/** The road not taken. Times in epoch ms; `null` = not within the horizon; `p` = chance of crossing within it, 0 to 1. */
export type Projection =
  | (ProjectionBasis & {
      ok: true;
      crossing: number | null;
      lo: number | null;
      hi: number | null;
      p: number;
      method: string;
    })
  | (ProjectionBasis & { ok: false; reason: RefusalReason });

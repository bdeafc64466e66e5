/**
 * Why something of the evidence is not there: the first seven are found and stored when it is kept (`too-large` by the first
 * versions alone), the last three when it is unpacked.
 */
export const DROPPED_REASONS = [
  'no-points',
  'too-large',
  'thinned',
  'queries-too-large',
  'queries-unwritable',
  'words-needed-room',
  'further-series',
  'unreadable',
  'points-unreadable',
  'too-many-series',
] as const;
export type DroppedReason = (typeof DROPPED_REASONS)[number];

/** What had to be left out of the evidence, as a code; only the parts that its reason needs are there. */
export interface DroppedCode {
  why: DroppedReason;
  /** Name of the series it is about. */
  series?: string;
  /** Points, series or queries, as the reason says. */
  count?: number;
  /** What the browser said. */
  detail?: string;
}

/** Records of the first versions hold a sentence in English in place of a code. */
export type Dropped = DroppedCode | string;

/** The frozen points of the graph, from one stretch before to one stretch after. */
export interface Evidence {
  /** The chosen one first. */
  series: readonly EvidenceSeries[];
  /** What had to be left out; empty when nothing was. */
  dropped: readonly Dropped[];
}

export interface EvidenceSeries {
  name: string;
  /** Grafana unit id. */
  unit: string;
  /** Epoch ms, ascending; as many as `values`. */
  times: readonly number[];
  /** NaN where nothing was measured: one in the middle of each gap, and nowhere else. */
  values: readonly number[];
}

/** One series quantised: 12 bits a value and a time, two base64url characters each. */
export interface PackedSeries {
  name: string;
  unit: string;
  from: number;
  to: number;
  min: number;
  max: number;
  /** Times, then values: two characters a point each. */
  times: string;
  values: string;
  /** The points after which nothing was measured until the next one, counted from 0; absent without gaps. */
  gaps?: readonly number[];
}

export interface PackedEvidence {
  series: readonly PackedSeries[];
  dropped: readonly Dropped[];
}

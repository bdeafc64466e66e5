import { type DataFrame, FieldType } from '@grafana/data';
import type { Limit } from '../../domain/projection/limit';
import type { RefusalReason } from '../../domain/projection/projection';
import type { ProposedStretch } from '../../domain/projection/proposeStretches';
import { seededRandom } from '../../domain/series/seededRandom';
import type { Answers } from '../grafana/memorySend';
import { refusing } from '../grafana/memorySend';

/** What a person would choose; what is not said is not judged. */
export interface Wanted {
  /** The one that stands first. */
  series?: string;
  last?: string;
  unit?: string;
  /** Proposed for the first series; null for none. */
  limit?: number | null;
  origin?: Limit['origin'];
  heads?: ProposedStretch['heads'];
  ends?: ProposedStretch['ends'];
  /** How many stretches there are to choose from. */
  stretches?: number;
  /** All limits that are offered, ascending. */
  chips?: readonly number[];
  /** True for a limit line that has moved. */
  moves?: boolean;
  stepsUnfilled?: boolean;
  /** Why there is no projection to the proposed limit, or to `typed`; null when there is one. */
  refused?: RefusalReason | null;
  typed?: number;
  /** Where the panel draws nothing over time. */
  noSeries?: true;
}

export interface PanelCase {
  name: string;
  answers: Answers;
  frames: DataFrame[];
  variables: Readonly<Record<string, string>>;
  want: Wanted;
}

/** Six hours of a point every two minutes. */
const POINTS = 180;
const STEP = 120_000;
const START = Date.UTC(2026, 10, 3, 6);
export const RANGE = { from: START, to: START + (POINTS - 1) * STEP };
export const PANEL_ID = 4;

/** The value at a part of the range, 0 to 1, with the index of the point. */
export type Shape = (part: number, index: number) => number;

/** Wavers without a trend, between -1 and 1. */
const waver = (index: number, seed: number) => Math.sin(index * 12.9898 + seed * 7.1) * Math.cos(index * 4.1414 + seed);

export const climb =
  (from: number, to: number, noise = Math.abs(to - from) / 50, seed = 1): Shape =>
  (part, i) =>
    from + (to - from) * part + noise * waver(i, seed);
export const flat =
  (level: number): Shape =>
  () =>
    level;
export const noisy =
  (level: number, noise = level / 20, seed = 1): Shape =>
  (_part, i) =>
    level + noise * waver(i, seed);
/** A walk at random, always the same: up and down a step at a time. */
export const walk = (level: number, step: number, seed = 1): Shape => {
  const random = seededRandom(seed);
  const heights: number[] = [];
  for (let i = 0, height = level; i < POINTS; i++, height += step * (2 * random() - 1)) {
    heights.push(height);
  }
  return (_part, i) => heights[i] ?? level;
};
/** Up to `peak` at `at`, at once back to `from`, level from there. */
export const restarted =
  (from: number, peak: number, at = 0.7): Shape =>
  (part, i) =>
    part < at ? climb(from, peak)(part / at, i) : noisy(from)(part, i);
/** Up to `peak` at `at`, then slowly back to `to`. */
export const relieved =
  (from: number, peak: number, to: number, at = 0.5): Shape =>
  (part, i) =>
    part < at ? climb(from, peak)(part / at, i) : climb(peak, to)((part - at) / (1 - at), i);
export const stepwise =
  (before: number, after: number, at = 0.4): Shape =>
  (part) =>
    part < at ? before : after;
/** Not measured in that part of the range. */
export const gapped =
  (shape: Shape, from: number, to: number): Shape =>
  (part, i) =>
    part >= from && part < to ? NaN : shape(part, i);

/** A series as Prometheus gives it: named by its data source. */
export function drawn(name: string, shape: Shape, labels: Record<string, string> = {}, refId = 'A'): DataFrame {
  const index = Array.from({ length: POINTS }, (_, i) => i);
  return {
    refId,
    length: POINTS,
    fields: [
      { name: 'Time', type: FieldType.time, config: {}, values: index.map((i) => START + i * STEP) },
      {
        ...{ name: 'Value', type: FieldType.number, labels, config: { displayNameFromDS: name } },
        values: index.map((i) => {
          const value = shape(i / (POINTS - 1), i);
          return Number.isNaN(value) ? null : value;
        }),
      },
    ],
  };
}

type Step = readonly [number | string | null, string];

/** Thresholds of a field config, drawn as lines unless said otherwise; the first step is the base. */
export function thresholds(steps: readonly Step[], { mode = 'absolute', style = 'line' } = {}): object {
  return {
    thresholds: {
      mode,
      steps: steps.map(([value, color]) =>
        typeof value === 'string' ? { value: 0, valueExpr: value, color } : { value, color }
      ),
    },
    custom: { thresholdsStyle: { mode: style } },
  };
}

interface Given {
  defaults?: object;
  overrides?: readonly object[];
  /** Of the stored panel besides its field config. */
  panel?: object;
  variables?: Record<string, string>;
  frames: DataFrame | DataFrame[];
  want: Wanted;
}

function caseOf(name: string, { frames, variables = {}, want }: Given, answers: Answers): PanelCase {
  return { name, answers, frames: Array.isArray(frames) ? frames : [frames], variables, want };
}

const v1 = (dashboard: object): Answers => ({ 'GET /api/dashboards/uid/d': { dashboard, meta: {} } });

/** A time series panel as Grafana 8 to 13 store it in the first schema. */
export function panel(name: string, given: Given): PanelCase {
  const fieldConfig = { defaults: given.defaults ?? {}, overrides: given.overrides ?? [] };
  const stored = { id: PANEL_ID, type: 'timeseries', title: 'Panel', fieldConfig, ...given.panel };
  return caseOf(name, given, v1({ title: 'D', panels: [stored] }));
}

/** The same in the second schema, which the first address refuses. */
export function panelV2(name: string, given: Given): PanelCase {
  const fieldConfig = { defaults: given.defaults ?? {}, overrides: given.overrides ?? [] };
  const vizConfig = { kind: 'VizConfig', group: 'timeseries', spec: { fieldConfig, ...given.panel } };
  const element = { kind: 'Panel', spec: { id: PANEL_ID, title: 'Panel', vizConfig } };
  return caseOf(name, given, {
    'GET /api/dashboards/uid/d': refusing(406),
    'GET /apis/dashboard.grafana.app/v2beta1/namespaces/default/dashboards/d/dto': {
      spec: { title: 'D', elements: { panel: element } },
    },
  });
}

/** A panel of Grafana 7 and before: all of it beside the type, no field config. */
export function legacy(name: string, given: Given): PanelCase {
  const stored = { id: PANEL_ID, type: 'graph', title: 'Panel', ...given.panel };
  return caseOf(name, given, v1({ title: 'D', panels: [stored] }));
}

/** A dashboard of the schemas before 16: panels in rows. */
export function inRows(name: string, given: Given): PanelCase {
  const stored = { id: PANEL_ID, type: 'graph', title: 'Panel', ...given.panel };
  return caseOf(name, given, v1({ title: 'D', rows: [{ panels: [{ id: 1, type: 'text' }] }, { panels: [stored] }] }));
}

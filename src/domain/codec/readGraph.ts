import {
  DROPPED_REASONS,
  type Dropped,
  type DroppedCode,
  type PackedEvidence,
  type PackedSeries,
} from '../series/evidence';
import {
  readList,
  readMoment,
  readNumber,
  readObject,
  readOr,
  readText,
  readAnything,
  readByName,
  readOneOf,
  type PartReader,
} from '../json/reader';
import type { Source } from '../record/record';
import type { VariableValue } from '../record/variables';
import type { Stretch } from '../series/stretch';
import type { Limit } from '../projection/limit';

/**
 * A Grafana unit id. Names that every object has (`constructor`, `__proto__`) are none: Grafana looks units up in a plain
 * object and would call what it finds there.
 */
const readUnit: PartReader<string> = (raw, miss) => {
  const unit = readText(raw, miss);
  if (unit !== undefined && unit in Object.prototype) {
    miss();
    return undefined;
  }
  return unit;
};

const DIRECTIONS = ['rising', 'falling'] as const;
const ORIGINS = ['line', 'threshold', 'max', 'min', 'percent', 'soft', 'typed'] as const;

/** A stored limit; undefined without a value and a direction, the rest has defaults. */
export const readLimit = readObject<Limit>((part, miss) => {
  const value = readNumber(part.value, miss);
  const direction = readOneOf(DIRECTIONS)(part.direction, miss);
  if (value === undefined || direction === undefined) {
    return undefined;
  }
  return {
    value,
    direction,
    unit: readOr(part.unit, '', readUnit, miss),
    text: readOr(part.text, String(value), readText, miss),
    origin: readOr(part.origin, 'typed', readOneOf(ORIGINS), miss),
  };
});

/** A stored pair of times, epoch ms; undefined unless both are moments and in order. */
export const readStretch = readObject<Stretch>((part, miss) => {
  const from = readMoment(part.from, miss);
  const to = readMoment(part.to, miss);
  if (from === undefined || to === undefined) {
    return undefined;
  }
  if (from > to) {
    miss();
    return undefined;
  }
  return { from, to };
});

const NO_RANGE = { from: 0, to: 0 };

const readValues: PartReader<VariableValue> = (raw, miss) =>
  Array.isArray(raw) ? readList(readText)(raw, miss) : readText(raw, miss);

/** A stored source; only a dashboard's uid is indispensable. */
export const readSource = readObject<Source>((part, miss) => {
  const dashboardUid = readText(part.dashboardUid, miss);
  if (dashboardUid === undefined) {
    return undefined;
  }
  const refId = readOr(part.refId, undefined, readText, miss);
  const variableTexts = readOr(part.variableTexts, undefined, readByName(readText), miss);
  const dashboardRange = readOr(part.dashboardRange, undefined, readStretch, miss);
  return {
    dashboardUid,
    dashboardTitle: readOr(part.dashboardTitle, '', readText, miss),
    panelId: readOr(part.panelId, 0, readNumber, miss),
    panelTitle: readOr(part.panelTitle, '', readText, miss),
    series: readOr(part.series, '', readText, miss),
    queries: readOr(part.queries, [], readList(readAnything), miss),
    ...(refId === undefined ? {} : { refId }),
    variables: readOr(part.variables, {}, readByName(readValues), miss),
    ...(variableTexts === undefined ? {} : { variableTexts }),
    dataSource: readOr(part.dataSource, '', readText, miss),
    range: readOr(part.range, NO_RANGE, readStretch, miss),
    ...(dashboardRange === undefined ? {} : { dashboardRange }),
  };
});

const readSeries = readObject<PackedSeries>((part, miss) => {
  const from = readMoment(part.from, miss);
  const to = readMoment(part.to, miss);
  const min = readNumber(part.min, miss);
  const max = readNumber(part.max, miss);
  const times = readText(part.times, miss);
  const values = readText(part.values, miss);
  if (from === undefined || to === undefined || min === undefined || max === undefined) {
    return undefined;
  }
  if (times === undefined || values === undefined) {
    return undefined;
  }
  const name = readOr(part.name, '', readText, miss);
  const gaps = readOr(part.gaps, [], readList(readNumber), miss);
  const unit = readOr(part.unit, '', readUnit, miss);
  return { name, unit, from, to, min, max, times, values, ...(gaps.length > 0 ? { gaps } : {}) };
});

/** A code, without the parts of it that cannot be read; undefined for a reason that we do not know. */
const readDroppedCode = readObject<DroppedCode>((part, miss) => {
  const why = readOneOf(DROPPED_REASONS)(part.why, miss);
  if (why === undefined) {
    return undefined;
  }
  const series = readOr(part.series, undefined, readText, miss);
  const count = readOr(part.count, undefined, readNumber, miss);
  const detail = readOr(part.detail, undefined, readText, miss);
  return {
    why,
    ...(series === undefined ? {} : { series }),
    ...(count === undefined ? {} : { count }),
    ...(detail === undefined ? {} : { detail }),
  };
});

const readDropped: PartReader<Dropped> = (raw, miss) => (typeof raw === 'string' ? raw : readDroppedCode(raw, miss));

/** Stored evidence without the series that cannot be read. */
export const readEvidence = readObject<PackedEvidence>((part, miss) => ({
  series: readOr(part.series, [], readList(readSeries), miss),
  dropped: readOr(part.dropped, [], readList(readDropped), miss),
}));

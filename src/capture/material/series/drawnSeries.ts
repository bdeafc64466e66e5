import { type DataFrame, dateTime, type Field, FieldType, getFieldDisplayName } from '@grafana/data';
import { fieldOf } from '../../../domain/json/fieldOf';
import type { PanelSeries } from '../../../domain/projection/panelSeries';
import { type GapRule, withGaps } from '../../../domain/series/withGaps';
import { gapRuleOf } from './gapRuleOf';

/** A series with the field it was read from. */
export interface DrawnSeries {
  series: PanelSeries;
  field: Field;
}

type HintsOf = (field: Field) => PanelSeries['hints'];

/** Every number over time of the frames that is not hidden: in the order of time, with the sign it is drawn with. */
export function drawnSeries(frames: DataFrame[], hintsOf: HintsOf): DrawnSeries[] {
  return frames.flatMap((frame, frameIndex) => {
    const time = frame.fields.find(({ type }) => type === FieldType.time);
    if (!time) {
      return [];
    }
    const times = time.values.map(momentOf);
    return frame.fields
      .filter((field) => (field.type === FieldType.number || field.type === FieldType.boolean) && !isHidden(field))
      .map((field, fieldIndex) => {
        const name = getFieldDisplayName(field, frame, frames);
        const series = {
          ...seriesOf(`${frameIndex}.${fieldIndex}`, name, field, times, gapRuleOf(field, time)),
          hints: hintsOf(field),
          refId: frame.refId,
        };
        return { field, series };
      });
  });
}

function seriesOf(key: string, name: string, field: Field, at: number[], rule: GapRule): Omit<PanelSeries, 'hints'> {
  const { times, values, repeated } = inOrderOfTime(at, asDrawn(field));
  return {
    key,
    name,
    unit: field.config.unit ?? '',
    labels: field.labels ?? {},
    ...withGaps(times, values, rule),
    ...(repeated > 0 ? { repeated } : {}),
  };
}

/** Whole ms: a data source may give fractions, by which points would change sides at a moment that has none. */
function momentOf(at: unknown): number {
  return Math.round(typeof at === 'number' ? at : typeof at === 'string' ? dateTime(at).valueOf() : NaN);
}

/** Nothing measured is NaN, not 0; undefined is a row of another series. */
function asDrawn({ values, config }: Field): Array<number | undefined> {
  const numbers = values.map((value: unknown) =>
    typeof value === 'number' || value === undefined ? value : typeof value === 'boolean' ? Number(value) : NaN
  );
  switch (fieldOf(config.custom, 'transform')) {
    case 'negative-Y':
      // Without a sign at zero, which would show as "-0".
      return numbers.map((value) => value && 0 - value);
    case 'constant':
      return numbers.map(() => numbers[0]);
    default:
      return numbers;
  }
}

/** Of several values at one time the last one counts; those before it are `repeated`. */
function inOrderOfTime(at: readonly number[], values: ReadonlyArray<number | undefined>) {
  const all = values.filter((value) => value !== undefined);
  // Most are, of hundreds on a panel.
  if (all.length === at.length && at.every((time, i) => i === 0 || time > (at[i - 1] ?? NaN))) {
    return { times: [...at], values: all, repeated: 0 };
  }
  const order = at.flatMap((time, index) => (Number.isFinite(time) && values[index] !== undefined ? [index] : []));
  if (order.some((index, i) => i > 0 && (at[index] ?? 0) < (at[order[i - 1] ?? 0] ?? 0))) {
    order.sort((a, b) => (at[a] ?? 0) - (at[b] ?? 0));
  }
  const measured = order.filter((index) => Number.isFinite(values[index]));
  const told = new Set(measured.map((index) => at[index]));
  // Of rows that share a time those count in which something was measured.
  const rows = order.filter((index) => Number.isFinite(values[index]) || !told.has(at[index]));
  const last = rows.filter((index, i) => at[index] !== at[rows[i + 1] ?? -1]);
  return {
    times: last.map((index) => at[index] ?? NaN),
    values: last.map((index) => values[index] ?? NaN),
    repeated: measured.length - told.size,
  };
}

function isHidden({ config }: Field): boolean {
  return fieldOf(config.custom, 'hideFrom', 'viz') === true;
}

import { fieldOf, textOf } from '../../../domain/json/fieldOf';
import type { PanelSeries } from '../../../domain/projection/panelSeries';
import { t } from '../../../i18n/t';
import type { DrawnSeries } from './drawnSeries';

/** Layers whose times are less alike than this were not measured together: their sum would jump between them. */
const SHARED = 0.75;

/**
 * The series with the totals of their stacks before them, and the layers marked as such. A stack in percent has no total
 * but 100 %, and neither has one whose layers were measured at different times.
 */
export function withTotals(drawn: readonly DrawnSeries[]): PanelSeries[] {
  const stacks = stacksOf(drawn);
  const layers = new Set([...stacks.values()].flat());
  const summed = [...stacks]
    .filter(([, stack]) => modeOf(stack[0]) === 'normal')
    .map(([key, stack]) => ({ key, stack }));
  const totals = summed.flatMap(({ key, stack }) => totalOf(key, stack) ?? []);
  return [
    ...totals.map((total, index) => (index === 0 ? total : { ...total, name: `${total.name} (${index + 1})` })),
    ...drawn.map((one): PanelSeries => (layers.has(one) ? { ...one.series, stack: 'layer' } : one.series)),
  ];
}

/** What Grafana stands on each other: of one mode, group, unit, style and side of zero, and at least two. */
function stacksOf(drawn: readonly DrawnSeries[]): Map<string, DrawnSeries[]> {
  const stacks = new Map<string, DrawnSeries[]>();
  for (const one of drawn) {
    const { custom } = one.field.config;
    const mode = modeOf(one);
    if (mode === 'normal' || mode === 'percent') {
      const side = (one.series.values.find((value) => Number.isFinite(value) && value !== 0) ?? 0) < 0 ? '-' : '+';
      const style = textOf(custom, 'drawStyle') || 'line';
      const key = [side, mode, textOf(custom, 'stacking', 'group'), one.series.unit, style].join('|');
      stacks.set(key, [...(stacks.get(key) ?? []), one]);
    }
  }
  return new Map([...stacks].filter(([, stack]) => stack.length > 1));
}

function modeOf(one: DrawnSeries | undefined): unknown {
  return fieldOf(one?.field.config.custom, 'stacking', 'mode');
}

/** At each time the sum of what was measured then; null when the layers were measured at different times. */
function totalOf(key: string, stack: readonly DrawnSeries[]): PanelSeries | null {
  const layers = stack.map(({ series }) => series);
  const [first] = layers;
  const sums = new Map<number, number>();
  for (const { times, values } of layers) {
    times.forEach((at, i) => {
      const value = values[i] ?? NaN;
      if (Number.isFinite(value)) {
        sums.set(at, (sums.get(at) ?? 0) + value);
      }
    });
  }
  const measured = [...sums.keys()].sort((a, b) => a - b);
  if (!first || !shareTimes(layers, measured)) {
    return null;
  }
  const times = [...measured, ...gapsIn(layers, sums)].sort((a, b) => a - b);
  return {
    key: `total ${key}`,
    name: t('stack.total', 'Total'),
    unit: first.unit,
    labels: Object.fromEntries(Object.entries(first.labels).filter(([name, value]) => allHave(layers, name, value))),
    hints: first.hints,
    times,
    values: times.map((at) => sums.get(at) ?? NaN),
    stack: 'total',
  };
}

/** Times at which none of the layers that were there then was measured. */
function gapsIn(layers: readonly PanelSeries[], measured: ReadonlyMap<number, number>): number[] {
  const times = new Map<number, number>();
  for (const layer of layers) {
    const unmeasured = layer.times.filter((at, i) => !Number.isFinite(layer.values[i]) && !measured.has(at));
    unmeasured.forEach((at) => times.set(at, (times.get(at) ?? 0) + 1));
  }
  const there = (at: number) =>
    layers.filter((layer) => (layer.times[0] ?? Infinity) <= at && at <= (layer.times.at(-1) ?? -Infinity)).length;
  return [...times].flatMap(([at, count]) => (count === there(at) ? [at] : []));
}

/** A layer may begin late or end early, but in between it has nearly all of the times. */
function shareTimes(layers: readonly PanelSeries[], times: readonly number[]): boolean {
  const place = new Map(times.map((at, index) => [at, index]));
  const own = layers.map((layer) => layer.times.filter((_, i) => Number.isFinite(layer.values[i])));
  const spans = own.map((its) => (place.get(its.at(-1) ?? NaN) ?? -1) - (place.get(its[0] ?? NaN) ?? 0) + 1);
  const points = own.reduce((sum, its) => sum + its.length, 0);
  return points >= SHARED * spans.reduce((sum, span) => sum + span, 0);
}

function allHave(layers: readonly PanelSeries[], name: string, value: string): boolean {
  return layers.every(({ labels }) => labels[name] === value);
}

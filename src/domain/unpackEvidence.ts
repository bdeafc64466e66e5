import type { Evidence, EvidenceSeries, PackedEvidence, PackedSeries } from './evidence';
import { stepValue } from './stepValue';
import { readTwelveBits } from './twelveBits';

/**
 * The frozen points again, times rounded to whole ms. Never throws: what cannot be read is left out, and `dropped`
 * says so beside what was left out when packing.
 */
export function unpackEvidence(packed: PackedEvidence): Evidence {
  const dropped = [...packed.dropped];
  const series: EvidenceSeries[] = [];
  for (const one of packed.series) {
    const { points, lost } = unpackSeries(one);
    if (points.times.length > 0) {
      series.push(points);
    }
    if (lost > 0 || points.times.length === 0) {
      dropped.push(`${one.name}: ${points.times.length === 0 ? 'its points' : `${lost} points`} could not be read`);
    }
  }
  return { series, dropped };
}

function unpackSeries(packed: PackedSeries): { points: EvidenceSeries; lost: number } {
  const timeSteps = readTwelveBits(packed.times);
  const valueSteps = readTwelveBits(packed.values);
  const times: number[] = [];
  const values: number[] = [];
  timeSteps.forEach((step, index) => {
    const at = Math.round(stepValue(step, packed.from, packed.to));
    const value = stepValue(valueSteps[index] ?? -1, packed.min, packed.max);
    if (Number.isFinite(at) && Number.isFinite(value) && at >= (times[times.length - 1] ?? -Infinity)) {
      times.push(at);
      values.push(value);
    }
  });
  const told = Math.max(timeSteps.length, valueSteps.length);
  return { points: { name: packed.name, unit: packed.unit, times, values }, lost: told - times.length };
}

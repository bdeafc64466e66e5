import type { PackedEvidence, PackedSeries } from '../series/evidence';
import { readList, readMoment, readNumber, readObject, readOr, readText } from '../json/reader';
import { readUnit } from './readUnit';

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
  return { name, unit: readOr(part.unit, '', readUnit, miss), from, to, min, max, times, values };
});

/** Stored evidence without the series that cannot be read. */
export const readEvidence = readObject<PackedEvidence>((part, miss) => ({
  series: readOr(part.series, [], readList(readSeries), miss),
  dropped: readOr(part.dropped, [], readList(readText), miss),
}));

import type { Evidence, PackedSeries } from '../series/evidence';
import { unpackEvidence } from '../series/unpackEvidence';
import type { NearMissRecord } from './record';

/** The series that a near miss is about: the one of that name, the first for an empty name; undefined where it was not kept. */
export function chosenSeries<S extends { name: string }>(series: readonly S[], name: string): S | undefined {
  return name === '' ? series[0] : series.find((one) => one.name === name);
}

type Kept = Pick<NearMissRecord, 'evidence' | 'series' | 'source'>;

/** The packed points of the series that a near miss is about; undefined where they were not kept, whatever else was. */
export function chosenPacked({ evidence, series, source }: Kept): PackedSeries | undefined {
  return chosenSeries(evidence?.series ?? [], series || source?.series || '');
}

/**
 * The frozen points, those of the chosen series first; no series at all where those were not kept or cannot be read: the limit
 * says nothing of another one. null where nothing was kept.
 */
export function chosenEvidence(nearMiss: Kept): Evidence | null {
  if (!nearMiss.evidence) {
    return null;
  }
  const { series, dropped } = unpackEvidence(nearMiss.evidence);
  const name = chosenPacked(nearMiss)?.name;
  const chosen = series.find((one) => one.name === name);
  return { series: chosen ? [chosen, ...series.filter((one) => one !== chosen)] : [], dropped };
}

import type { Evidence, PackedEvidence } from '../series/evidence';
import { unpackEvidence } from '../series/unpackEvidence';
import type { NearMissRecord } from './record';

/** The series that a near miss is about: the one of that name, the first for an empty name; undefined where it was not kept. */
export function chosenSeries<S extends { name: string }>(series: readonly S[], name: string): S | undefined {
  return name === '' ? series[0] : series.find((one) => one.name === name);
}

/** The frozen points, those of the chosen series first; null where none were kept. */
export function chosenEvidence({ evidence, series }: Pick<NearMissRecord, 'evidence' | 'series'>): Evidence | null {
  return evidence && chosenFirst(evidence, series);
}

function chosenFirst(packed: PackedEvidence, name: string): Evidence {
  const evidence = unpackEvidence(packed);
  const chosen = chosenSeries(evidence.series, name);
  return chosen && chosen !== evidence.series[0]
    ? { ...evidence, series: [chosen, ...evidence.series.filter((one) => one !== chosen)] }
    : evidence;
}

import type { Annotation } from './annotation';
import type { NearMissFields, NearMissRecord } from '../record/record';
import type { PackedEvidence } from '../series/evidence';
import { fieldOf } from '../json/fieldOf';
import type { PartReader } from '../json/reader';
import { readFlag, readNullable, readOr } from '../json/reader';
import { readEvidence, readSource, readStretch } from './readGraph';
import { readFields } from './readFields';
import { readFormerId, readIdentity, readWrittenBy } from './readIdentity';

/**
 * A record's payload with defaults for what is absent (`actedAt`: the end of its times; status: recorded) or unreadable,
 * whose names go to `unread`; null when neither payload nor tags hold an id.
 */
export function readRecord(
  payload: Readonly<Record<string, unknown>>,
  annotation: Annotation,
  unread: string[]
): NearMissRecord | null {
  const identity = readIdentity(payload, annotation, unread);
  if (!identity) {
    return null;
  }
  const nullable = <T>(name: string, read: PartReader<T>) => readPart(payload, name, null, readNullable(read), unread);
  const evidence = nullable('evidence', readEvidence);
  const source = nullable('source', readSource);
  return {
    ...defaultFields(nullable('times', readStretch)?.to ?? annotation.timeEnd),
    ...readFields(payload, unread),
    ...identity,
    evidence,
    source: source && { ...source, series: source.series || nameOf(payload, evidence) },
    example: readPart(payload, 'example', false, readFlag, unread),
    writtenBy: nullable('writtenBy', readWrittenBy),
    ...readFormerId(payload),
  };
}

/** A source that names no series at all leaves that to the first one that was kept. */
function nameOf(payload: Readonly<Record<string, unknown>>, evidence: PackedEvidence | null): string {
  return fieldOf(payload, 'source', 'series') === undefined ? (evidence?.series[0]?.name ?? '') : '';
}

function readPart<T>(
  payload: Readonly<Record<string, unknown>>,
  name: string,
  otherwise: T,
  read: PartReader<T>,
  unread: string[]
): T {
  return readOr(payload[name], otherwise, read, () => {
    if (!unread.includes(name)) {
      unread.push(name);
    }
  });
}

function defaultFields(actedAt: number): NearMissFields {
  return {
    kind: 'other',
    title: '',
    almost: '',
    savedBy: [],
    savedHow: '',
    cue: '',
    noticedAt: null,
    action: '',
    actedAt,
    series: '',
    stretch: null,
    limit: null,
    projection: null,
    team: '',
    services: [],
    links: [],
    recordedFor: '',
    status: 'recorded',
    outcome: '',
    sameAs: '',
  };
}

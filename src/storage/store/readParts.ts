import type { Annotation } from '../../domain/codec/annotation';
import { decode } from '../../domain/codec/decode';
import { gather } from '../../domain/fold/gather';
import { oldestFirst } from '../../domain/fold/oldestFirst';
import type { Gathered, StoredPart } from '../../domain/fold/storedPart';
import { CHANGE_TAG, ENTRY_TAG, RECORD_TAG } from '../../domain/codec/tags';
import type { AnnotationPort } from '../annotations/annotationPort';
import type { Outcome } from '../../grafana/outcome';
import { walkAnnotations } from '../annotations/walk';
import type { Decoded, DecodedChange, DecodedEntry, DecodedRecord } from '../../domain/codec/decoded';

/**
 * What is stored of a near miss, its record among it; `missing` when there is none. An answer without the record does not
 * prove that: Grafana 12 and 13 first count the matches, then select that many, so what others write in between pushes the
 * oldest out. Records alone are then asked for, which nobody writes more of.
 */
export async function readParts(port: AnnotationPort, id: string, signal?: AbortSignal): Promise<Outcome<Parts>> {
  const parts = await findParts(port, id, signal);
  if (!parts.ok || parts.value.records.length > 0) {
    return parts;
  }
  const walked = await walkAnnotations(port, { tags: [RECORD_TAG, `nm:${id}`] }, { signal });
  if (!walked.ok) {
    return walked;
  }
  const records = recordsOf(walked.value.annotations, id);
  return records.length > 0
    ? { ok: true, value: { ...parts.value, records } }
    : { ok: false, failure: { kind: 'missing', status: 404, detail: id } };
}

/** Everything stored under one near-miss id that the reader may see, in whichever place; what of it counts says `gatheredIn`. */
export interface Parts {
  /** Oldest first; the first one counts. */
  records: readonly DecodedRecord[];
  changes: readonly DecodedChange[];
  entries: readonly DecodedEntry[];
  markers: readonly Annotation[];
  /** Carry our tags and the id, but their payload cannot be read. */
  broken: readonly Annotation[];
}

/** Records, changes and entries in one list. */
export function partsIn({ records, changes, entries }: Pick<Parts, 'records' | 'changes' | 'entries'>): StoredPart[] {
  return [...records, ...changes, ...entries];
}

/** What counts of the near miss and what does not; null when there is no record. */
export function gatheredIn(parts: Parts): Gathered | null {
  return gather(partsIn(parts))[0] ?? null;
}

const OURS: readonly string[] = [RECORD_TAG, CHANGE_TAG, ENTRY_TAG];

/** Finds by the tag `nm:<id>`, then looks at each payload: the tag alone proves nothing. */
export async function findParts(port: AnnotationPort, id: string, signal?: AbortSignal): Promise<Outcome<Parts>> {
  const walked = await walkAnnotations(port, { tags: [`nm:${id}`] }, { signal });
  if (!walked.ok) {
    return walked;
  }
  const decoded = walked.value.annotations.map(decode);
  return {
    ok: true,
    value: {
      records: recordsIn(decoded, id),
      changes: decoded.filter(isChange).filter(({ change }) => change.nearMiss === id),
      entries: oldestFirst(decoded.filter(isEntry).filter(({ entry }) => entry.nearMiss === id)),
      markers: decoded.flatMap((item) => (item.what === 'marker' && item.nearMiss === id ? [item.annotation] : [])),
      broken: decoded.flatMap((item) => (item.what === 'unreadable' ? tagged(item.annotation, id) : [])),
    },
  };
}

/** The records of that near miss among annotations as Grafana gives them, oldest first. */
export function recordsOf(annotations: readonly unknown[], id: string): DecodedRecord[] {
  return recordsIn(annotations.map(decode), id);
}

function recordsIn(decoded: readonly Decoded[], id: string): DecodedRecord[] {
  return oldestFirst(decoded.filter(isRecord).filter(({ record }) => record.id === id));
}

function tagged(annotation: Annotation | null, id: string): Annotation[] {
  return annotation?.tags.includes(`nm:${id}`) && annotation.tags.some((tag) => OURS.includes(tag)) ? [annotation] : [];
}

const isRecord = (decoded: Decoded): decoded is DecodedRecord => decoded.what === 'record';
const isChange = (decoded: Decoded): decoded is DecodedChange => decoded.what === 'change';
const isEntry = (decoded: Decoded): decoded is DecodedEntry => decoded.what === 'entry';

import { foldGathered } from './fold';
import { gather } from './gather';
import { oldestFirst } from './oldestFirst';
import { CHANGE_TAG, ENTRY_TAG, RECORD_TAG } from '../codec/tags';
import type { GatheredNearMisses, LeftOut, WholeNearMiss } from './storedPart';
import { type Decoded, type DecodedChange, type DecodedEntry, decodedOf } from '../codec/decoded';

const OURS: readonly string[] = [RECORD_TAG, CHANGE_TAG, ENTRY_TAG];

/** Puts records, their changes and entries together; markers and drafts are no part of it. The same for any order of arrival. */
export function byNearMiss(decoded: readonly Decoded[]): GatheredNearMisses {
  const additions = [...decodedOf(decoded, 'change'), ...decodedOf(decoded, 'entry')];
  const whole = gather([...decodedOf(decoded, 'record'), ...additions])
    .map((gathered): WholeNearMiss => ({ ...gathered, nearMiss: foldGathered(gathered) }))
    .sort(({ nearMiss: a }, { nearMiss: b }) => b.actedAt - a.actedAt || b.annotationId - a.annotationId);
  const records = new Map(whole.map(({ record }) => [record.record.id, record]));
  const orphans = oldestFirst(additions).filter((part) => !records.has(nearMissOf(part)));
  const foreign = whole.flatMap((one) => one.foreign);
  return {
    whole,
    leftOut: [...unreadable(decoded), ...leftOut(orphans, 'without-record'), ...leftOut(foreign, 'foreign')],
    stored: { records, orphans },
  };
}

const nearMissOf = (part: DecodedChange | DecodedEntry) =>
  part.what === 'change' ? part.change.nearMiss : part.entry.nearMiss;

// The server also finds what lost its tag by a PATCH: nothing of ours any more.
function unreadable(decoded: readonly Decoded[]): LeftOut[] {
  return decodedOf(decoded, 'unreadable').flatMap(({ annotation, reason }): LeftOut[] =>
    annotation === null || annotation.tags.some((tag) => OURS.includes(tag))
      ? [{ annotationId: annotation?.id ?? 0, why: 'unreadable', detail: reason }]
      : []
  );
}

function leftOut(parts: ReadonlyArray<{ annotation: { id: number } }>, why: LeftOut['why']): LeftOut[] {
  return [...new Set(parts.map(({ annotation }) => annotation.id))].map((id) => ({
    annotationId: id,
    why,
    detail: '',
  }));
}

import { fold } from './fold';
import { withoutTwins } from './oldestFirst';
import { CHANGE_TAG, ENTRY_TAG, RECORD_TAG } from '../codec/tags';
import type { GatheredNearMisses, LeftOut, StoredParts, WholeNearMiss } from './storedPart';
import { type Decoded, decodedOf } from '../codec/decoded';

const OURS: readonly string[] = [RECORD_TAG, CHANGE_TAG, ENTRY_TAG];

/** Puts records, their changes and entries together; markers and drafts are no part of it. The same for any order of arrival. */
export function byNearMiss(decoded: readonly Decoded[]): GatheredNearMisses {
  const stored = storedParts(decoded);
  const changes = groupedBy([...stored.changes.values()], ({ change }) => change.nearMiss);
  const entries = groupedBy([...stored.entries.values()], ({ entry }) => entry.nearMiss);
  const whole = fold(decodedOf(decoded, 'record'), decodedOf(decoded, 'change')).flatMap(
    (nearMiss): WholeNearMiss[] => {
      const { id } = nearMiss;
      const record = stored.records.get(id);
      return record ? [{ nearMiss, record, changes: changes.get(id) ?? [], entries: entries.get(id) ?? [] }] : [];
    }
  );
  return { whole, leftOut: [...unreadable(decoded), ...orphans(stored)], stored };
}

function storedParts(decoded: readonly Decoded[]): StoredParts {
  return {
    records: oldestById(decodedOf(decoded, 'record'), ({ record }) => record.id),
    changes: oldestById(decodedOf(decoded, 'change'), ({ change }) => change.id),
    entries: oldestById(decodedOf(decoded, 'entry'), ({ entry }) => entry.id),
  };
}

function oldestById<T extends Parameters<typeof withoutTwins>[0][number]>(
  items: readonly T[],
  idOf: (item: T) => string
): Map<string, T> {
  return new Map(withoutTwins(items, idOf).map(({ item }) => [idOf(item), item]));
}

function groupedBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) {
      group.push(item);
    } else {
      groups.set(key, [item]);
    }
  }
  return groups;
}

// The server also finds what lost its tag by a PATCH: nothing of ours any more.
function unreadable(decoded: readonly Decoded[]): LeftOut[] {
  return decodedOf(decoded, 'unreadable').flatMap(({ annotation, reason }): LeftOut[] =>
    annotation === null || annotation.tags.some((tag) => OURS.includes(tag))
      ? [{ annotationId: annotation?.id ?? 0, why: 'unreadable', detail: reason }]
      : []
  );
}

function orphans({ records, changes, entries }: StoredParts): LeftOut[] {
  const parts = [
    ...[...changes.values()].map(({ change, annotation }) => ({ of: change.nearMiss, annotation })),
    ...[...entries.values()].map(({ entry, annotation }) => ({ of: entry.nearMiss, annotation })),
  ];
  return parts
    .filter(({ of }) => !records.has(of))
    .map(({ annotation }) => ({ annotationId: annotation.id, why: 'without-record', detail: '' }));
}

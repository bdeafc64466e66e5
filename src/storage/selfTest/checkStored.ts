import type { LeftOut } from '../../domain/fold/storedPart';
import { textBytes } from '../../domain/codec/payload';
import type { Failure, Outcome } from '../../grafana/outcome';
import type { CheckResult } from './checkResult';
import type { Inventory } from './inventory';

export type StoredFacts =
  | {
      read: true;
      records: number;
      changes: number;
      entries: number;
      markers: number;
      drafts: number;
      unreadable: number;
      /** Bytes of text in records, changes and entries. */
      bytes: number;
      /** When the oldest record was stored, epoch ms; null when there is none. */
      oldest: number | null;
    }
  | { read: false; failure: Failure };

export type StoredResult = CheckResult<'stored', StoredFacts>;

/** How much there is, and since when. */
export function checkStored(inventory: Outcome<Inventory>): StoredResult {
  if (!inventory.ok) {
    return { check: 'stored', state: 'unknown', facts: { read: false, failure: inventory.failure }, repair: null };
  }
  const { gathered, parts, markers, drafts } = inventory.value;
  const { records, changes, entries } = gathered.stored;
  const unreadable = gathered.leftOut.filter(({ why }: LeftOut) => why === 'unreadable').length;
  const facts: StoredFacts = {
    read: true,
    records: records.size,
    changes: changes.size,
    entries: entries.size,
    markers: markers.length,
    drafts,
    unreadable,
    bytes: parts.reduce((sum, { annotation }) => sum + textBytes(annotation.text), 0),
    oldest: oldestOf([...records.values()].map(({ annotation }) => annotation.created)),
  };
  return { check: 'stored', state: unreadable > 0 ? 'warn' : 'ok', facts, repair: null };
}

/** The smallest of the times, null of none. Not `Math.min(...)`: there may be more than a call takes arguments. */
export function oldestOf(times: readonly number[]): number | null {
  return times.reduce<number | null>((oldest, at) => (oldest === null || at < oldest ? at : oldest), null);
}

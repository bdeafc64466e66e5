import { type LeftOut, partIdentity } from '../../domain/fold/storedPart';
import { textBytes } from '../../domain/codec/payload';
import type { Failure, Outcome } from '../../grafana/outcome';
import type { CheckResult } from './checkResult';
import type { Inventory } from './inventory';
import { withoutTwins } from '../../domain/fold/oldestFirst';
import { partKey } from '../../domain/fold/isAsGoodAs';
import { twinsIn } from '../store/removeTwins';
import type { Annotation } from '../../domain/codec/annotation';

interface OrphanPartsFacts {
  changes: number;
  entries: number;
  /** True when their records may be in a place that this reader cannot see. */
  mayBeHidden: boolean;
  /** As they are stored: somebody's words, so they can be saved as a file and are never deleted from here. */
  annotations: readonly Annotation[];
}

export type OrphanPartsResult = CheckResult<'orphanParts', OrphanPartsFacts>;

/** Changes and entries whose record is not there: nobody is shown them any more. */
export function checkOrphanParts({ gathered }: Pick<Inventory, 'gathered'>, readsAll: boolean): OrphanPartsResult {
  const { orphans } = gathered.stored;
  const annotations = orphans.map(({ annotation }) => annotation);
  const changes = orphans.filter(({ what }) => what === 'change').length;
  const mayBeHidden = annotations.length > 0 && !readsAll;
  return {
    check: 'orphanParts',
    state: annotations.length === 0 ? 'ok' : mayBeHidden ? 'unknown' : 'warn',
    facts: { changes, entries: orphans.length - changes, mayBeHidden, annotations },
    repair: null,
  };
}

interface TwinsFacts {
  /** Younger, and the very same: no word is lost with them. */
  same: number;
  /** Younger with the same id, but of another text, place or login, or changed since: left alone. */
  different: number;
}

export type TwinsResult = CheckResult<'twins', TwinsFacts>;

/** Annotations whose id an older one has already. */
export function checkTwins({ parts }: Pick<Inventory, 'parts'>): TwinsResult {
  const twins = twinsIn(parts);
  const younger = withoutTwins(parts, partKey).reduce((sum, each) => sum + each.twins.length, 0);
  const facts: TwinsFacts = { same: twins.length, different: younger - twins.length };
  const removable = new Set(twins.map(({ id }) => id));
  const ids = parts.filter(({ annotation }) => removable.has(annotation.id)).map((part) => partIdentity(part).nearMiss);
  return {
    check: 'twins',
    state: younger > 0 ? 'warn' : 'ok',
    facts,
    repair: twins.length > 0 ? { does: 'remove-twins', nearMisses: [...new Set(ids)] } : null,
  };
}

type StoredFacts =
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
      /** When the oldest record was stored, epoch ms; null when there is none, or Grafana does not say. */
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
  const { records, orphans } = gathered.stored;
  const counting = [...gathered.whole.flatMap(({ changes, entries }) => [...changes, ...entries]), ...orphans];
  const changes = counting.filter(({ what }) => what === 'change').length;
  const unreadable = gathered.leftOut.filter(({ why }: LeftOut) => why === 'unreadable').length;
  const facts: StoredFacts = {
    read: true,
    records: records.size,
    changes,
    entries: counting.length - changes,
    markers: markers.length,
    drafts,
    unreadable,
    bytes: parts.reduce((sum, { annotation }) => sum + textBytes(annotation.text), 0),
    oldest: oldestOf([...records.values()].map(({ annotation }) => annotation.created).filter((at) => at > 0)),
  };
  return { check: 'stored', state: unreadable > 0 ? 'warn' : 'ok', facts, repair: null };
}

/** The smallest of the times, null of none. Not `Math.min(...)`: there may be more than a call takes arguments. */
export function oldestOf(times: readonly number[]): number | null {
  return times.reduce<number | null>((oldest, at) => (oldest === null || at < oldest ? at : oldest), null);
}

import type { NearMiss, ShownEntry } from '../../domain/fold/nearMiss';
import type { NearMissRecord } from '../../domain/record/record';
import type { WholeNearMiss } from '../../domain/fold/storedPart';
import type { Outcome } from '../../grafana/outcome';
import type { QueuedWrite } from './queuedWrite';
import type { Removed } from './removeNearMiss';
import type { Draft } from '../../domain/codec/decoded';

export interface NearMissList {
  /** Folded, newest first by the end of the annotation; withdrawn and started ones included. */
  nearMisses: readonly NearMiss[];
  drafts: readonly Draft[];
  /** How many tagged annotations could not be read, with the reasons. */
  unreadable: ReadonlyArray<{ annotationId: number; reason: string }>;
  /** False while more exist than were read. */
  complete: boolean;
}

export interface NearMissFile {
  nearMiss: NearMiss;
  /** Shown entries, oldest first. */
  entries: readonly ShownEntry[];
  /** Annotation ids of its own markers that this reader can see. */
  markers: readonly number[];
  /** As it was found, for a lossless export. */
  stored: WholeNearMiss;
}

export interface Recorded {
  annotationId: number;
  /** The marker's outcome; null when there is nothing to mark. */
  marker: Outcome<number> | null;
}

/** What has become of a draft. */
export type DraftState =
  /** Nobody completed it yet; `nearMissId` is the id its near miss will get. */
  | { is: 'open'; draft: Draft; nearMissId: string }
  /** Its record is there, but the draft was not turned into the marker: something failed in between. */
  | { is: 'recorded'; draft: Draft; nearMiss: NearMiss }
  /** It is the marker of that near miss. */
  | { is: 'completed'; nearMissId: string };

interface ListOptions {
  signal?: AbortSignal;
  /** Called with the newest first page as soon as it is there, then with each larger list. */
  onProgress?: (list: NearMissList) => void;
  /** Stop after so many annotations; default no bound. */
  atMost?: number;
  /**
   * A list that this store gave for the same `atMost`: it comes again, the very same, where the newest page is as it was.
   * A change beyond the newest hundred annotations then appears within five minutes.
   */
  known?: NearMissList;
}

/** Where near misses live. Every write is idempotent for the reader: repeating it after a lost answer is safe. */
export interface NearMissStore {
  list(options?: ListOptions): Promise<Outcome<NearMissList>>;
  read(id: string, signal?: AbortSignal): Promise<Outcome<NearMissFile>>;
  /**
   * One attempt to write a record with its marker (a refused marker does not fail the record), a change, an entry or a marker
   * alone. It looks first, so however often it is repeated, one thing is written; who repeats it is the queue. Fails with
   * `overtaken` for a draft that somebody else completed meanwhile.
   */
  write(write: QueuedWrite, signal?: AbortSignal): Promise<Outcome<Recorded>>;
  /** Deletes a single entry of the worksheet. */
  removeEntry(entry: ShownEntry): Promise<Outcome<null>>;
  /** Deletes the record, its changes, entries and own markers for good; says how much with its tag is not its own and stays. */
  remove(nearMiss: NearMiss): Promise<Outcome<Removed>>;
  /** Makes a lost marker again, or brings the one there is up to date. The value is the marker's annotation id. */
  mark(nearMiss: NearMiss): Promise<Outcome<number>>;
  readDraft(annotationId: number, signal?: AbortSignal): Promise<Outcome<DraftState>>;
  /** Turns a draft into the marker of its record, where that alone is left to do. The value is the marker's annotation id. */
  markDraft(draft: Draft, record: NearMissRecord): Promise<Outcome<number>>;
}

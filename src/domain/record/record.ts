import type { PackedEvidence } from '../series/evidence';
import type { Projection } from '../projection/projection';
import type { Limit } from '../projection/limit';
import type { Stretch } from '../series/stretch';
import type { VariableValue } from './variables';

/** The newest payload version this code writes; a record with a higher one is shown read-only. */
export const SCHEMA_VERSION = 1;

export const KINDS = ['trend', 'change', 'exposure', 'capacity', 'dependency', 'other'] as const;
export type Kind = (typeof KINDS)[number];

export const SAVED_BY = ['person', 'alert', 'automation', 'review', 'luck'] as const;
export type SavedBy = (typeof SAVED_BY)[number];

export const STATUSES = ['started', 'recorded', 'discussed', 'closed', 'withdrawn'] as const;
export type Status = (typeof STATUSES)[number];

/** Where the graph was seen, enough to open the exact panel and time again while it exists. */
export interface Source {
  dashboardUid: string;
  dashboardTitle: string;
  panelId: number;
  panelTitle: string;
  /** Name of the series as the panel showed it; the chosen one once another was chosen. */
  series: string;
  /**
   * The panel's queries as Grafana gave them; left out (empty) when the recorder chose so, or all but those of the series when
   * too large.
   */
  queries: readonly unknown[];
  /** Of the query that the series came from; absent where nobody knows. */
  refId?: string;
  /** All that the dashboard's address held, for the way back. */
  variables: Readonly<Record<string, VariableValue>>;
  /** What people read in place of a variable's values where that is another; empty: nothing, as of a data source. */
  variableTexts?: Readonly<Record<string, string>>;
  dataSource: string;
  /** What the panel showed, epoch ms. */
  range: Stretch;
  /** What the dashboard has to show for that, where the panel shifts its time. */
  dashboardRange?: Stretch;
}

/** What people may edit after recording; each is folded by itself. */
export interface NearMissFields {
  kind: Kind;
  title: string;
  /** What almost happened: who, what, for how long. */
  almost: string;
  savedBy: readonly SavedBy[];
  /** One sentence on how that saved it. */
  savedHow: string;
  /** What made someone look. */
  cue: string;
  /** Epoch ms, never after `actedAt`; null when not known. */
  noticedAt: number | null;
  action: string;
  /** Epoch ms. */
  actedAt: number;
  /** Name of the frozen series that it is about; empty: the first one. */
  series: string;
  /** null for kinds without a graph. */
  stretch: Stretch | null;
  limit: Limit | null;
  projection: Projection | null;
  team: string;
  services: readonly string[];
  links: readonly string[];
  /** Anyone's name as typed, or empty: recorded for no one in particular. */
  recordedFor: string;
  status: Status;
  /** What came of it; asked for when closing. */
  outcome: string;
  /** Id of the near miss this one is the same as, or empty. */
  sameAs: string;
}

export type FieldName = keyof NearMissFields;

/** Who wrote a thing first when it was moved or imported by somebody else. */
export interface WrittenBy {
  login: string;
  /** Epoch ms of the first writing. */
  at: number;
  /** Only ever false: the words had been changed outside Near Miss before they were copied. */
  sealed?: false;
}

/**
 * The id it had where it was exported, when an import found something else under that id; absent where it kept its id. Only
 * the file's word: whoever writes a part can claim any.
 */
export type FormerId = string;

/** The payload of a record annotation: everything that is known of a near miss when it is first kept. */
export interface NearMissRecord extends NearMissFields {
  version: number;
  /** 12 url-safe characters, made on the client before the first POST. */
  id: string;
  evidence: PackedEvidence | null;
  source: Source | null;
  /** One of the shipped examples, removable with one command. */
  example: boolean;
  writtenBy: WrittenBy | null;
  formerId?: FormerId;
}

/** An edit, status, outcome or withdrawal of a near miss. Appended, never patched. */
export interface Change {
  version: number;
  /** 12 url-safe characters of its own. */
  id: string;
  nearMiss: string;
  set: Partial<NearMissFields>;
  /** For each field set: the ids of the changes it was based on; empty = the record's own value. */
  base: Partial<Record<FieldName, readonly string[]>>;
  writtenBy: WrittenBy | null;
  formerId?: FormerId;
}

export const ENTRY_TYPES = ['answer', 'takeaway', 'followUp', 'thanks'] as const;
export type EntryType = (typeof ENTRY_TYPES)[number];

/** One shared thing on a worksheet. */
export interface Entry {
  version: number;
  id: string;
  nearMiss: string;
  type: EntryType;
  /** Key of the question answered (`q1` to `q5`, or a configured one's); empty unless `type` is `answer`. */
  question: string;
  /** The question as it was worded when it was answered, at most 300 characters; empty in older entries and unless `type` is `answer`. */
  asked: string;
  text: string;
  /** Id of the entry this one replaces, or empty. Counts only from the same login. */
  replaces: string;
  writtenBy: WrittenBy | null;
  formerId?: FormerId;
}

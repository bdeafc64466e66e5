import { headline } from '../../domain/record/headline';
import {
  type Copying,
  type Move,
  type Refused,
  type MoveStep,
  nextMoveStep,
  movedOf,
  nearMissesKeptIn,
} from '../../domain/transfer/nextMoveStep';
import { isKeptIn } from '../../domain/record/place';
import { type StoredPart, partIdentity, type WholeNearMiss } from '../../domain/fold/storedPart';
import { deleteOnce } from '../store/deleteOnce';
import { type Failure, type Outcome, failed } from '../../grafana/outcome';
import { postUnlessThere } from '../store/postUnlessThere';
import { readEverything } from './readEverything';
import { type Parts, findParts } from '../store/readParts';
import { retry } from '../store/retry';
import type { StoreContext } from '../store/storeContext';
import { isCopyOf } from '../../domain/transfer/copy';
import { journalsOf } from '../../domain/record/journals';
import type { AppSettings } from '../../domain/record/settings';
import { grafanaAnnotations } from '../annotations/grafanaAnnotations';
import { type JournalState, readJournals } from '../journals/readJournals';
import { readRights } from '../../grafana/rights';
import type { Send } from '../../grafana/send';

/** The near misses there are, and the places between which they can be moved. */
export interface Movable {
  nearMisses: readonly WholeNearMiss[];
  /** Whether the current user may write to the organization. */
  organization: boolean;
  /** Those that are configured, and those that are not any more but hold near misses. */
  journals: readonly JournalState[];
}

/** Reads all near misses, who may write where, and who may read there. */
export async function readMovable(send: Send, settings: AppSettings, signal?: AbortSignal): Promise<Outcome<Movable>> {
  const [read, rights] = await Promise.all([
    readEverything(grafanaAnnotations(send), { signal }),
    readRights(send, undefined, signal),
  ]);
  if (!read.ok) {
    return read;
  }
  if (!rights.ok) {
    return rights;
  }
  const { whole } = read.value;
  const journals = await readJournals(send, withUnmapped(settings, whole), signal);
  return { ok: true, value: { nearMisses: whole, organization: rights.value.organization, journals } };
}

function withUnmapped(settings: AppSettings, whole: readonly WholeNearMiss[]): AppSettings {
  const known = new Set(['', ...journalsOf(settings).map(({ dashboardUid }) => dashboardUid)]);
  const holding = new Set(
    whole.flatMap(({ record, changes, entries, spare, foreign }) =>
      [record, ...changes, ...entries, ...spare, ...foreign].map(({ annotation }) => annotation.dashboardUid)
    )
  );
  const unmapped = [...holding].filter((uid) => !known.has(uid));
  const journals = unmapped.map((dashboardUid) => ({ folderUid: '', dashboardUid, title: dashboardUid }));
  return { ...settings, journals: [...settings.journals, ...journals] };
}

const DONE: Outcome<null> = { ok: true, value: null };
const UNSETTLED: MoveStep = { do: 'refuse', why: 'unsettled', rival: null };

export interface MoveOptions extends Move {
  /** Only near misses of this team; empty: of all. */
  team: string;
  signal?: AbortSignal;
  /** Called before each near miss: how many of how many were handled. */
  onProgress?: (handled: number, total: number) => void;
}

/** A near miss by its id, and what it is called. */
interface Named {
  id: string;
  title: string;
}

export type NotMoved = Named & (Refused | { why: 'refused'; failure: Failure });

export interface MoveResult {
  /** Near misses of which nothing is left in the old place. */
  moved: number;
  /** Those that stay, for a reason of their own. */
  notMoved: readonly NotMoved[];
  /** Why the run ended early, and at which near miss (null: before the first); null when it came to its end. */
  stopped: { at: Named | null; failure: Failure } | null;
}

/**
 * Moves what is in the old place now, one near miss after the other: copies, looks whether the copies are there, only then
 * deletes. It can end at any point and doing it again continues. It goes on after a near miss that cannot be moved for
 * itself, and stops at anything that would strike the next one too.
 */
export async function moveNearMisses(context: StoreContext, options: MoveOptions): Promise<MoveResult> {
  const { from, team, signal, onProgress } = options;
  const read = await readEverything(context.port, { signal });
  if (!read.ok) {
    return { moved: 0, notMoved: [], stopped: { at: null, failure: read.failure } };
  }
  const found = nearMissesKeptIn(read.value.whole, from, team);
  const isWhole = new Set(found.whole);
  const all = movedOf(found, options.added ?? false).map((one) => ({
    ...namedOf(one),
    // What is added while a near miss moves comes along.
    added: isWhole.has(one) || options.added,
  }));
  const notMoved: NotMoved[] = [];
  for (const [handled, { added, ...named }] of all.entries()) {
    onProgress?.(handled, all.length);
    const outcome = await moveOne(context, named.id, { ...options, added }, signal);
    if (!outcome.ok && outcome.failure.kind !== 'refused') {
      return { moved: handled - notMoved.length, notMoved, stopped: { at: named, failure: outcome.failure } };
    }
    notMoved.push(...notMovedOf(named, outcome));
  }
  return { moved: all.length - notMoved.length, notMoved, stopped: null };
}

const namedOf = ({ nearMiss }: WholeNearMiss): Named => ({ id: nearMiss.id, title: headline(nearMiss) });

function notMovedOf(named: Named, outcome: Outcome<Refused | null>): NotMoved[] {
  if (!outcome.ok) {
    return [{ ...named, why: 'refused', failure: outcome.failure }];
  }
  return outcome.value === null ? [] : [{ ...named, ...outcome.value }];
}

/** Does what comes next, until nothing does; the value is why it stays, or null. */
async function moveOne(
  context: StoreContext,
  id: string,
  move: Move,
  signal?: AbortSignal
): Promise<Outcome<Refused | null>> {
  const done = new Set<string>();
  let next = await lookForStep(context, id, move, done, signal);
  while (next.ok && isWork(next.value)) {
    const worked = await carryOut(context, next.value, { id, to: move.to }, signal);
    next = worked.ok ? await lookForStep(context, id, move, done, signal) : worked;
  }
  if (!next.ok) {
    return next;
  }
  const { value } = next;
  return { ok: true, value: value.do === 'refuse' ? { why: value.why, rival: value.rival } : null };
}

/** Each step begins with a look at what the one before it left. `done`: what was done already in this run. */
async function lookForStep(
  { port, clock, link }: StoreContext,
  id: string,
  move: Move,
  done: Set<string>,
  signal?: AbortSignal
): Promise<Outcome<MoveStep>> {
  const parts = await retry(clock, { attempt: () => findParts(port, id, signal) }, signal);
  if (!parts.ok) {
    return parts;
  }
  const step = nextMoveStep(parts.value, move, link);
  return { ok: true, value: isWork(step) && isRepeated(step, done) ? UNSETTLED : step };
}

type Work = Extract<MoveStep, { do: 'copy' | 'delete' }>;

function isWork(step: MoveStep): step is Work {
  return step.do === 'copy' || step.do === 'delete';
}

/** Notes what is about to be done: doing it a second time would not help, but make twins without end. */
function isRepeated(step: Work, done: Set<string>): boolean {
  const keys =
    step.do === 'copy'
      ? step.parts.map(({ original }) => `copy ${original.what} ${partIdentity(original).id}`)
      : step.originals.map(({ annotation }) => `delete ${annotation.id}`);
  const repeated = keys.some((key) => done.has(key));
  keys.forEach((key) => done.add(key));
  return repeated;
}

function carryOut(context: StoreContext, step: Work, target: Target, signal?: AbortSignal): Promise<Outcome<null>> {
  return step.do === 'copy' ? copyAll(context, step.parts, target, signal) : deleteAll(context, step.originals);
}

interface Target extends Pick<Named, 'id'>, Pick<Move, 'to'> {}

async function copyAll(
  context: StoreContext,
  parts: readonly Copying[],
  { id, to }: Target,
  signal?: AbortSignal
): Promise<Outcome<null>> {
  for (const { original, copy } of parts) {
    const isThere = (part: StoredPart) => isKeptIn(to)(part) && isCopyOf(part, original);
    const posting = {
      annotation: copy,
      of: id,
      findIn: ({ records, changes, entries }: Parts) =>
        [...records, ...changes, ...entries].find(isThere)?.annotation.id ?? null,
    };
    const posted: Outcome<number> = signal?.aborted
      ? failed('aborted')
      : await postUnlessThere(context, posting, signal);
    if (!posted.ok) {
      return posted;
    }
  }
  return DONE;
}

// Not to be stopped in between: half a worksheet would be the copy's, and an edited answer stand beside its former words.
async function deleteAll(context: StoreContext, originals: readonly StoredPart[]): Promise<Outcome<null>> {
  for (const { annotation } of originals) {
    const deleted = await deleteOnce(context, annotation.id);
    if (!deleted.ok) {
      return deleted;
    }
  }
  return DONE;
}

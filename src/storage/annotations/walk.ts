import type { AnnotationPort, AnnotationQuery } from './annotationPort';
import type { Outcome } from '../../grafana/outcome';
import { readAnnotation } from '../../domain/codec/annotation';

/** Painted first. Grafana's own default limit, so no server is likely to give fewer. */
const FIRST_PAGE = 100;
const SECOND_PAGE = 1000;
/** Each further page is twice as large, up to this: about 10 MB of records. */
const LARGEST_PAGE = 4000;

export interface Walked {
  /** Each annotation once, newest `timeEnd` first; never a part of those that share the times at which the reading stopped. */
  annotations: readonly unknown[];
  /** False while older ones exist. */
  complete: boolean;
}

type Filter = Pick<AnnotationQuery, 'tags' | 'matchAny'>;

export interface WalkOptions {
  signal?: AbortSignal;
  /** Called after each page but the last. */
  onPage?: (walked: Walked) => void;
  /** Stop once so many annotations are known; default no bound. */
  atMost?: number;
}

interface Seen {
  timeEnd: number;
  time: number;
  /** Whether Grafana leaves open if it was changed. */
  isUntold: boolean;
  raw: unknown;
}

interface Page {
  /** Different ids in this page. */
  size: number;
  /** Ids no earlier page had. */
  fresh: number;
  /** The smallest `timeEnd` in this page; whatever is in no page so far begins no later. */
  oldest: number;
  /** The smallest `time` in this page. */
  earliest: number;
  /** Whether pages come from the app platform: what was seen so far does not say `updated`. */
  onAppPlatform: boolean;
}

/**
 * Every annotation with the tags. `GET /api/annotations` has a limit but no page: it sorts by `timeEnd`, newest first, and
 * keeps `time <= to && timeEnd >= from`, only when both are given. So the walk goes back by the smallest `timeEnd` seen.
 * Regions across the seam come again, and once a match is hidden from the reader everything may come twice and unsorted:
 * ids decide. A full page that leads no further is all seam, so the limit is doubled until it holds more than that.
 * Those that share the last `timeEnd` of a full page wait for the next page, which reads them again whole: what is added
 * never lies before its record, and a record without its change would fold wrongly.
 *
 * On the app platform a page is the newest by `time`, of which the deleted and the hidden are left out. Whatever it lacks still
 * begins no later than its smallest `timeEnd`, so the same way back finds all; but those that share its smallest `time` wait
 * too, and a short page proves nothing: the end is where a large one brings nothing new.
 */
export async function walkAnnotations(
  port: AnnotationPort,
  filter: Filter,
  options: WalkOptions = {}
): Promise<Outcome<Walked>> {
  const newest = await newestPage(port, filter, options.signal);
  return newest.ok ? walkOn(port, filter, newest.value, options) : newest;
}

/** What a walk reads first: up to a hundred annotations, newest `timeEnd` first. */
export function newestPage(
  port: AnnotationPort,
  filter: Filter,
  signal?: AbortSignal
): Promise<Outcome<readonly unknown[]>> {
  return port.find({ ...filter, limit: FIRST_PAGE }, signal);
}

/** The walk from the newest page on, for who has that page already. */
export async function walkOn(
  port: AnnotationPort,
  filter: Filter,
  newest: readonly unknown[],
  { signal, onPage, atMost = Infinity }: WalkOptions = {}
): Promise<Outcome<Walked>> {
  const seen = new Map<number, Seen>();
  let step: Step = { limit: FIRST_PAGE, to: null };
  let items = newest;
  for (;;) {
    const page = take(items, seen);
    if (isLast(page, step, filter)) {
      return { ok: true, value: { annotations: newestFirst(seen, () => true), complete: true } };
    }
    const part = { annotations: newestFirst(seen, isBeyondSeamOf(page)), complete: false };
    const enough = seen.size >= atMost && part.annotations.length > 0;
    if (enough) {
      return { ok: true, value: part };
    }
    tell(part, onPage);
    step = next(page, step);
    const window = step.to === null ? {} : { from: 1, to: step.to };
    const answer = await port.find({ ...filter, ...window, limit: step.limit }, signal);
    if (!answer.ok) {
      return answer;
    }
    items = answer.value;
  }
}

// A part without anything whole would read as "there is nothing".
function tell(part: Walked, onPage: WalkOptions['onPage']): void {
  if (part.annotations.length > 0) {
    onPage?.(part);
  }
}

interface Step {
  limit: number;
  /** Where the window ends; null = no window. */
  to: number | null;
}

// A short page is the last one, unless a server caps the limit: then it still brings something new.
function isLast({ size, fresh, onAppPlatform }: Page, { limit, to }: Step, { matchAny = false }: Filter): boolean {
  if (size >= limit) {
    return false;
  }
  // Of all sorts of annotations not one among the newest: there are none yet, or those are hidden on the app platform.
  const isUncertain = onAppPlatform || (matchAny && size === 0 && to === null);
  return isUncertain ? fresh === 0 && limit >= LARGEST_PAGE : size < FIRST_PAGE || fresh === 0;
}

// Grafana ignores a window that begins before 1970, so there the walk can only widen.
function next({ oldest, size }: Page, { limit, to }: Step): Step {
  const leadsOn = size > 0 && oldest >= 1 && (to === null || oldest < to);
  const larger = Math.max(SECOND_PAGE, limit, Math.min(limit * 2, LARGEST_PAGE));
  const wider = Math.max(limit * 2, size < limit ? LARGEST_PAGE : 0);
  return leadsOn ? { limit: size < limit ? LARGEST_PAGE : larger, to: oldest } : { limit: wider, to };
}

/** Whether everything that shares its times was read by then. */
function isBeyondSeamOf({ oldest, earliest, onAppPlatform }: Page): (seen: Seen) => boolean {
  return ({ time, timeEnd }) => timeEnd > oldest && (!onAppPlatform || time > earliest);
}

/** Adds a page to what was seen. An item that is no annotation is kept under id 0, so that it can be told. */
function take(items: readonly unknown[], seen: Map<number, Seen>): Page {
  const ids = new Set<number>();
  let fresh = 0;
  let oldest = Infinity;
  let earliest = Infinity;
  for (const raw of items) {
    const annotation = readAnnotation(raw);
    const { id, time, timeEnd, updated } = annotation ?? { id: 0, time: Infinity, timeEnd: Infinity, updated: 0 };
    ids.add(id);
    oldest = Math.min(oldest, timeEnd);
    earliest = Math.min(earliest, time);
    if (!seen.has(id)) {
      fresh += 1;
      seen.set(id, { time, timeEnd, raw, isUntold: updated === null });
    }
  }
  return {
    size: ids.size,
    fresh,
    oldest,
    earliest,
    onAppPlatform: [...seen.values()].some(({ isUntold }) => isUntold),
  };
}

function newestFirst(seen: ReadonlyMap<number, Seen>, isWhole: (seen: Seen) => boolean): unknown[] {
  return [...seen.entries()]
    .filter(([, one]) => isWhole(one))
    .sort(([a, x], [b, y]) => compare(y.timeEnd, x.timeEnd) || compare(y.time, x.time) || b - a)
    .map(([, { raw }]) => raw);
}

// Not a plain subtraction: two Infinities would give NaN.
function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

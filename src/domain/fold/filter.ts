import type { NearMiss } from './nearMiss';
import { headline } from '../record/headline';
import { marginOf } from '../projection/margin';
import type { Kind, SavedBy, Status } from '../record/record';

/** A time from `from` and before `to`, epoch ms; infinite where it has no end. */
export interface Span {
  from: number;
  to: number;
}

/** What a list shows; an empty or absent part does not narrow it, except for `statuses`. Its span is that of acting. */
export interface NearMissFilter extends Span {
  /** Words that must all be there, anywhere in what was typed or where it was seen, in any case. */
  text: string;
  kinds: readonly Kind[];
  /** Empty = `COUNTED_STATUSES`. */
  statuses: readonly Status[];
  teams: readonly string[];
  services: readonly string[];
  savedBy: readonly SavedBy[];
}

export const SORT_ORDERS = ['newest', 'oldest', 'margin', 'title'] as const;
export type SortOrder = (typeof SORT_ORDERS)[number];

/** What lists show and counts count unless asked otherwise: neither started nor withdrawn near misses. */
export const COUNTED_STATUSES: readonly Status[] = ['recorded', 'discussed', 'closed'];

/** The near misses that pass every part of the filter, in their given order. */
export function filterNearMisses(list: readonly NearMiss[], filter: Partial<NearMissFilter>): NearMiss[] {
  const { text = '', kinds = [], statuses = [], teams = [], services = [], savedBy = [] } = filter;
  const { from = -Infinity, to = Infinity } = filter;
  const words = folded(text).split(/\s+/).filter(Boolean);
  const wanted = statuses.length > 0 ? statuses : COUNTED_STATUSES;
  return list.filter(
    (nearMiss) =>
      wanted.includes(nearMiss.status) &&
      isWithin({ from, to }, nearMiss.actedAt) &&
      shares(kinds, [nearMiss.kind]) &&
      shares(teams, [nearMiss.team]) &&
      shares(services, nearMiss.services) &&
      shares(savedBy, nearMiss.savedBy) &&
      holds(nearMiss, words)
  );
}

/**
 * A sorted copy. `margin`: the narrowest first, by the margin's lower end, those without one last; ties and `newest` by
 * when somebody acted, as rows show it, then by annotation id.
 */
export function sortNearMisses(list: readonly NearMiss[], by: SortOrder): NearMiss[] {
  const newest = (a: NearMiss, b: NearMiss) => b.actedAt - a.actedAt || b.annotationId - a.annotationId;
  const orders: Readonly<Record<SortOrder, (a: NearMiss, b: NearMiss) => number>> = {
    newest,
    oldest: (a, b) => newest(b, a),
    margin: (a, b) => narrower(lowerEnd(a), lowerEnd(b)) || newest(a, b),
    title: (a, b) => headline(a).localeCompare(headline(b)) || newest(a, b),
  };
  return [...list].sort(orders[by]);
}

/** Graphs that somebody kept and did not put into words yet; only the one who kept them is reminded. */
export function yoursToFinish(list: readonly NearMiss[], login: string): NearMiss[] {
  return list.filter(({ status, author }) => status === 'started' && login !== '' && author.login === login);
}

/** True for a moment of the span. */
export function isWithin({ from, to }: Span, at: number): boolean {
  return at >= from && at < to;
}

/** Keyboards write "é" as one character or as two; and the case of a letter must not hang on the reader's language. */
function folded(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

function shares<T>(wanted: readonly T[], has: readonly T[]): boolean {
  return wanted.length === 0 || has.some((one) => wanted.includes(one));
}

function holds(nearMiss: NearMiss, words: readonly string[]): boolean {
  if (words.length === 0) {
    return true;
  }
  const { title, almost, cue, action, savedHow, outcome, team, services, source, id } = nearMiss;
  const seenOn = source ? [source.dashboardTitle, source.panelTitle, source.series] : [];
  const text = folded([title, almost, cue, action, savedHow, outcome, team, ...services, ...seenOn, id].join('\n'));
  return words.every((word) => text.includes(word));
}

function lowerEnd({ projection, actedAt }: NearMiss): number {
  return marginOf(projection, actedAt).atLeast ?? Infinity;
}

function narrower(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

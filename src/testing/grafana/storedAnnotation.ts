import type { AnnotationQuery } from '../../storage/annotations/annotationPort';

/** An annotation as the twin in memory keeps it. */
export interface StoredAnnotation {
  id: number;
  /** Empty for the organization's. */
  dashboardUid: string;
  panelId: number;
  created: number;
  updated: number;
  time: number;
  timeEnd: number;
  text: string;
  tags: readonly string[];
  /** Tags the server finds it by, as `key:value`: all it ever had. */
  links: ReadonlySet<string>;
  login: string;
  /** Marked as deleted, where Grafana keeps what is deleted. */
  deleted?: boolean;
}

interface Tag {
  key: string;
  value: string;
}

/** Grafana splits at the first colon, trims, and loses what follows a second one; repeats and empty keys are dropped. */
function parseTags(tags: readonly string[]): Tag[] {
  const parsed = new Map<string, Tag>();
  for (const tag of tags) {
    const [key = '', value = ''] = tag.split(':').map((part) => part.trim());
    if (key !== '') {
      parsed.set(`${key}:${value}`, { key, value });
    }
  }
  return [...parsed.values()];
}

/** The tags as a POST stores them. */
export function joinTags(tags: readonly string[]): string[] {
  return parseTags(tags).map(({ key, value }) => (value === '' ? key : `${key}:${value}`));
}

/** What the tags are found by. */
export function linksOf(tags: readonly string[]): Set<string> {
  return new Set(parseTags(tags).map(({ key, value }) => `${key}:${value}`));
}

/** Grafana's estimate of the tags as JSON, in bytes of UTF-8; 500 are allowed by default. */
export function tagBytes(tags: readonly string[]): number {
  return tags.reduce((sum, tag) => sum + new TextEncoder().encode(tag).length + 3, tags.length > 0 ? 1 : 2);
}

/** Whether the server would find it. With all tags wanted it counts links: one key with two values counts twice, and misses. */
export function isWanted(stored: StoredAnnotation, query: AnnotationQuery): boolean {
  return (
    hasTags(stored, query) &&
    overlaps(stored, query) &&
    (!query.dashboardUid || stored.dashboardUid === query.dashboardUid) &&
    (!query.panelId || stored.panelId === query.panelId)
  );
}

/** The same for the app platform: whole tags, of the annotation as it is now, and a window that may have but one end. */
export function isWantedExactly(stored: StoredAnnotation, query: AnnotationQuery): boolean {
  const { tags = [], matchAny, from = 0, to = 0, dashboardUid, panelId } = query;
  const hits = tags.filter((tag) => stored.tags.includes(tag)).length;
  return (
    (tags.length === 0 || (matchAny ? hits > 0 : hits === tags.length)) &&
    (to <= 0 || stored.time <= to) &&
    (from <= 0 || stored.timeEnd >= from) &&
    (!dashboardUid || stored.dashboardUid === dashboardUid) &&
    (!panelId || stored.panelId === panelId)
  );
}

function hasTags({ links }: StoredAnnotation, { tags = [], matchAny }: AnnotationQuery): boolean {
  const filters = parseTags(tags);
  if (filters.length === 0) {
    return true;
  }
  const hits = [...links].filter((link) => filters.some((filter) => matches(link, filter))).length;
  return matchAny ? hits > 0 : hits === filters.length;
}

function matches(link: string, { key, value }: Tag): boolean {
  return value === '' ? link.startsWith(`${key}:`) : link === `${key}:${value}`;
}

function overlaps({ time, timeEnd }: StoredAnnotation, { from = 0, to = 0 }: AnnotationQuery): boolean {
  return from <= 0 || to <= 0 || (time <= to && timeEnd >= from);
}

/** Grafana's order: by end, then by begin, newest first. */
export function byEndNewestFirst(a: StoredAnnotation, b: StoredAnnotation): number {
  return b.timeEnd - a.timeEnd || b.time - a.time;
}

/** The item of an answer; zero and empty fields are left out, as Grafana does since 12.3. */
export function rawOf({ dashboardUid, links: _, ...rest }: Partial<StoredAnnotation>): unknown {
  const fields = Object.entries({ ...rest, dashboardUID: dashboardUid });
  return Object.fromEntries(fields.filter(([, value]) => value !== 0 && value !== ''));
}

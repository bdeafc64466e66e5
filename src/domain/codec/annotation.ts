import { LAST_MOMENT } from '../json/moment';
import { isObject } from '../json/json';

/**
 * Grafana's item narrowed to what we read; null when it has no usable id. Since 12.3 every zero or empty field may be
 * missing (`omitempty`): times become 0, texts empty. `timeEnd` 0 means a moment, so it repeats `time`; `updated` 0 is unknown.
 */
export function readAnnotation(raw: unknown): Annotation | null {
  if (!isObject(raw)) {
    return null;
  }
  const id = number(raw.id);
  if (!(id > 0)) {
    return null;
  }
  const time = moment(raw.time);
  return {
    id,
    dashboardUid: text(raw.dashboardUID),
    panelId: number(raw.panelId),
    created: moment(raw.created),
    updated: moment(raw.updated) || null,
    time,
    timeEnd: moment(raw.timeEnd) || time,
    text: text(raw.text),
    tags: Array.isArray(raw.tags) ? raw.tags.filter((tag): tag is string => typeof tag === 'string') : [],
    login: text(raw.login),
  };
}

function number(raw: unknown): number {
  return typeof raw === 'number' && Number.isFinite(raw) ? raw : 0;
}

/** Grafana keeps any 64 bits as a time: what no calendar has becomes the last moment, and keeps its place in the order. */
function moment(raw: unknown): number {
  return Math.max(-LAST_MOMENT, Math.min(LAST_MOMENT, number(raw)));
}

function text(raw: unknown): string {
  return typeof raw === 'string' ? raw : '';
}

/** An annotation as Grafana stores it, narrowed to what we read. Times in epoch ms; zero or empty where Grafana left the field out. */
export interface Annotation {
  id: number;
  /** Empty for an organization annotation. */
  dashboardUid: string;
  panelId: number;
  created: number;
  /** When it was last patched, or `created`; null where Grafana does not say: its newer annotations never do. */
  updated: number | null;
  time: number;
  timeEnd: number;
  text: string;
  tags: readonly string[];
  /** Login of who POSTed it; a later PATCH by somebody else does not change it. */
  login: string;
}

/** What a POST to the annotations API carries. */
export interface NewAnnotation {
  dashboardUid?: string;
  panelId?: number;
  time: number;
  timeEnd: number;
  text: string;
  tags: readonly string[];
}

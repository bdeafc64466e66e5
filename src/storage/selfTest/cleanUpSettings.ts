import { fieldOf, textOf } from '../../domain/json/fieldOf';
import { type Outcome, failed } from '../../grafana/outcome';
import type { Send } from '../../grafana/send';

/** What Grafana deletes by itself of one kind of annotations. */
export interface CleanUpRule {
  /** As configured, such as `90d`; empty = kept for ever. */
  maxAge: string;
  /** The same in ms; null = kept for ever. */
  maxAgeMs: number | null;
  /** How many of the newest are kept; null = all. */
  most: number | null;
}

export interface CleanUpSettings {
  /** Section `annotations.api`: annotations of no dashboard. */
  api: CleanUpRule;
  /** Section `annotations.dashboard`: those of a dashboard, alerts apart. */
  dashboard: CleanUpRule;
}

/** Server administrators may read Grafana's settings (`settings:read`); an Admin of the organization gets `forbidden`. */
export async function readCleanUpSettings(send: Send, signal?: AbortSignal): Promise<Outcome<CleanUpSettings>> {
  const answer = await send({ method: 'GET', path: '/api/admin/settings', signal });
  if (!answer.ok) {
    return answer;
  }
  const api = ruleOf(answer.value, 'annotations.api');
  const dashboard = ruleOf(answer.value, 'annotations.dashboard');
  // Whoever may read some settings only gets 200 and those.
  return api && dashboard ? { ok: true, value: { api, dashboard } } : failed('forbidden');
}

function ruleOf(settings: unknown, section: string): CleanUpRule | null {
  if (fieldOf(settings, section) === undefined) {
    return null;
  }
  const maxAge = textOf(settings, section, 'max_age').trim();
  const maxAgeMs = durationOf(maxAge);
  const most = Number(textOf(settings, section, 'max_annotations_to_keep'));
  return { maxAge: maxAgeMs === null ? '' : maxAge, maxAgeMs, most: most > 0 ? most : null };
}

const DAY = 24 * 3_600_000;
const UNITS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: DAY,
  w: 7 * DAY,
  M: 30 * DAY,
  y: 365 * DAY,
};

/** `6h`, `10d`, `2w`, `1M`, `1h30m`. Nothing, zero and what Grafana cannot read keep annotations for ever: null. */
function durationOf(text: string): number | null {
  if (!/^(\d+(ms|[smhdwMy]))+$/.test(text)) {
    return null;
  }
  const parts = [...text.matchAll(/(\d+)(ms|[smhdwMy])/g)];
  const ms = parts.reduce((sum, [, count, unit = '']) => sum + Number(count) * (UNITS[unit] ?? 0), 0);
  return ms > 0 ? ms : null;
}

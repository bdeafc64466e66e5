import { type Failure, type Outcome, failed } from '../../grafana/outcome';
import type { CheckResult } from './checkResult';
import { oldestOf } from './checkStored';
import type { Inventory } from './inventory';
import { fieldOf, textOf } from '../../domain/json/fieldOf';
import type { Send } from '../../grafana/send';

/** What Grafana deletes by itself of one kind of annotations. */
interface CleanUpRule {
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

/** One of Grafana's rules, with what of ours it falls on. */
export interface CleanUpFact extends CleanUpRule {
  kind: 'organization' | 'dashboards';
  /** How many annotations of ours it falls on: records, changes, entries; of dashboards also markers. */
  ours: number;
  /** Age of the oldest of them in ms, by when it was stored, as Grafana reckons; null when there is none. */
  oldestAge: number | null;
}

export type CleanUpFacts = { read: true; rules: readonly CleanUpFact[] } | { read: false; failure: Failure };

export type CleanUpResult = CheckResult<'cleanUp', CleanUpFacts>;

/**
 * Whether Grafana is going to delete near misses by itself. It counts by when an annotation was stored: near misses of the
 * organization fall under `annotations.api`, those of journals, and markers, under `annotations.dashboard`.
 */
export function checkCleanUp(
  settings: Outcome<CleanUpSettings>,
  { parts, markers }: Pick<Inventory, 'parts' | 'markers'>,
  now: number
): CleanUpResult {
  if (!settings.ok) {
    return { check: 'cleanUp', state: 'unknown', facts: { read: false, failure: settings.failure }, repair: null };
  }
  const all = [...parts, ...markers].map(({ annotation }) => annotation);
  const factOf = (kind: CleanUpFact['kind'], rule: CleanUpRule): CleanUpFact => {
    const fallsUnder = all.filter(({ dashboardUid }) => (dashboardUid === '') === (kind === 'organization'));
    const oldest = oldestOf(fallsUnder.map(({ created }) => created));
    return { kind, ...rule, ours: fallsUnder.length, oldestAge: oldest === null ? null : Math.max(0, now - oldest) };
  };
  const rules = [factOf('organization', settings.value.api), factOf('dashboards', settings.value.dashboard)];
  const deletes = rules.some(({ maxAgeMs, most }) => maxAgeMs !== null || most !== null);
  return { check: 'cleanUp', state: deletes ? 'warn' : 'ok', facts: { read: true, rules }, repair: null };
}

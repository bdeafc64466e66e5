import type { Failure, Outcome } from '../../grafana/outcome';
import type { CheckResult } from './checkResult';
import { oldestOf } from './checkStored';
import type { CleanUpRule, CleanUpSettings } from './cleanUpSettings';
import type { Inventory } from './inventory';

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

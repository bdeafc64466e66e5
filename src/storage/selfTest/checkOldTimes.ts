import type { Failure } from '../../grafana/outcome';
import type { Place } from '../../domain/record/place';
import type { CheckResult } from './checkResult';
import { echo, testAnnotation, type TestAnnotations } from './testAnnotations';

interface OldTimesFacts {
  /** False when there is nowhere to write. */
  tried: boolean;
  /** How long ago the test annotation said it was, in days. */
  days: number;
  /** Whether Grafana took it and kept its time; null when that could not be found out. */
  kept: boolean | null;
  /** The longest that Grafana says it takes, in days; null when it does not say, or takes more. */
  most: number | null;
  failure: Failure | null;
}

export type OldTimesResult = CheckResult<'oldTimes', OldTimesFacts>;

/** Beyond the 90 days after which a newer Grafana may take nothing more. */
const DAYS = 100;
const DAY = 86_400_000;

/**
 * Whether Grafana takes what happened long ago: changes and answers carry the times of their near miss, however late they
 * come. Refused is only what is taken with the time of now.
 */
export async function checkOldTimes(tests: TestAnnotations, place: Place | null): Promise<OldTimesResult> {
  const facts = { tried: place !== null, days: DAYS, kept: null, most: null, failure: null };
  if (!place) {
    return resultOf('unknown', facts);
  }
  const now = tests.now();
  const old = testAnnotation(place, now - DAYS * DAY);
  const back = await echo(tests, old);
  if (back.ok) {
    const kept = back.value?.time === old.time && back.value.timeEnd === old.timeEnd;
    return resultOf(kept ? 'ok' : 'bad', { ...facts, kept });
  }
  const { failure } = back;
  const today = await echo(tests, testAnnotation(place, now));
  return today.ok
    ? resultOf('warn', { ...facts, kept: false, most: mostDays(failure.detail), failure })
    : resultOf('unknown', { ...facts, failure });
}

/** The age in a refusal such as "… older than … (2160h0m0s)" or "… 90 days". */
function mostDays(detail: string): number | null {
  const [, number, unit = ''] = /(\d{1,6})\s*(h|d)(?:ours?|ays?)?(?![a-z])/i.exec(detail) ?? [];
  return number === undefined ? null : Math.floor(Number(number) / (unit.toLowerCase() === 'h' ? 24 : 1));
}

function resultOf(state: OldTimesResult['state'], facts: OldTimesFacts): OldTimesResult {
  return { check: 'oldTimes', state, facts, repair: null };
}

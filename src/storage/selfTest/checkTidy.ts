import type { Failure } from '../../grafana/outcome';
import type { CheckResult } from './checkResult';
import type { Swept } from './testAnnotations';

export interface TidyFacts {
  /** Test annotations of an earlier run that were still there, and now are not. */
  leftBefore: number;
  /** Annotation ids of test annotations that could not be removed. */
  left: readonly number[];
  failure: Failure | null;
}

export type TidyResult = CheckResult<'tidy', TidyFacts>;

/** Whether the self-test left anything behind. */
export function checkTidy(before: Swept, after: Swept): TidyResult {
  const facts: TidyFacts = { leftBefore: before.removed, left: after.left, failure: after.failure };
  const state = after.left.length > 0 ? 'bad' : after.failure ? 'unknown' : 'ok';
  return { check: 'tidy', state, facts, repair: null };
}

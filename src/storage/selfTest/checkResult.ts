import type { NearMiss } from '../../domain/fold/nearMiss';
import type { Send } from '../../grafana/send';
import type { StoreContext } from '../store/storeContext';

/** What the self-test works with: what the store needs, and what carries requests that are not annotations. */
export interface SelfTestContext extends StoreContext {
  send: Send;
}

/** `unknown`: it could not be looked at, by whom or why stands in the facts. */
export type CheckState = 'ok' | 'warn' | 'bad' | 'unknown';

/** What one check found out. The facts are data; words for people are made where they are shown. */
export interface CheckResult<Name extends string, Facts> {
  check: Name;
  state: CheckState;
  facts: Facts;
  /** What a button may put right; null when there is nothing, or nothing that may be done from here. */
  repair: Repair | null;
}

/** What can be put right from here, by near miss. No repair deletes a word that is not stored a second time. */
export type Repair =
  | { does: 'remove-twins' | 'remove-markers'; nearMisses: readonly string[] }
  | { does: 'make-markers'; nearMisses: readonly NearMiss[] };

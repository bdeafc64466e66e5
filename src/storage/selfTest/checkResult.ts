import type { Annotation } from '../../domain/codec/annotation';
import type { NearMiss } from '../../domain/fold/nearMiss';
import type { Send } from '../../grafana/send';
import type { StoreContext } from '../store/storeContext';

/** What the self-test works with: what the store needs, and what carries requests that are not annotations. */
export interface SelfTestContext extends StoreContext {
  send: Send;
  /** Login of who runs it; empty when it is not known. */
  me: string;
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

/** A marker that could be made, and where it would stand. */
export interface MissingMarker {
  nearMiss: NearMiss;
  /** As Grafana names them now; the record's own names are its writer's. */
  dashboardTitle: string;
  panelTitle: string;
  /** Every word of it is by who runs the self-test, so nobody's words come where their writer may not write. */
  mine: boolean;
}

/** A marker whose near miss is not there. */
export interface OrphanMarker {
  nearMiss: string;
  annotation: Annotation;
}

/** What can be put right from here. No repair deletes a word that is not stored a second time. */
export type Repair =
  | { does: 'remove-twins'; nearMisses: readonly string[] }
  | { does: 'remove-markers'; markers: readonly OrphanMarker[] }
  | { does: 'make-markers'; markers: readonly MissingMarker[] };

import type { EvidenceSeries } from '../series/evidence';
import type { LimitHints } from './offer/limitHints';

/** A series as the panel draws it. */
export interface PanelSeries extends EvidenceSeries {
  key: string;
  hints: LimitHints;
  /** As the data source gave them; empty without any. */
  labels: Readonly<Record<string, string>>;
  /** Of the query it came from, where transformations left that. */
  refId?: string;
  /** Set where the graph stacks: one layer by itself, or what all layers of a stack come to at each time. */
  stack?: 'layer' | 'total';
  /** How many values are left out because a later one came at the same time; absent without any. */
  repeated?: number;
  /** True for a raw counter, whose falls are resets. */
  counter?: boolean;
}

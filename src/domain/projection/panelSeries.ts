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
  /** True for a raw counter, whose falls are resets. */
  counter?: boolean;
}

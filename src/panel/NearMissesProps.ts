import type { BusEvent, InterpolateFunction } from '@grafana/data';
import type { NearMissesOptions } from './NearMissesOptions';

/**
 * What the exposed component takes. Grafana clones the props of exposed components deeply at each render, so they are
 * few and small: never a panel's `data` or `eventBus`.
 */
export interface NearMissesProps {
  options: Partial<NearMissesOptions>;
  /** Of the room there is, px. */
  width: number;
  height: number;
  /** The dashboard's: `browser`, `utc` or an IANA name. */
  timeZone: string;
  /** The dashboard's range, epoch ms. */
  from: number;
  to: number;
  /** When the dashboard was last refreshed, epoch ms: what is shown is read again when it changes. */
  asOf: number;
  replaceVariables: InterpolateFunction;
  /** Tells the other panels what is looked at; absent where there are none. */
  publish?: (event: BusEvent) => void;
}

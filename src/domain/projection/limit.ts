export interface Limit {
  value: number;
  direction: 'rising' | 'falling';
  /** Grafana unit id, such as `bytes` or `percentunit`; empty for a plain number. */
  unit: string;
  /** The value as the recorder's Grafana wrote it, such as `4 GiB`: for texts that are stored. */
  text: string;
  /** What of the panel it was taken from: `line` is a limit drawn as a series, `soft` a soft end of the axis. */
  origin: 'line' | 'threshold' | 'max' | 'min' | 'percent' | 'soft' | 'typed';
}

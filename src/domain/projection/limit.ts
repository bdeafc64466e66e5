export interface Limit {
  value: number;
  direction: 'rising' | 'falling';
  /** Grafana unit id, such as `bytes` or `percentunit`; empty for a plain number. */
  unit: string;
  /** The value as the recorder's Grafana wrote it, such as `4 GiB`: for texts that are stored. */
  text: string;
  origin: 'threshold' | 'max' | 'min' | 'percent' | 'typed';
}

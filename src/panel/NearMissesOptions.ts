/** Options of the near-miss panel, as the panel editor stores them. */
export interface NearMissesOptions {
  view: 'list' | 'timeline' | 'story';
  /** Team to show, may hold dashboard variables; empty = all. */
  team: string;
  /** Service to show, may hold dashboard variables; empty = all. */
  service: string;
  /** How far back, in days; 0 = the dashboard's own range. */
  days: number;
  showStarted: boolean;
  showWithdrawn: boolean;
  /** How many annotations to read at most, the newest first; 0 = all. */
  limit: number;
}

export const DEFAULT_OPTIONS: NearMissesOptions = {
  view: 'list',
  team: '',
  service: '',
  days: 90,
  showStarted: false,
  showWithdrawn: false,
  limit: 0,
};

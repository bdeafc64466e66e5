/** Options of the near-miss panel, as the panel editor stores them. */
export interface NearMissesOptions {
  view: 'list' | 'timeline' | 'story';
  /** What the list has headings for and the timeline lanes; empty: no headings, and a lane for each service. */
  groupBy: '' | 'team' | 'service' | 'kind' | 'savedBy';
  /** Seconds after which the next story is told, of closed ones alone; 0: it stays until somebody turns the page. */
  turnEvery: number;
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
  groupBy: '',
  turnEvery: 0,
  team: '',
  service: '',
  days: 90,
  showStarted: false,
  showWithdrawn: false,
  limit: 0,
};

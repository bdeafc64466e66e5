import type { Entry, NearMissFields } from '../src/domain/record/record';
import type { Limit } from '../src/domain/projection/limit';

type Words = Pick<
  NearMissFields,
  'kind' | 'title' | 'almost' | 'savedBy' | 'savedHow' | 'cue' | 'action' | 'team' | 'services'
>;

/** A growth on the Checkout service dashboard, whose waves repeat at absolute times. */
export interface ExampleGraph {
  panelId: number;
  /** Which of the panel's waves. */
  wave: number;
  /** As the panel names it. */
  series: string;
  limit: Limit;
  /** What share of one wave before its peak somebody had on the screen. */
  seen: number;
  /** What the panel's calculated field divides by. */
  divisor?: number;
}

export interface Example extends Words {
  /** Twelve characters, always the same: a second run finds what the first one wrote. */
  id: string;
  /** The last relief of the wave before so many hours ago; without a graph the moment itself. */
  hoursAgo: number;
  graph: ExampleGraph | null;
  /** What became of it after it was recorded. */
  later: Partial<Pick<NearMissFields, 'status' | 'outcome'>>;
  entries: ReadonlyArray<Pick<Entry, 'type' | 'question' | 'text'>>;
}

import type { NearMissFields } from '../../../domain/record/record';
import type { Question } from '../../../domain/record/questions';
import type { Speech } from '../../../domain/story/speech';
import type { NearMissFile, NearMissStore } from '../../../storage/store/nearMissStore';

/** Whether the reader may add to this near miss; `unknown` while asking, or when Grafana would not say (saving then tells). */
export type Editing = 'unknown' | 'allowed' | 'denied' | 'newer-version';

/** What every part of the near-miss page works with. */
export interface PageModel {
  file: NearMissFile;
  store: NearMissStore;
  speech: Speech;
  editing: Editing;
  /** Those of the worksheet, in the order in which they are asked. */
  questions: readonly Question[];
  /** Login of the reader. */
  me: string;
  /** What another near miss is called. */
  nameOf: (id: string) => string;
  /** Reads the near miss again, behind what is shown. */
  refresh: () => void;
}

/** Some of the fields, as a change carries them. */
export type FieldSet = Partial<NearMissFields>;

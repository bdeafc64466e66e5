import type { WrittenBy } from '../record/record';
import type { StoredPart } from './storedPart';

/** What every stored part has, whichever of the three it is. */
export interface PartIdentity {
  id: string;
  /** Id of the near miss it belongs to; a record's own. */
  nearMiss: string;
  version: number;
  writtenBy: WrittenBy | null;
}

/** Id, near miss, version and first writer of a part. */
export function partIdentity(part: StoredPart): PartIdentity {
  switch (part.what) {
    case 'record':
      return { ...part.record, nearMiss: part.record.id };
    case 'change':
      return part.change;
    case 'entry':
      return part.entry;
  }
}

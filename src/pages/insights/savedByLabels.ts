import { savedByLabel } from '../../components/words/labels';
import { SAVED_BY, type SavedBy } from '../../domain/record/record';

/** What saved it in words, always in the same order: "Person, Luck". */
export function savedByLabels(savedBy: readonly SavedBy[]): string {
  return SAVED_BY.filter((one) => savedBy.includes(one))
    .map(savedByLabel)
    .join(', ');
}

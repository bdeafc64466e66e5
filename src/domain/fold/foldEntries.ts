import { authorshipOf } from './authorship';
import type { ShownEntry } from './nearMiss';
import { withoutTwins } from './oldestFirst';
import type { DecodedEntry } from '../codec/decoded';

/**
 * A worksheet's entries as shown, oldest first, the same for any order of arrival. A replacement hides the entry it names
 * only when it is younger, from the same login (and first writer, when copied) and not known to be changed since; any other
 * is shown beside it, because only the author may take words back.
 */
export function foldEntries(entries: readonly DecodedEntry[]): ShownEntry[] {
  const inOrder = withoutTwins(entries, ({ entry }) => entry.id).map(({ item }) => item);
  const earlier = new Map<string, DecodedEntry>();
  const replaced = new Set<string>();
  const edits = new Set<string>();
  for (const later of inOrder) {
    const former = earlier.get(later.entry.replaces);
    if (former && mayReplace(later, former)) {
      replaced.add(former.entry.id);
      edits.add(later.entry.id);
    }
    earlier.set(later.entry.id, later);
  }
  return inOrder
    .filter(({ entry }) => !replaced.has(entry.id))
    .map(({ entry, annotation }) => ({
      ...entry,
      annotationId: annotation.id,
      author: authorshipOf(annotation, entry.writtenBy),
      edited: edits.has(entry.id),
    }));
}

function mayReplace(later: DecodedEntry, former: DecodedEntry): boolean {
  const { login, sealed, writtenBy } = authorshipOf(later.annotation, later.entry.writtenBy);
  const sameLogin = login !== '' && login === former.annotation.login;
  return sealed !== false && sameLogin && writtenBy?.login === former.entry.writtenBy?.login;
}

import type { ShownEntry, NearMiss } from '../fold/nearMiss';
import { nearMissMarkdown } from './markdown';
import type { Speech } from './speech';

interface NearMissWithEntries {
  nearMiss: NearMiss;
  entries: readonly ShownEntry[];
}

/** Several near misses as one Markdown document with a rule between them; logins are left out. `link` gives the address of each. */
export function nearMissesMarkdown(
  all: readonly NearMissWithEntries[],
  link: (id: string) => string,
  speech: Speech
): string {
  return all
    .map(({ nearMiss, entries }) => nearMissMarkdown(nearMiss, entries, link(nearMiss.id), speech))
    .join('\n---\n\n');
}

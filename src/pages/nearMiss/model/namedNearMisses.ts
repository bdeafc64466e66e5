import { headline } from '../../../domain/record/headline';
import type { NearMissFields } from '../../../domain/record/record';
import type { NearMissFile } from '../../../storage/store/nearMissStore';
import type { NamedNearMisses } from '../../../storage/react/useNearMisses';
import { t } from '../../../i18n/t';

/** Whoever may write an annotation may name thousands. */
const MOST_READ = 20;

/** Ids of the other near misses that the page names: what it is the same as, was, or was imported beside. */
export function otherIdsOf({ nearMiss, stored }: NearMissFile): string[] {
  const sets: Array<Partial<NearMissFields>> = [
    nearMiss,
    ...nearMiss.history.flatMap(({ set, before }) => [set, ...(before.sameAs ?? [])]),
    ...stored.foreign.flatMap((part) => (part.what === 'change' ? [part.change.set] : [])),
  ];
  const ids = [nearMiss.formerId, ...sets.map(({ sameAs }) => sameAs)];
  return [...new Set(ids.flatMap((id) => id || []))].slice(0, MOST_READ);
}

/** Another near miss by its title, or why that cannot be told: never its id. */
export function nearMissName(named: NamedNearMisses, id: string): string {
  const read = named.get(id);
  if (read === undefined) {
    return t('near-miss-name.unread', 'a near miss whose title was not read');
  }
  if (read.ok) {
    return `“${headline(read.value)}”`;
  }
  return read.failure.kind === 'missing'
    ? t('near-miss-name.gone', 'a near miss that was deleted, or that you may not see')
    : t('near-miss-name.failed', 'a near miss whose title could not be read');
}

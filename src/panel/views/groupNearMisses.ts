import { kindLabel, savedByLabel } from '../../components/words/labels';
import type { NearMiss } from '../../domain/fold/nearMiss';
import { KINDS, SAVED_BY } from '../../domain/record/record';
import { teamText } from '../../domain/story/teamText';
import type { NearMissesOptions } from '../NearMissesOptions';
import { t } from '../../i18n/t';

const GROUPS = ['team', 'service', 'kind', 'savedBy'] as const;
export type GroupBy = (typeof GROUPS)[number];

/**
 * Each near miss is in one group alone, so that counts add up: in that of its first service, of those that are shown where others
 * are not, and of all that saved it together.
 */
const KEYS: Readonly<Record<GroupBy, (nearMiss: NearMiss, shown: readonly string[]) => string>> = {
  team: ({ team }) => team,
  service: ({ services }, shown) => services.find((service) => shown.includes(service)) ?? services[0] ?? '',
  kind: ({ kind }) => kind,
  savedBy: ({ savedBy }) => SAVED_BY.filter((one) => savedBy.includes(one)).join(),
};

/** How options group, in the timeline by `otherwise` where they say nothing that is known. */
export function groupByOf<T extends string>({ groupBy }: NearMissesOptions, otherwise: T): GroupBy | T {
  return GROUPS.find((one) => one === groupBy) ?? otherwise;
}

/**
 * Groups by name, never by size, which would rank teams; those without a name come last. Each keeps the given order. `services`:
 * those that the near misses are narrowed to, empty for all.
 */
export function groupNearMisses(
  nearMisses: readonly NearMiss[],
  by: GroupBy,
  services: readonly string[]
): Array<[key: string, NearMiss[]]> {
  return [...grouped(nearMisses, (nearMiss) => KEYS[by](nearMiss, services))].sort(
    ([a], [b]) => Number(a === '') - Number(b === '') || a.localeCompare(b)
  );
}

/** What people read for a group. */
export function groupName(key: string, by: GroupBy): string {
  switch (by) {
    case 'team':
      return teamText(key, { phrase: t }) || t('panel.no-team', 'No team');
    case 'service':
      return key || t('timeline.no-service', 'No service');
    case 'kind':
      return KINDS.filter((kind) => kind === key)
        .map(kindLabel)
        .join();
    case 'savedBy':
      return (
        SAVED_BY.filter((one) => key.split(',').includes(one))
          .map(savedByLabel)
          .join(', ') || t('panel.not-said', 'Not said')
      );
  }
}

/** In the order in which each key comes first. */
// Map.groupBy is younger than the browsers that the build aims at.
export function grouped<K>(nearMisses: readonly NearMiss[], keyOf: (nearMiss: NearMiss) => K): Map<K, NearMiss[]> {
  const groups = new Map<K, NearMiss[]>();
  for (const nearMiss of nearMisses) {
    const key = keyOf(nearMiss);
    const group = groups.get(key);
    if (group) {
      group.push(nearMiss);
    } else {
      groups.set(key, [nearMiss]);
    }
  }
  return groups;
}

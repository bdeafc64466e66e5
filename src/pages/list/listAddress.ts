import { ALL_TIME, type Period, periodOf } from '../../components/words/period';
import { scopeOf } from '../../components/words/scope';
import { type NearMissFilter, SORT_ORDERS, type SortOrder } from '../../domain/fold/filter';
import { KINDS, SAVED_BY, STATUSES } from '../../domain/record/record';

/** Filter and order of the list as its address holds them, so that a link shows the same and the back button works. */
export interface Criteria {
  filter: NearMissFilter;
  period: Period;
  sort: SortOrder;
}

const NAMES = ['q', 'period', 'team', 'service', 'kind', 'saved', 'status', 'sort'] as const;
export type CriterionName = (typeof NAMES)[number];

/** Reads the address; what means nothing (a mistyped kind or period) is left out. `now`: where the last days end, epoch ms. */
export function criteriaOf(address: URLSearchParams, now: number): Criteria {
  const known = <T extends string>(name: CriterionName, values: readonly T[]) =>
    values.filter((value) => address.getAll(name).includes(value));
  const scope = scopeOf(address);
  const period = periodOf(scope.period ?? '', now) ?? ALL_TIME;
  return {
    filter: {
      from: period.from,
      to: period.to,
      text: address.get('q') ?? '',
      kinds: known('kind', KINDS),
      statuses: known('status', STATUSES),
      teams: scope.teams,
      services: address.getAll('service').filter(Boolean),
      savedBy: known('saved', SAVED_BY),
    },
    period,
    sort: known('sort', SORT_ORDERS)[0] ?? 'newest',
  };
}

/**
 * The address with one criterion replaced; everything else in it (such as `orgId`) stays. An empty period is all time, which
 * pages that take a period of their own where none is said are to know.
 */
export function withCriterion(
  address: URLSearchParams,
  name: CriterionName,
  values: readonly string[]
): URLSearchParams {
  const next = new URLSearchParams(address);
  next.delete(name);
  values.filter((value) => value || name === 'period').forEach((value) => next.append(name, value));
  return next;
}

/** The address without any filter; the order stays. */
export function withoutFilter(address: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams(address);
  NAMES.filter((name) => name !== 'sort').forEach((name) => next.delete(name));
  return next;
}

/** How many of its parts narrow the list, apart from what is searched for. */
export function narrowing({ filter, period }: Criteria): number {
  const { kinds, statuses, teams, services, savedBy } = filter;
  const chosen = [kinds, statuses, teams, services, savedBy].filter((part) => part.length > 0);
  return chosen.length + (period.key === ALL_TIME.key ? 0 : 1);
}

/** True when anything narrows the list. */
export function narrows(criteria: Criteria): boolean {
  return criteria.filter.text.trim() !== '' || narrowing(criteria) > 0;
}

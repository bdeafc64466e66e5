import { type NearMissFilter, SORT_ORDERS, type SortOrder } from '../../domain/fold/filter';
import { KINDS, SAVED_BY, STATUSES } from '../../domain/record/record';

/** Filter and order of the list as its address holds them, so that a link shows the same and the back button works. */
export interface Criteria {
  filter: NearMissFilter;
  sort: SortOrder;
}

const NAMES = ['q', 'kind', 'status', 'team', 'service', 'saved', 'sort'] as const;
export type CriterionName = (typeof NAMES)[number];

/** Reads the address; names that mean nothing (a mistyped kind) are left out. */
export function criteriaOf(address: URLSearchParams): Criteria {
  const known = <T extends string>(name: CriterionName, values: readonly T[]) =>
    values.filter((value) => address.getAll(name).includes(value));
  return {
    filter: {
      text: address.get('q') ?? '',
      kinds: known('kind', KINDS),
      statuses: known('status', STATUSES),
      teams: address.getAll('team'),
      services: address.getAll('service'),
      savedBy: known('saved', SAVED_BY),
    },
    sort: known('sort', SORT_ORDERS)[0] ?? 'newest',
  };
}

/** The address with one criterion replaced; everything else in it (such as `orgId`) stays. */
export function withCriterion(
  address: URLSearchParams,
  name: CriterionName,
  values: readonly string[]
): URLSearchParams {
  const next = new URLSearchParams(address);
  next.delete(name);
  values.filter(Boolean).forEach((value) => next.append(name, value));
  return next;
}

/** The address without any filter; the order stays. */
export function withoutFilter(address: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams(address);
  NAMES.filter((name) => name !== 'sort').forEach((name) => next.delete(name));
  return next;
}

/** True when anything narrows the list. */
export function narrows({ text, kinds, statuses, teams, services, savedBy }: NearMissFilter): boolean {
  return text.trim() !== '' || [kinds, statuses, teams, services, savedBy].some((part) => part.length > 0);
}

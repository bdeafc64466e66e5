import type { InterpolateFunction } from '@grafana/data';
import type { NearMiss } from '../domain/fold/nearMiss';
import { COUNTED_STATUSES, filterNearMisses } from '../domain/fold/filter';
import type { Status } from '../domain/record/record';
import type { NearMissesOptions } from './NearMissesOptions';
import type { NearMissesProps } from './NearMissesProps';
import type { Draft } from '../domain/codec/decoded';
import type { Stretch } from '../domain/series/stretch';

const DAY = 24 * 60 * 60_000;

/** What the panel shows, with the dashboard's variables filled in. */
export interface PanelFilter {
  /** When somebody acted, epoch ms. */
  range: Stretch;
  teams: readonly string[];
  services: readonly string[];
  statuses: readonly Status[];
  /** Variables the options name and the dashboard lacks; they narrow nothing. */
  unknown: readonly string[];
}

type Shown = Pick<NearMissesProps, 'from' | 'to' | 'asOf' | 'replaceVariables'>;

export function panelFilter(options: NearMissesOptions, { from, to, asOf, replaceVariables }: Shown): PanelFilter {
  const teams = namesOf(options.team, replaceVariables);
  const services = namesOf(options.service, replaceVariables);
  return {
    range: options.days > 0 ? { from: asOf - options.days * DAY, to: asOf } : { from, to },
    teams: teams.names,
    services: services.names,
    statuses: statusesFor(options),
    unknown: [...teams.unknown, ...services.unknown],
  };
}

/** What is told one after another, on a wall for anybody, has come to its end. */
function statusesFor({ view, turnEvery, showStarted, showWithdrawn }: NearMissesOptions): readonly Status[] {
  if (view === 'story' && turnEvery > 0) {
    return ['closed'];
  }
  return [
    ...COUNTED_STATUSES,
    ...(showStarted ? (['started'] as const) : []),
    ...(showWithdrawn ? (['withdrawn'] as const) : []),
  ];
}

/** In their given order. One that somebody acted on after the last refresh is new, not out of range. */
export function applyPanelFilter(
  list: readonly NearMiss[],
  filter: PanelFilter,
  { days }: Pick<NearMissesOptions, 'days'>
): NearMiss[] {
  const { from, to } = filter.range;
  const until = days > 0 ? Infinity : to;
  return filterNearMisses(list, filter).filter(({ actedAt }) => actedAt >= from && actedAt <= until);
}

/** Drafts of that time. Where the panel shows one team or service: those that carry its name as a tag, `team:cart` or `cart`. */
export function draftsFor(
  drafts: readonly Draft[],
  { range, teams, services }: PanelFilter,
  { days }: NearMissesOptions
): Draft[] {
  const until = days > 0 ? Infinity : range.to;
  const carries = (draft: Draft, key: string, names: readonly string[]) =>
    names.length === 0 || names.some((name) => draft.tags.includes(name) || draft.tags.includes(`${key}:${name}`));
  return drafts.filter(
    (draft) =>
      draft.timeEnd >= range.from &&
      draft.timeEnd <= until &&
      carries(draft, 'team', teams) &&
      carries(draft, 'service', services)
  );
}

const VARIABLE = /\$\w+|\$\{\w[^}]*\}|\[\[\w[^\]]*\]\]/g;

function namesOf(template: string, replaceVariables: InterpolateFunction): { names: string[]; unknown: string[] } {
  // "All" stands for every value of the variable, also for near misses that name none of them.
  if (template.trim() === '' || replaceVariables(template, undefined, 'text') === 'All') {
    return { names: [], unknown: [] };
  }
  const variables = template.match(VARIABLE) ?? [];
  const lists = variables.map((variable) => valuesOf(variable, replaceVariables));
  const unknown = variables.filter((_, index) => lists[index] === null);
  const [first = '', ...literals] = template.split(VARIABLE);
  const names = literals.reduce(
    (begun, literal, index) => begun.flatMap((name) => (lists[index] ?? []).map((value) => name + value + literal)),
    [first]
  );
  return { names: unknown.length > 0 ? [] : names.map((name) => name.trim()).filter(Boolean), unknown };
}

/** As the variable lists them, since a name may hold a comma, whichever format the option asks for; null for one that the dashboard lacks. */
function valuesOf(variable: string, replaceVariables: InterpolateFunction): string[] | null {
  const plain = variable.replace(/:[^}\]]*/, '');
  const values: string[] = [];
  const filled = replaceVariables(plain, undefined, (value: unknown) => {
    values.push(...[value].flat().map(String));
    return '';
  });
  if (values.length > 0) {
    return values;
  }
  return filled === plain ? null : [filled];
}

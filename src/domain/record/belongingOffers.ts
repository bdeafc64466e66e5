import type { AppSettings } from './settings';

/** Names to offer for where a near miss belongs, the likeliest first. */
export interface BelongingOffers {
  teams: readonly string[];
  services: readonly string[];
}

/** What is known of the dashboard that it was seen on. */
export interface SeenOn {
  /** By name, as shown: several values are a list. */
  variables: Readonly<Record<string, string | readonly string[]>>;
  tags: readonly string[];
  folderTitle: string;
  /** Nearest first; null when they are not known. */
  folders: readonly string[] | null;
}

const TEAM = /(^|[_-])(team|squad|owner)$/i;
const SERVICE = /(^|[_-])(services?|app|application|namespace|component|workload|deployment)([_-]?name)?$/i;
/** What a variable holds where nothing was chosen. */
const NOTHING = new Set(['', 'all', '$__all', '*', '.*', '.+', 'none', 'null']);
const MOST = 6;

/**
 * Names that the dashboard suggests: values of variables and tags such as `team:payments`, the teams of its journal, its folder,
 * plain tags. All but the journal's team are guesses.
 */
export function belongingOffers(
  settings: AppSettings,
  { variables, tags, folderTitle, folders }: SeenOn
): BelongingOffers {
  const pairs = [
    ...Object.entries(variables).flatMap(([name, value]) => valuesOf(value).map((each) => [name, each] as const)),
    ...tags.flatMap((tag) => pairOf(tag)),
  ];
  const named = (key: RegExp) => pairs.flatMap(([name, value]) => (key.test(name) ? [value] : []));
  const plain = tags.filter((tag) => pairOf(tag).length === 0);
  const isTeam = (name: string) => settings.teams.some((team) => sameName(team.name, name));
  return {
    teams: distinct([...teamsOfJournal(settings, folders), ...named(TEAM), ...plain.filter(isTeam), folderTitle]),
    services: distinct([...named(SERVICE), ...plain.filter((tag) => !isTeam(tag))]),
  };
}

/** The team that needs no guess: the only one that shares the journal of the nearest mapped folder; empty without one. */
export function sureTeam(settings: AppSettings, folders: readonly string[] | null): string {
  const [team, ...others] = teamsOfJournal(settings, folders);
  return team !== undefined && others.length === 0 ? team : '';
}

function teamsOfJournal({ journals, teams }: AppSettings, folders: readonly string[] | null): string[] {
  const [mapped] = (folders ?? []).flatMap((folder) => journals.filter(({ folderUid }) => folderUid === folder));
  return mapped ? teams.flatMap(({ name, journalUid }) => (journalUid === mapped.dashboardUid ? [name] : [])) : [];
}

function pairOf(tag: string): Array<readonly [string, string]> {
  const [, name, value] = /^([^:=]+)[:=](.+)$/.exec(tag) ?? [];
  return name && value ? [[name.trim(), value.trim()]] : [];
}

function valuesOf(value: string | readonly string[]): readonly string[] {
  return typeof value === 'string' ? [value] : value;
}

function distinct(names: readonly string[]): string[] {
  const real = names.map((name) => name.trim()).filter((name) => !NOTHING.has(name.toLowerCase()));
  return real.filter((name, index) => real.findIndex((other) => sameName(other, name)) === index).slice(0, MOST);
}

const sameName = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase();

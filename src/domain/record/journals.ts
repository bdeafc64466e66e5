import type { AppSettings, JournalMapping } from './settings';
import type { NearMissFields } from './record';
import type { Place } from './place';

interface Subject extends Pick<NearMissFields, 'kind' | 'team'> {
  /** Of the dashboard it was seen on: its folder, then those above, nearest first; empty without a dashboard, null when unknown. */
  folders: readonly string[] | null;
}

/**
 * Where a near miss goes unless somebody chooses otherwise: the journal of the nearest mapped folder, else the team's, else
 * the organization, else any journal; the first that is not refused. null = must be chosen: what is still open to attack is not
 * told to everybody by default, nor what belongs, or might belong, into a journal, be that one refused.
 */
export function defaultPlace(
  settings: AppSettings,
  { folders, team, kind }: Subject,
  isRefused: (place: Place) => boolean = () => false
): Place | null {
  const { journals, teams } = settings;
  if (folders === null && journals.length > 0) {
    return null;
  }
  const mapped = (folders ?? []).flatMap((folder) => journals.filter(({ folderUid }) => folderUid === folder));
  const name = team.trim().toLowerCase();
  const ofTeam = teams.find((each) => name && each.journalUid && each.name.trim().toLowerCase() === name);
  const own = [...mapped.map(({ dashboardUid }) => dashboardUid), ...(ofTeam ? [ofTeam.journalUid] : [])];
  if (own.length > 0) {
    return own.map(inJournal).find((place) => !isRefused(place)) ?? null;
  }
  if (kind === 'exposure') {
    return null;
  }
  const any = journalsOf(settings).map(({ dashboardUid }) => inJournal(dashboardUid));
  return [ORGANIZATION, ...any].find((place) => !isRefused(place)) ?? ORGANIZATION;
}

const ORGANIZATION: Place = { kind: 'organization' };
const inJournal = (dashboardUid: string): Place => ({ kind: 'journal', dashboardUid });

export type Journal = Pick<JournalMapping, 'dashboardUid' | 'title'>;

/** Every configured journal once, those of folders first; a journal that only a team names goes by the team's name. */
export function journalsOf({ journals, teams }: AppSettings): Journal[] {
  const titles = new Map<string, string>();
  const all = [
    ...journals,
    ...teams.flatMap(({ name, journalUid }) => (journalUid ? [{ dashboardUid: journalUid, title: name }] : [])),
  ];
  for (const { dashboardUid, title } of all) {
    if (!titles.get(dashboardUid)) {
      titles.set(dashboardUid, title);
    }
  }
  return [...titles].map(([dashboardUid, title]) => ({ dashboardUid, title }));
}

import type { AppSettings, JournalMapping } from './settings';
import type { NearMissFields } from './record';
import type { Place } from './place';

interface Subject extends Pick<NearMissFields, 'kind' | 'team'> {
  /** Of the dashboard it was seen on: its folder, then those above, nearest first; empty without a dashboard, null when unknown. */
  folders: readonly string[] | null;
}

/**
 * Where a near miss goes unless somebody chooses otherwise: the journal of the nearest mapped folder, else the team's, else
 * the organization. null = must be chosen: what is still open to attack is not told to everybody by default, nor what might
 * belong into a journal.
 */
export function defaultPlace({ journals, teams }: AppSettings, { folders, team, kind }: Subject): Place | null {
  if (folders === null && journals.length > 0) {
    return null;
  }
  const [mapped] = (folders ?? []).flatMap((folder) => journals.filter(({ folderUid }) => folderUid === folder));
  const name = team.trim().toLowerCase();
  const ofTeam = name && teams.find((each) => each.journalUid && each.name.trim().toLowerCase() === name);
  const dashboardUid = mapped?.dashboardUid || (ofTeam && ofTeam.journalUid);
  if (dashboardUid) {
    return { kind: 'journal', dashboardUid };
  }
  return kind === 'exposure' ? null : { kind: 'organization' };
}

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

import type { AppSettings, JournalMapping } from './settings';

export type Journal = Pick<JournalMapping, 'dashboardUid' | 'title'>;

/** Every configured journal once, those of folders first; a journal that only a team has goes by the team's name. */
export function journalsOf({ journals, teams }: AppSettings): Journal[] {
  const titles = new Map<string, string>();
  const all = [
    ...journals,
    ...teams.flatMap(({ name, journalUid }) => (journalUid ? [{ dashboardUid: journalUid, title: name }] : [])),
  ];
  for (const { dashboardUid, title } of all) {
    if (!titles.has(dashboardUid)) {
      titles.set(dashboardUid, title);
    }
  }
  return [...titles].map(([dashboardUid, title]) => ({ dashboardUid, title }));
}

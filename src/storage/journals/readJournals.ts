import { type Journal, journalsOf } from '../../domain/record/journals';
import type { AppSettings } from '../../domain/record/settings';
import type { Failure } from '../../grafana/outcome';
import { type DashboardAccess, readAccess } from '../../grafana/access';
import { readDashboard } from '../../grafana/dashboard';
import type { Send } from '../../grafana/send';

/** What is known now of a configured journal. */
export type JournalState = Journal & {
  /** Folders whose near misses go there. */
  folderUids: readonly string[];
  teams: readonly string[];
} & (
    | ({ is: 'there'; managed: boolean; mayWrite: boolean } & DashboardAccess)
    /** Deleted, and with it what was kept in it. */
    | { is: 'gone' }
    | { is: 'forbidden' }
    | { is: 'unread'; failure: Failure }
  );

/** Every configured journal with who may read and write there; one that cannot be read never hides the others. */
export function readJournals(
  send: Send,
  settings: AppSettings,
  signal?: AbortSignal
): Promise<readonly JournalState[]> {
  return Promise.all(journalsOf(settings).map((journal) => readJournal(send, settings, journal, signal)));
}

async function readJournal(
  send: Send,
  { journals, teams }: AppSettings,
  journal: Journal,
  signal?: AbortSignal
): Promise<JournalState> {
  const { dashboardUid } = journal;
  const mapped = {
    ...journal,
    folderUids: journals.filter((each) => each.dashboardUid === dashboardUid).map(({ folderUid }) => folderUid),
    teams: teams.filter(({ journalUid }) => journalUid === dashboardUid).map(({ name }) => name),
  };
  const dashboard = await readDashboard(send, dashboardUid, signal);
  if (!dashboard.ok) {
    const { failure } = dashboard;
    switch (failure.kind) {
      case 'missing':
        return { ...mapped, is: 'gone' };
      case 'forbidden':
        return { ...mapped, is: 'forbidden' };
      default:
        return { ...mapped, is: 'unread', failure };
    }
  }
  const { title, folderUid, managed, canAnnotate } = dashboard.value;
  const access = await readAccess(send, { uid: dashboardUid, folderUid }, signal);
  return { ...mapped, title: title || journal.title, is: 'there', managed, mayWrite: canAnnotate, ...access };
}

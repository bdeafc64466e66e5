import { isObject } from '../json/json';
import { readList, readObject, readText } from '../json/reader';
import type { Question } from './questions';

export interface Team {
  name: string;
  /** Dashboard that holds the team's near misses; empty = the organization. */
  journalUid: string;
}

/** Near misses seen on dashboards of the folder go to the journal dashboard. */
export interface JournalMapping {
  folderUid: string;
  dashboardUid: string;
  /** The journal's name, for people; empty where settings written by hand lack it. */
  title: string;
}

/** The app's `jsonData`, which every user may read and only admins write. */
export interface AppSettings {
  teams: readonly Team[];
  extraQuestions: readonly Question[];
  journals: readonly JournalMapping[];
}

const readTeams = readList(
  readObject<Team>((part) => {
    const name = textOf(part.name);
    return name ? { name, journalUid: textOf(part.journalUid) } : undefined;
  })
);

const readQuestions = readList(
  readObject<Question>((part) => {
    const key = textOf(part.key);
    const text = textOf(part.text);
    return key && text ? { key, text, why: textOf(part.why) } : undefined;
  })
);

const readJournals = readList(
  readObject<JournalMapping>((part) => {
    const folderUid = textOf(part.folderUid);
    const dashboardUid = textOf(part.dashboardUid);
    return folderUid && dashboardUid ? { folderUid, dashboardUid, title: textOf(part.title) } : undefined;
  })
);

/** Settings from `jsonData` (absent before the first save); what cannot be read or lacks its name is left out. */
export function readSettings(raw: unknown): AppSettings {
  const part = isObject(raw) ? raw : {};
  return {
    teams: readTeams(part.teams, ignored) ?? [],
    extraQuestions: readQuestions(part.extraQuestions, ignored) ?? [],
    journals: readJournals(part.journals, ignored) ?? [],
  };
}

function textOf(raw: unknown): string {
  return readText(raw, ignored)?.trim() ?? '';
}

/** Settings written by hand (provisioning) must not keep the app from opening; the configuration page shows what was read. */
function ignored(): void {}

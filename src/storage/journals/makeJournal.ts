import type { AppSettings } from '../../domain/record/settings';
import { textOf } from '../../domain/json/fieldOf';
import type { Outcome } from '../../grafana/outcome';
import { readPluginSettings, savePluginSettings } from '../../grafana/pluginSettings';
import { readDashboard } from '../../grafana/dashboard';
import type { Send } from '../../grafana/send';
import { findDashboard } from '../../grafana/findDashboard';
import { BUILT_IN_ANNOTATIONS, nearMissPanel } from '../../grafana/starterDashboard';

// Stored once for readers of all languages, as the plugin's own name is.
const PANEL_TITLE = 'Near misses';

interface Journal {
  uid: string;
  title: string;
  /** What its panel shows; empty = near misses of all teams. */
  team: string;
}

/** The dashboard model of a new journal: one near-miss panel. Its own annotations are the records, so they are not drawn. */
export function journalDashboard({ uid, title, team }: Journal): object {
  return {
    uid,
    title,
    description:
      'A journal of Near Miss. Deleting this dashboard deletes the near misses kept in it; export them first.',
    tags: ['near-miss'],
    schemaVersion: 41,
    editable: true,
    time: { from: 'now-90d', to: 'now' },
    annotations: { list: [BUILT_IN_ANNOTATIONS] },
    templating: { list: [] },
    panels: [nearMissPanel(1, PANEL_TITLE, { x: 0, y: 0, w: 24, h: 18 }, { team })],
  };
}

export interface JournalWish {
  /** Of the dashboard to be, made before the first attempt: trying again after a lost answer makes no second one. */
  uid: string;
  title: string;
  folderUid: string;
  /** Empty = none; a name that is not configured yet is added. */
  team: string;
}

export type JournalMade =
  | { is: 'mapped'; dashboardUid: string; settings: AppSettings }
  /** Provisioning or a plugin owns the dashboard of that name and may delete it: no place for the only copy of anything. */
  | { is: 'managed'; dashboardUid: string };

/**
 * Makes the dashboard (or takes the one of that title in the folder) and maps folder and team to it. Only an Admin may. A
 * failure after the dashboard was made leaves it there; trying again goes on from there.
 */
export async function makeJournal(send: Send, wish: JournalWish): Promise<Outcome<JournalMade>> {
  const dashboardUid = await findOrMake(send, wish);
  if (!dashboardUid.ok) {
    return dashboardUid;
  }
  const uid = dashboardUid.value;
  const dashboard = await readDashboard(send, uid);
  if (!dashboard.ok) {
    return dashboard;
  }
  if (dashboard.value.managed) {
    return { ok: true, value: { is: 'managed', dashboardUid: uid } };
  }
  const settings = await changeSettings(send, (before) => mapped(before, wish, uid));
  return settings.ok ? { ok: true, value: { is: 'mapped', dashboardUid: uid, settings: settings.value } } : settings;
}

/** Takes folders and teams off a journal; its dashboard, and what is kept in it, stays as it is. */
export function unmapJournal(send: Send, dashboardUid: string): Promise<Outcome<AppSettings>> {
  return changeSettings(send, (before) => ({
    ...before,
    journals: before.journals.filter((journal) => journal.dashboardUid !== dashboardUid),
    teams: before.teams.map((team) => (team.journalUid === dashboardUid ? { ...team, journalUid: '' } : team)),
  }));
}

async function findOrMake(send: Send, { uid, title, folderUid, team }: JournalWish): Promise<Outcome<string>> {
  const found = await findDashboard(send, title, folderUid);
  if (!found.ok) {
    return found;
  }
  if (found.value !== null) {
    return { ok: true, value: found.value };
  }
  // The search may not know yet what an earlier attempt made.
  const earlier = await readDashboard(send, uid);
  if (earlier.ok || earlier.failure.kind !== 'missing') {
    return earlier.ok ? { ok: true, value: uid } : earlier;
  }
  const body = { dashboard: journalDashboard({ uid, title, team }), folderUid, overwrite: false };
  const made = await send({ method: 'POST', path: '/api/dashboards/db', body });
  if (!made.ok) {
    return made;
  }
  // Grafana keeps what a user may do for up to a minute; without this the new dashboard can be refused to its maker.
  await send({ method: 'GET', path: '/api/access-control/user/permissions?reloadcache=true' });
  return { ok: true, value: textOf(made.value, 'uid') || uid };
}

function mapped(before: AppSettings, { title, folderUid, team }: JournalWish, dashboardUid: string): AppSettings {
  const name = team.trim();
  const isTeam = (other: string) => other.trim().toLowerCase() === name.toLowerCase();
  const known = before.teams.some((each) => isTeam(each.name));
  const teams = before.teams.map((each) =>
    name !== '' && isTeam(each.name) ? { ...each, journalUid: dashboardUid } : each
  );
  return {
    ...before,
    journals: [
      ...before.journals.filter((journal) => journal.folderUid !== folderUid),
      { folderUid, dashboardUid, title: title.trim() },
    ],
    teams: name === '' || known ? teams : [...teams, { name, journalUid: dashboardUid }],
  };
}

async function changeSettings(send: Send, change: (before: AppSettings) => AppSettings): Promise<Outcome<AppSettings>> {
  const before = await readPluginSettings(send);
  if (!before.ok) {
    return before;
  }
  const settings = change(before.value);
  const saved = await savePluginSettings(send, settings);
  return saved.ok ? { ok: true, value: settings } : saved;
}

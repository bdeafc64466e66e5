import { fieldOf } from '../../domain/json/fieldOf';
import type { Failure } from '../../grafana/outcome';
import { readPluginSettings } from '../../grafana/pluginSettings';
import { readJournals, type JournalState } from '../journals/readJournals';
import { readRights } from '../../grafana/rights';
import type { Send } from '../../grafana/send';
import type { CheckResult, CheckState } from './checkResult';
import type { Place } from '../../domain/record/place';

export interface JournalRight {
  dashboardUid: string;
  title: string;
  is: 'writable' | 'readable' | 'managed' | 'gone' | 'forbidden' | 'unread';
}

interface RightsFacts {
  /** May write to the organization; null when Grafana would not say. */
  organization: boolean | null;
  journals: readonly JournalRight[];
  /** Nothing is hidden from this reader: neither a configured journal nor any other dashboard. */
  readsAll: boolean;
  /** Where the following checks may write; null when nowhere. */
  place: Place | null;
  /** Why rights or settings could not be read. */
  failure: Failure | null;
}

export type RightsResult = CheckResult<'rights', RightsFacts>;

/** Where the reader may write and whether anything is hidden from them. */
export async function checkRights(send: Send, signal?: AbortSignal): Promise<RightsResult> {
  const [rights, settings, readsDashboards] = await Promise.all([
    readRights(send, undefined, signal),
    readPluginSettings(send, signal),
    readsEveryDashboard(send, signal),
  ]);
  const states = settings.ok ? await readJournals(send, settings.value, signal) : [];
  const journals = states.map(rightOf);
  const organization = rights.ok ? rights.value.organization : null;
  const isHidden = ({ is }: JournalRight) => is === 'forbidden' || is === 'unread';
  const facts: RightsFacts = {
    organization,
    journals,
    readsAll: settings.ok && readsDashboards && !journals.some(isHidden),
    place: placeToWrite(organization, journals),
    failure: rights.ok ? (settings.ok ? null : settings.failure) : rights.failure,
  };
  return { check: 'rights', state: stateOf(facts), facts, repair: null };
}

const ALL_DASHBOARDS = new Set(['*', 'dashboards:*', 'dashboards:uid:*', 'folders:*', 'folders:uid:*']);

// Journals that were unmapped keep their near misses, so reading the configured ones is not reading all.
async function readsEveryDashboard(send: Send, signal?: AbortSignal): Promise<boolean> {
  const permissions = await send({ method: 'GET', path: '/api/access-control/user/permissions', signal });
  const scopes = permissions.ok ? fieldOf(permissions.value, 'dashboards:read') : null;
  return Array.isArray(scopes) && scopes.some((scope) => ALL_DASHBOARDS.has(scope));
}

function rightOf(journal: JournalState): JournalRight {
  const { dashboardUid, title } = journal;
  if (journal.is !== 'there') {
    return { dashboardUid, title, is: journal.is };
  }
  return { dashboardUid, title, is: journal.managed ? 'managed' : journal.mayWrite ? 'writable' : 'readable' };
}

function placeToWrite(organization: boolean | null, journals: readonly JournalRight[]): Place | null {
  // What Grafana would not say is tried: a refusal is an answer like any other.
  if (organization !== false) {
    return { kind: 'organization' };
  }
  const journal = journals.find(({ is }) => is === 'writable');
  return journal ? { kind: 'journal', dashboardUid: journal.dashboardUid } : null;
}

function stateOf({ organization, journals, place, failure }: RightsFacts): CheckState {
  if (place === null || journals.some(({ is }) => is === 'gone' || is === 'managed')) {
    return 'bad';
  }
  if (failure !== null) {
    return 'unknown';
  }
  return organization && journals.every(({ is }) => is === 'writable') ? 'ok' : 'warn';
}

import { fieldOf } from '../domain/json/fieldOf';
import { dashboardOf, type Place } from '../domain/record/place';
import { type DashboardAnswer, readDashboard } from './dashboard';
import type { Failure, Outcome } from './outcome';
import type { Send } from './send';

/** Where the current user may add annotations. */
export interface Rights {
  organization: boolean;
  /** null when no dashboard was asked about. */
  dashboard: boolean | null;
  /** Why that dashboard cannot be opened: deleted, or hidden from this user; null when it can. */
  unopened: 'gone' | 'forbidden' | null;
}

const PERMISSIONS = '/api/access-control/user/permissions';

// A Viewer holds annotations:create too, scoped to annotations:type:dashboard alone: the action by itself says nothing.
const ORGANIZATION_SCOPES = new Set(['*', 'annotations:*', 'annotations:type:*', 'annotations:type:organization']);

function mayInOrganization(permissions: unknown, action: 'create' | 'delete'): boolean {
  const scopes = fieldOf(permissions, `annotations:${action}`);
  return Array.isArray(scopes) && scopes.some((scope) => ORGANIZATION_SCOPES.has(scope));
}

/** Asks Grafana before anyone types. A dashboard that is gone or hidden counts as not writable. */
export async function readRights(send: Send, dashboardUid?: string, signal?: AbortSignal): Promise<Outcome<Rights>> {
  const [permissions, dashboard] = await Promise.all([
    send({ method: 'GET', path: PERMISSIONS, signal }),
    dashboardUid ? readDashboard(send, dashboardUid, signal) : null,
  ]);
  if (!permissions.ok) {
    return permissions;
  }
  const organization = mayInOrganization(permissions.value, 'create');
  if (dashboard === null) {
    return { ok: true, value: { organization, dashboard: null, unopened: null } };
  }
  if (!dashboard.ok) {
    const unopened = unopenedFor(dashboard.failure);
    return unopened ? { ok: true, value: { organization, dashboard: false, unopened } } : dashboard;
  }
  return { ok: true, value: { organization, dashboard: dashboard.value.canAnnotate, unopened: null } };
}

/** Why the current user cannot save in a place; `gone` and `forbidden`: the journal's dashboard cannot be opened. */
export type Denied = 'gone' | 'forbidden' | 'no-right';

/**
 * Why the current user may not write to each of these dashboards and (the empty uid) to the organization; null where they may.
 * Asked for all at once; a place of which Grafana did not tell is not in it.
 */
export async function readDenials(
  send: Send,
  dashboardUids: readonly string[],
  signal?: AbortSignal
): Promise<ReadonlyMap<string, Denied | null>> {
  const [permissions, ...dashboards] = await Promise.all([
    send({ method: 'GET', path: PERMISSIONS, signal }),
    ...dashboardUids.map(async (uid) => ({ uid, answer: await readDashboard(send, uid, signal) })),
  ]);
  const known = permissions.ok
    ? [['', mayInOrganization(permissions.value, 'create') ? null : 'no-right'] as const]
    : [];
  return new Map([...known, ...dashboards.flatMap(({ uid, answer }) => denialOf(uid, answer))]);
}

function denialOf(uid: string, answer: Outcome<DashboardAnswer>): Array<readonly [string, Denied | null]> {
  if (answer.ok) {
    return [[uid, answer.value.canAnnotate ? null : 'no-right']];
  }
  const unopened = unopenedFor(answer.failure);
  return unopened ? [[uid, unopened]] : [];
}

/** Whether Grafana lets the current user delete annotations kept there, whosever they are. Fails where it does not say. */
export async function mayDeleteIn(send: Send, place: Place): Promise<Outcome<boolean>> {
  const { dashboardUid } = dashboardOf(place);
  if (dashboardUid !== undefined) {
    const dashboard = await readDashboard(send, dashboardUid);
    return dashboard.ok ? { ok: true, value: dashboard.value.canDeleteAnnotations } : dashboard;
  }
  const permissions = await send({ method: 'GET', path: PERMISSIONS });
  return permissions.ok ? { ok: true, value: mayInOrganization(permissions.value, 'delete') } : permissions;
}

function unopenedFor({ kind }: Failure): Rights['unopened'] {
  switch (kind) {
    case 'missing':
      return 'gone';
    case 'forbidden':
      return 'forbidden';
    default:
      return null;
  }
}

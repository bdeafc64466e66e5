import { readDashboard } from './dashboard';
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

// A Viewer holds annotations:create too, scoped to annotations:type:dashboard alone: the action by itself says nothing.
const ORGANIZATION_SCOPES = new Set(['*', 'annotations:*', 'annotations:type:*', 'annotations:type:organization']);

function mayWriteToOrganization(permissions: unknown): boolean {
  const scopes: unknown =
    typeof permissions === 'object' && permissions !== null
      ? Reflect.get(permissions, 'annotations:create')
      : undefined;
  return Array.isArray(scopes) && scopes.some((scope) => ORGANIZATION_SCOPES.has(scope));
}

/** Asks Grafana before anyone types. A dashboard that is gone or hidden counts as not writable. */
export async function readRights(send: Send, dashboardUid?: string, signal?: AbortSignal): Promise<Outcome<Rights>> {
  const [permissions, dashboard] = await Promise.all([
    send({ method: 'GET', path: '/api/access-control/user/permissions', signal }),
    dashboardUid ? readDashboard(send, dashboardUid, signal) : null,
  ]);
  if (!permissions.ok) {
    return permissions;
  }
  const organization = mayWriteToOrganization(permissions.value);
  if (dashboard === null) {
    return { ok: true, value: { organization, dashboard: null, unopened: null } };
  }
  if (!dashboard.ok) {
    const unopened = unopenedFor(dashboard.failure);
    return unopened ? { ok: true, value: { organization, dashboard: false, unopened } } : dashboard;
  }
  return { ok: true, value: { organization, dashboard: dashboard.value.canAnnotate, unopened: null } };
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

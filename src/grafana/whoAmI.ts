import { config } from '@grafana/runtime';

export interface Me {
  /** Empty for someone who is not signed in. */
  login: string;
  orgId: number;
  /** Grafana's own id of the user, which names their user storage; empty when there is none. */
  uid: string;
  signedIn: boolean;
  /** May change the app's configuration (`plugins:write`, which Admins hold). */
  canEditConfiguration: boolean;
}

/** The current user, as the page was started with. */
export function whoAmI(): Me {
  const { login, orgId, uid, id, isSignedIn, orgRole, isGrafanaAdmin, permissions } = config.bootData.user;
  return {
    login,
    orgId,
    uid: uid || (id ? String(id) : ''),
    signedIn: isSignedIn,
    canEditConfiguration: permissions?.['plugins:write'] ?? (orgRole === 'Admin' || isGrafanaAdmin),
  };
}

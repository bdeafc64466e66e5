// @ts-check
import { accessDenied } from './http.mjs';

const pairs = (verbs, kind, scope) => verbs.map((verb) => [`${kind}:${verb}`, scope]);

/** What 1 (View), 2 (Edit) and 4 (Admin) on a folder allow there, as action and scope. */
function folderGrants(permission, scope) {
  const kinds = ['dashboards', 'folders', 'annotations', 'library.panels'];
  const edit = kinds.flatMap((kind) => pairs(['create', 'write', 'delete'], kind, scope));
  const administer = [...pairs(['read', 'write'], 'folders.permissions', scope), ['dashboards.permissions:write', scope]];
  const view = kinds.map((kind) => [`${kind}:read`, scope]);
  return [...view, ...(permission >= 2 ? edit : []), ...(permission >= 4 ? administer : [])];
}

const CHANGE = ['create', 'write', 'delete'];
const VIEWER = [
  ['annotations:read', 'annotations:*'],
  // Misleading, and Grafana's own: it allows no annotation anywhere.
  ...pairs(CHANGE, 'annotations', 'annotations:type:dashboard'),
  ['plugins.app:access', 'plugins:*'],
  ...folderGrants(1, 'folders:uid:general'),
];
const EDITOR = [...VIEWER, ...pairs(CHANGE, 'annotations', 'annotations:*'), ...folderGrants(2, 'folders:uid:general')];
const ADMIN = [
  ...[...EDITOR, ...pairs(CHANGE, 'annotations', 'annotations:type:organization'), ...folderGrants(4, 'folders:*')],
  ...[...pairs(['read', 'write', 'delete'], 'dashboards', 'dashboards:*'), ['plugins:write', 'plugins:*']],
  ...[...pairs(['create', 'delete'], 'users', 'global.users:*'), ...pairs(['read', 'write'], 'org.users', 'users:*')],
];
/** What Grafana's own settings are read with: not by role, but as administrator of the server. */
const SERVER_ADMIN = [['settings:read', 'settings:*']];
const ROLES = { Viewer: VIEWER, Editor: EDITOR, Admin: ADMIN };

const covers = (held, scope) => held === scope || (held.endsWith('*') && scope.startsWith(held.slice(0, -1)));

/** @param {import('./store.mjs').Store} store */
export function makeAccess(store) {
  /** Scopes by action, as `GET /api/access-control/user/permissions` answers; kept on the user's row, so for one request. */
  function permissionsOf(user) {
    if (!user.scopes) {
      const given = store.all('SELECT * FROM grants WHERE role = ? OR user_id = ?', user.role, user.id);
      const granted = given.flatMap(({ folder_uid, permission }) => folderGrants(permission, `folders:uid:${folder_uid}`));
      user.scopes = {};
      for (const [action, scope] of [...ROLES[user.role], ...granted, ...(user.is_admin ? SERVER_ADMIN : [])]) {
        user.scopes[action] = [...new Set([...(user.scopes[action] ?? []), scope])];
      }
    }
    return user.scopes;
  }

  /** The folder and all above it, nearest first. @param {string} uid @returns {string[]} */
  function folderLine(uid) {
    const parent = uid && store.get('SELECT parent_uid FROM folder WHERE uid = ?', uid)?.parent_uid;
    return [uid || 'general', ...(parent ? folderLine(parent) : [])];
  }

  /** @param {string} scope @returns {string[] | undefined} undefined: there is no such thing */
  function resolve(scope) {
    const [kind, attribute, id = ''] = scope.split(':');
    const inFolders = (uid) => folderLine(uid).map((each) => `folders:uid:${each}`);
    if (kind === 'folders') {
      return inFolders(id);
    }
    if (kind === 'dashboards') {
      const found = store.get('SELECT folder_uid FROM dashboard WHERE uid = ?', id);
      return found && [scope, ...inFolders(found.folder_uid)];
    }
    if (kind === 'annotations' && attribute === 'id') {
      const found = store.get('SELECT dashboard_uid FROM annotation WHERE id = ?', Number(id));
      return found && (found.dashboard_uid ? resolve(`dashboards:uid:${found.dashboard_uid}`) : ['annotations:type:organization']);
    }
    return [scope];
  }

  /**
   * Grafana's order: wildcards first, without looking the thing up; then the scopes it stands in.
   * @returns {'yes' | 'no' | 'unknown thing'}
   */
  function answer(user, action, scope) {
    const held = permissionsOf(user)[action] ?? [];
    if (held.some((each) => covers(each, scope))) {
      return 'yes';
    }
    const scopes = held.length > 0 ? resolve(scope) : [];
    if (!scopes) {
      return 'unknown thing';
    }
    return scopes.some((one) => held.some((each) => covers(each, one))) ? 'yes' : 'no';
  }

  const can = (user, action, scope) => answer(user, action, scope) === 'yes';
  const demand = (user, action, scope) => {
    if (!can(user, action, scope)) {
      throw accessDenied(action);
    }
  };
  return { permissionsOf, answer, can, demand, folderLine };
}

/** @typedef {ReturnType<typeof makeAccess>} Access */

// @ts-check
import { accessDenied } from './http.mjs';

/** @typedef {import('./store.mjs').Store} Store */

const VIEW = ['dashboards:read', 'folders:read', 'annotations:read', 'library.panels:read'];
const EDIT = [
  ...['dashboards:write', 'dashboards:create', 'dashboards:delete', 'folders:write', 'folders:create', 'folders:delete'],
  ...['annotations:create', 'annotations:write', 'annotations:delete', 'library.panels:create', 'library.panels:write'],
];
const ADMINISTER = ['folders.permissions:read', 'folders.permissions:write', 'dashboards.permissions:write'];

/** What 1 (View), 2 (Edit) and 4 (Admin) on a folder allow. */
function folderActions(permission) {
  return [...VIEW, ...(permission >= 2 ? EDIT : []), ...(permission >= 4 ? ADMINISTER : [])];
}

const WRITE_ANNOTATIONS = ['annotations:create', 'annotations:write', 'annotations:delete'];

/** Permissions of a role wherever it is, as action and scope. A Viewer holds the misleading dashboard type too. */
function rolePermissions(role) {
  const viewer = [
    ['annotations:read', 'annotations:*'],
    ...WRITE_ANNOTATIONS.map((action) => [action, 'annotations:type:dashboard']),
    ['plugins.app:access', 'plugins:*'],
    ['datasources:query', 'datasources:*'],
  ];
  const editor = [
    ...WRITE_ANNOTATIONS.map((action) => [action, 'annotations:*']),
    ['folders:create', 'folders:uid:general'],
    ['dashboards:create', 'folders:uid:general'],
  ];
  const admin = [
    ['plugins:write', 'plugins:*'],
    ['org.users:read', 'users:*'],
    ...WRITE_ANNOTATIONS.map((action) => [action, 'annotations:type:organization']),
    ['folders:create', 'folders:*'],
    ...[...folderActions(4)].map((action) => [action, 'folders:*']),
    ...['read', 'write', 'delete'].map((verb) => [`dashboards:${verb}`, 'dashboards:*']),
  ];
  return [...viewer, ...(role === 'Viewer' ? [] : editor), ...(role === 'Admin' ? admin : [])];
}

/** @param {Store} store */
export function makeAccess(store) {
  /**
   * Scopes by action, as `GET /api/access-control/user/permissions` answers.
   * @param {any} user
   * @returns {Record<string, string[]>}
   */
  function permissionsOf(user) {
    const given = store.all('SELECT * FROM grants WHERE role = ? OR user_id = ?', user.role, user.id);
    const general = user.role === 'Viewer' ? 1 : 2;
    const pairs = [
      ...rolePermissions(user.role),
      ...folderActions(general).map((action) => [action, 'folders:uid:general']),
      ...given.flatMap((grant) => folderActions(grant.permission).map((action) => [action, `folders:uid:${grant.folder_uid}`])),
      ...(user.is_admin
        ? [
            ['users:create', ''],
            ['users:delete', 'global.users:*'],
          ]
        : []),
    ];
    /** @type {Record<string, string[]>} */
    const scopes = {};
    for (const [action = '', scope = ''] of pairs) {
      const known = (scopes[action] ??= []);
      if (!known.includes(scope)) {
        known.push(scope);
      }
    }
    return scopes;
  }

  /** The folder and all above it, nearest first. */
  function folderLine(uid) {
    const line = [];
    for (let next = uid; next; next = store.get('SELECT parent_uid FROM folder WHERE uid = ?', next)?.parent_uid) {
      line.push(next);
    }
    return line.length > 0 ? line : ['general'];
  }

  /** @param {string} scope @returns {string[] | undefined} undefined: there is no such thing */
  function resolve(scope) {
    const [kind, attribute, id = ''] = scope.split(':');
    if (kind === 'folders' && attribute === 'uid') {
      return folderLine(id).map((uid) => `folders:uid:${uid}`);
    }
    if (kind === 'dashboards') {
      const found = store.get('SELECT folder_uid FROM dashboard WHERE uid = ?', id);
      return found && [scope, ...folderLine(found.folder_uid).map((uid) => `folders:uid:${uid}`)];
    }
    if (kind === 'annotations' && attribute === 'id') {
      const found = store.get('SELECT dashboard_uid FROM annotation WHERE id = ?', Number(id));
      return found && (found.dashboard_uid ? resolve(`dashboards:uid:${found.dashboard_uid}`) : ['annotations:type:organization']);
    }
    return [scope];
  }

  const covers = (held, scope) => held === scope || held === '*' || (held.endsWith('*') && scope.startsWith(held.slice(0, -1)));

  /**
   * Grafana's order: wildcards first, without looking the thing up; then the scopes it stands in.
   * @param {any} user @param {string} action @param {string} [scope]
   * @returns {'yes' | 'no' | 'unknown thing'}
   */
  function answer(user, action, scope) {
    const held = permissionsOf(user)[action];
    if (!held || scope === undefined) {
      return held ? 'yes' : 'no';
    }
    if (held.some((each) => covers(each, scope))) {
      return 'yes';
    }
    const scopes = resolve(scope);
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

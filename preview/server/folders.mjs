// @ts-check
import { folderUrlOf } from './dashboards.mjs';
import { Refusal } from './http.mjs';
import { makeUid } from './store.mjs';

const NAMES = { 1: 'View', 2: 'Edit', 4: 'Admin' };

/** @param {import('./host.mjs').Host} host */
export function addFolderRoutes({ router, store, access, annotations }) {
  const find = ({ params, user }, action) => {
    const row = store.get('SELECT * FROM folder WHERE uid = ?', params.uid);
    if (!row) {
      throw new Refusal(404, { message: 'folder not found', status: 'not-found' });
    }
    access.demand(user, action, `folders:uid:${row.uid}`);
    return row;
  };
  const toFolder = (row, user) => {
    const can = (action) => access.can(user, action, `folders:uid:${row.uid}`);
    const [, ...above] = access.folderLine(row.uid);
    const parents = above.reverse().map((uid) => store.get('SELECT uid, title FROM folder WHERE uid = ?', uid));
    return {
      ...{ id: row.id, uid: row.uid, orgId: 1, title: row.title, url: folderUrlOf(row), hasAcl: false, version: 1 },
      ...{ canSave: can('folders:write'), canEdit: can('folders:write'), canDelete: can('folders:delete') },
      canAdmin: can('folders.permissions:write'),
      ...(row.parent_uid ? { parentUid: row.parent_uid, parents } : {}),
    };
  };
  const grant = (row, given) =>
    store.insert('grants', { folder_uid: row.uid, role: given.role ?? null, user_id: given.userId ?? null, permission: given.permission });

  router.add('GET /api/folders', ({ url, user }) =>
    store
      .all('SELECT * FROM folder WHERE parent_uid = ? ORDER BY title', url.searchParams.get('parentUid') ?? '')
      .filter(({ uid }) => access.can(user, 'folders:read', `folders:uid:${uid}`))
      .map(({ id, uid, title, parent_uid }) => ({ id, uid, title, parentUid: parent_uid || undefined }))
  );
  router.add('GET /api/folders/:uid', (call) => toFolder(find(call, 'folders:read'), call.user));
  router.add('POST /api/folders', ({ body, user }) => {
    if (!body?.title) {
      throw new Refusal(400, 'folder title cannot be empty');
    }
    access.demand(user, 'folders:create', `folders:uid:${body.parentUid || 'general'}`);
    const row = { uid: body.uid || makeUid(), title: body.title, parent_uid: body.parentUid ?? '' };
    if (store.get('SELECT uid FROM folder WHERE uid = ?', row.uid)) {
      throw new Refusal(409, 'A folder with that uid exists already');
    }
    const id = store.insert('folder', row);
    grant(row, { userId: user.id, permission: 4 });
    if (!row.parent_uid) {
      grant(row, { role: 'Viewer', permission: 1 });
      grant(row, { role: 'Editor', permission: 2 });
    }
    return toFolder({ ...row, id }, user);
  });
  router.add('DELETE /api/folders/:uid', (call) => {
    const row = find(call, 'folders:delete');
    for (const { uid } of store.all('SELECT uid FROM folder').filter((each) => access.folderLine(each.uid).includes(row.uid))) {
      annotations.remove('dashboard_uid IN (SELECT uid FROM dashboard WHERE folder_uid = ?)', uid);
      store.run('DELETE FROM dashboard WHERE folder_uid = ?', uid);
      store.run('DELETE FROM grants WHERE folder_uid = ?', uid);
      store.run("UPDATE folder SET title = '' WHERE uid = ?", uid);
    }
    store.run("DELETE FROM folder WHERE title = ''");
    return { id: row.id, title: row.title, message: `Folder ${row.title} deleted` };
  });
  router.add('GET /api/folders/:uid/permissions', (call) => {
    const { uid, title } = find(call, 'folders.permissions:read');
    const sql = 'SELECT grants.*, login FROM grants LEFT JOIN user ON user.id = user_id WHERE folder_uid = ?';
    return store
      .all(sql, uid)
      .map(({ role, user_id, login, permission }) => ({
        ...{ uid, title, isFolder: true, inherited: false, permission, permissionName: NAMES[permission] },
        ...(role ? { role } : { userId: user_id, userLogin: login }),
      }));
  });
  router.add('POST /api/folders/:uid/permissions', (call) => {
    const row = find(call, 'folders.permissions:write');
    store.run('DELETE FROM grants WHERE folder_uid = ?', row.uid);
    (call.body?.items ?? []).forEach((item) => grant(row, item));
    return { message: 'Folder permissions updated' };
  });
}

/** @param {import('./host.mjs').Host} host */
export function addLibraryRoutes({ router, store, access }) {
  router.add('GET /api/dashboards/uid/:uid/permissions', ({ params, user }) => {
    if (!store.get('SELECT uid FROM dashboard WHERE uid = ?', params.uid)) {
      throw new Refusal(404, 'Dashboard not found');
    }
    access.demand(user, 'dashboards.permissions:write', `dashboards:uid:${params.uid}`);
    return []; // rights are given by folders alone here
  });
  const find = (uid) => {
    const row = store.get('SELECT * FROM library_element WHERE uid = ?', uid);
    if (!row) {
      throw new Refusal(404, 'library element could not be found');
    }
    return row;
  };
  const demand = (user, verb, folder) => access.demand(user, `library.panels:${verb}`, `folders:uid:${folder || 'general'}`);
  const answer = ({ uid, name, folder_uid, model: text }) => {
    const model = JSON.parse(text);
    return { result: { uid, name, folderUid: folder_uid, kind: 1, type: model.type, version: 1, model } };
  };
  router.add('GET /api/library-elements/:uid', ({ params, user }) => {
    const row = find(params.uid);
    demand(user, 'read', row.folder_uid);
    return answer(row);
  });
  router.add('POST /api/library-elements', ({ body, user }) => {
    demand(user, 'create', body?.folderUid);
    const { uid = makeUid(), name, folderUid = '', model } = body;
    store.insert('library_element', { uid, name, folder_uid: folderUid, model: JSON.stringify(model) });
    return answer(find(uid));
  });
  router.add('DELETE /api/library-elements/:uid', ({ params, user }) => {
    demand(user, 'write', find(params.uid).folder_uid);
    store.run('DELETE FROM library_element WHERE uid = ?', params.uid);
    return { message: 'Library element deleted' };
  });
}

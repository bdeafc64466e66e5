// @ts-check
import { Refusal } from './http.mjs';
import { makeUid } from './store.mjs';

/** @typedef {import('./http.mjs').Call} Call */

export const slugOf = (title) =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '') || '-';

const urlOf = (row) => `/d/${row.uid}/${slugOf(row.title)}`;

/**
 * @param {import('./store.mjs').Store} store
 * @param {any} model @param {{ folderUid?: string, by?: string, provisioned?: string }} how
 */
export function saveDashboard(store, model, { folderUid = '', by = 'admin', provisioned = '' }) {
  const uid = model.uid || makeUid();
  const known = store.get('SELECT * FROM dashboard WHERE uid = ?', uid);
  const version = (known?.version ?? 0) + 1;
  const stored = JSON.stringify({ ...model, id: undefined, uid, version });
  const now = Date.now();
  if (known) {
    store.run(
      'UPDATE dashboard SET title = ?, folder_uid = ?, model = ?, version = ?, updated = ?, updated_by = ? WHERE uid = ?',
      ...[model.title, folderUid, stored, version, now, by, uid]
    );
  } else {
    store.run(
      `INSERT INTO dashboard (uid, title, folder_uid, model, version, created, updated, created_by, updated_by, provisioned)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ...[uid, model.title, folderUid, stored, version, now, now, by, by, provisioned]
    );
  }
  return store.get('SELECT * FROM dashboard WHERE uid = ?', uid);
}

/** @param {import('./main.mjs').Host} host */
export function addDashboardRoutes({ router, store, access, annotations }) {
  const folderOf = (uid) => store.get('SELECT * FROM folder WHERE uid = ?', uid);

  const demandSave = (user, action, scope) => {
    if (!access.can(user, action, scope)) {
      throw new Refusal(403, 'Access denied to save dashboard');
    }
  };

  function dashboardFor({ params, user }, action) {
    const row = store.get('SELECT * FROM dashboard WHERE uid = ?', params.uid);
    if (!row) {
      throw new Refusal(404, { message: 'Dashboard not found', title: 'Not found' });
    }
    access.demand(user, action, `dashboards:uid:${row.uid}`);
    return row;
  }

  const annotationRights = (user, scope) => ({
    canAdd: access.can(user, 'annotations:create', scope),
    canEdit: access.can(user, 'annotations:write', scope),
    canDelete: access.can(user, 'annotations:delete', scope),
  });

  function metaOf(row, user) {
    const scope = `dashboards:uid:${row.uid}`;
    const folder = folderOf(row.folder_uid);
    const readable = folder && access.can(user, 'folders:read', `folders:uid:${folder.uid}`);
    const canSave = access.can(user, 'dashboards:write', scope);
    return {
      ...{ type: 'db', slug: slugOf(row.title), url: urlOf(row), version: row.version, isFolder: false, hasAcl: false },
      ...{ canSave, canEdit: canSave, canStar: true, canDelete: access.can(user, 'dashboards:delete', scope) },
      canAdmin: access.can(user, 'dashboards.permissions:write', scope),
      ...{ createdBy: row.created_by, updatedBy: row.updated_by },
      ...{ created: new Date(row.created).toISOString(), updated: new Date(row.updated).toISOString() },
      ...{ folderId: folder?.id ?? 0, folderUid: row.folder_uid, folderTitle: readable ? folder.title : folder ? '' : 'General' },
      folderUrl: readable ? `/dashboards/f/${folder.uid}/${slugOf(folder.title)}` : '',
      ...{ provisioned: false, provisionedExternalId: row.provisioned },
      annotationsPermissions: {
        dashboard: annotationRights(user, scope),
        organization: annotationRights(user, 'annotations:type:organization'),
      },
    };
  }

  function removeDashboard(row) {
    annotations.remove('dashboard_uid = ?', row.uid);
    store.run('DELETE FROM dashboard WHERE uid = ?', row.uid);
  }

  router.add('GET /api/dashboards/uid/:uid', (call) => {
    const row = dashboardFor(call, 'dashboards:read');
    return { meta: metaOf(row, call.user), dashboard: { ...JSON.parse(row.model), id: row.id, version: row.version } };
  });
  router.add('DELETE /api/dashboards/uid/:uid', (call) => {
    const row = dashboardFor(call, 'dashboards:delete');
    removeDashboard(row);
    return { title: row.title, message: `Dashboard ${row.title} deleted`, uid: row.uid };
  });
  router.add('POST /api/dashboards/db', ({ body, user }) => {
    const model = body?.dashboard;
    if (!model?.title) {
      throw new Refusal(400, { status: 'empty-name', message: 'Dashboard title cannot be empty' });
    }
    const known = model.uid && store.get('SELECT * FROM dashboard WHERE uid = ?', model.uid);
    const folderUid = body.folderUid ?? known?.folder_uid ?? '';
    if (folderUid && !folderOf(folderUid)) {
      throw new Refusal(400, 'folder not found');
    }
    if (known && !body.overwrite && known.version !== model.version) {
      throw new Refusal(412, { status: 'version-mismatch', message: 'The dashboard has been changed by someone else' });
    }
    const scope = known ? `dashboards:uid:${known.uid}` : `folders:uid:${folderUid || 'general'}`;
    demandSave(user, known ? 'dashboards:write' : 'dashboards:create', scope);
    const row = saveDashboard(store, model, { folderUid, by: user.login });
    return { folderUid, id: row.id, slug: slugOf(row.title), status: 'success', uid: row.uid, url: urlOf(row), version: row.version };
  });

  function dashboardHits(user) {
    const rows = store.all('SELECT * FROM dashboard').filter(({ uid }) => access.can(user, 'dashboards:read', `dashboards:uid:${uid}`));
    return rows.map((row) => {
      const folder = folderOf(row.folder_uid);
      const shown = folder && access.can(user, 'folders:read', `folders:uid:${folder.uid}`) ? folder : undefined;
      return {
        ...{ id: row.id, uid: row.uid, orgId: 1, title: row.title, uri: `db/${slugOf(row.title)}`, url: urlOf(row), slug: '' },
        ...{ type: 'dash-db', tags: JSON.parse(row.model).tags ?? [], isStarred: false, sortMeta: 0, isDeleted: false },
        ...(shown ? { folderId: shown.id, folderUid: shown.uid, folderTitle: shown.title } : {}),
        ...(shown ? { folderUrl: `/dashboards/f/${shown.uid}/${slugOf(shown.title)}` } : {}),
      };
    });
  }

  function folderHits(user) {
    const rows = store.all('SELECT * FROM folder').filter(({ uid }) => access.can(user, 'folders:read', `folders:uid:${uid}`));
    return rows.map((row) => ({
      ...{ id: row.id, uid: row.uid, orgId: 1, title: row.title, uri: `db/${slugOf(row.title)}`, slug: '' },
      ...{ url: `/dashboards/f/${row.uid}/${slugOf(row.title)}`, type: 'dash-folder', tags: [], isStarred: false },
      ...{ sortMeta: 0, isDeleted: false, ...(row.parent_uid ? { folderUid: row.parent_uid } : {}) },
    }));
  }

  router.add('GET /api/search', ({ url, user }) => {
    const all = (name) => url.searchParams.getAll(name).flatMap((value) => value.split(','));
    const words = (url.searchParams.get('query') ?? '').toLowerCase();
    const [types, folders, uids, tags] = [all('type'), all('folderUIDs'), all('dashboardUIDs'), all('tag')];
    const limit = Number(url.searchParams.get('limit')) || 1000;
    const page = Number(url.searchParams.get('page')) || 1;
    return [...folderHits(user), ...dashboardHits(user)]
      .filter((hit) => types.length === 0 || types.includes(hit.type))
      .filter((hit) => folders.length === 0 || folders.includes(hit.folderUid ?? 'general'))
      .filter((hit) => uids.length === 0 || uids.includes(hit.uid))
      .filter((hit) => tags.every((tag) => hit.tags.includes(tag)))
      .filter((hit) => hit.title.toLowerCase().includes(words))
      .sort((a, b) => Number(b.type === 'dash-folder') - Number(a.type === 'dash-folder') || a.title.localeCompare(b.title))
      .slice((page - 1) * limit, page * limit);
  });

  const asFolder = (row, user) => {
    const scope = `folders:uid:${row.uid}`;
    const [, ...above] = access.folderLine(row.uid);
    const parents = above.map((uid) => folderOf(uid)).reverse();
    const canSave = access.can(user, 'folders:write', scope);
    return {
      ...{ id: row.id, uid: row.uid, orgId: 1, title: row.title, url: `/dashboards/f/${row.uid}/${slugOf(row.title)}` },
      ...{ hasAcl: false, canSave, canEdit: canSave, canDelete: access.can(user, 'folders:delete', scope), version: 1 },
      canAdmin: access.can(user, 'folders.permissions:write', scope),
      ...(row.parent_uid ? { parentUid: row.parent_uid, parents: parents.map(({ uid, title }) => ({ uid, title })) } : {}),
    };
  };

  function folderFor({ params, user }, action) {
    const row = folderOf(params.uid ?? '');
    if (!row) {
      throw new Refusal(404, { message: 'folder not found', status: 'not-found' });
    }
    access.demand(user, action, `folders:uid:${row.uid}`);
    return row;
  }

  router.add('GET /api/folders', ({ url, user }) => {
    const parent = url.searchParams.get('parentUid') ?? '';
    const rows = store.all('SELECT * FROM folder WHERE parent_uid = ? ORDER BY title', parent);
    return rows
      .filter(({ uid }) => access.can(user, 'folders:read', `folders:uid:${uid}`))
      .map(({ id, uid, title, parent_uid }) => ({ id, uid, title, ...(parent_uid ? { parentUid: parent_uid } : {}) }));
  });
  router.add('GET /api/folders/:uid', (call) => asFolder(folderFor(call, 'folders:read'), call.user));
  router.add('POST /api/folders', ({ body, user }) => {
    if (!body?.title) {
      throw new Refusal(400, 'folder title cannot be empty');
    }
    access.demand(user, 'folders:create', `folders:uid:${body.parentUid || 'general'}`);
    const uid = body.uid || makeUid();
    if (folderOf(uid)) {
      throw new Refusal(409, 'A folder with that uid exists already');
    }
    store.run('INSERT INTO folder (uid, title, parent_uid) VALUES (?, ?, ?)', uid, body.title, body.parentUid ?? '');
    const grant = 'INSERT INTO grants (folder_uid, role, user_id, permission) VALUES (?, ?, ?, ?)';
    store.run(grant, uid, null, user.id, 4);
    if (!body.parentUid) {
      store.run(grant, uid, 'Viewer', null, 1);
      store.run(grant, uid, 'Editor', null, 2);
    }
    return asFolder(folderOf(uid), user);
  });
  router.add('DELETE /api/folders/:uid', (call) => {
    const row = folderFor(call, 'folders:delete');
    const inside = store.all('SELECT uid FROM folder').filter(({ uid }) => access.folderLine(uid).includes(row.uid));
    for (const { uid } of inside) {
      store.all('SELECT * FROM dashboard WHERE folder_uid = ?', uid).forEach(removeDashboard);
      store.run('DELETE FROM grants WHERE folder_uid = ?', uid);
    }
    inside.forEach(({ uid }) => store.run('DELETE FROM folder WHERE uid = ?', uid));
    return { id: row.id, title: row.title, message: `Folder ${row.title} deleted` };
  });
  router.add('GET /api/folders/:uid/permissions', (call) => {
    const row = folderFor(call, 'folders.permissions:read');
    const names = /** @type {Record<number, string>} */ ({ 1: 'View', 2: 'Edit', 4: 'Admin' });
    return store
      .all('SELECT * FROM grants WHERE folder_uid = ?', row.uid)
      .map((grant) => ({
        ...{ uid: row.uid, title: row.title, isFolder: true, inherited: false, permission: grant.permission },
        permissionName: names[grant.permission],
        ...(grant.role ? { role: grant.role } : { userId: grant.user_id }),
        ...(grant.user_id ? { userLogin: store.get('SELECT login FROM user WHERE id = ?', grant.user_id)?.login } : {}),
      }));
  });
  router.add('POST /api/folders/:uid/permissions', (call) => {
    const row = folderFor(call, 'folders.permissions:write');
    store.run('DELETE FROM grants WHERE folder_uid = ?', row.uid);
    for (const { role = null, userId = null, permission } of call.body?.items ?? []) {
      const grant = 'INSERT INTO grants (folder_uid, role, user_id, permission) VALUES (?, ?, ?, ?)';
      store.run(grant, row.uid, role, userId, permission);
    }
    return { message: 'Folder permissions updated' };
  });

  const asElement = (row) => ({
    ...{ uid: row.uid, name: row.name, folderUid: row.folder_uid, kind: 1, type: JSON.parse(row.model).type, version: 1 },
    model: JSON.parse(row.model),
  });
  router.add('GET /api/library-elements/:uid', ({ params, user }) => {
    const row = store.get('SELECT * FROM library_element WHERE uid = ?', params.uid);
    if (!row) {
      throw new Refusal(404, 'library element could not be found');
    }
    access.demand(user, 'library.panels:read', `folders:uid:${row.folder_uid || 'general'}`);
    return { result: asElement(row) };
  });
  router.add('POST /api/library-elements', ({ body, user }) => {
    const uid = body?.uid || makeUid();
    access.demand(user, 'library.panels:create', `folders:uid:${body?.folderUid || 'general'}`);
    const insert = 'INSERT INTO library_element (uid, name, folder_uid, model) VALUES (?, ?, ?, ?)';
    store.run(insert, uid, body.name, body.folderUid ?? '', JSON.stringify(body.model));
    return { result: asElement(store.get('SELECT * FROM library_element WHERE uid = ?', uid)) };
  });
  router.add('DELETE /api/library-elements/:uid', ({ params, user }) => {
    access.demand(user, 'library.panels:write', 'folders:uid:general');
    store.run('DELETE FROM library_element WHERE uid = ?', params.uid);
    return { message: 'Library element deleted', id: 0 };
  });
}

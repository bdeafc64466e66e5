// @ts-check
import { Refusal } from './http.mjs';
import { makeUid } from './store.mjs';

export const slugOf = (title) =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '') || '-';

const urlOf = (row) => `/d/${row.uid}/${slugOf(row.title)}`;
export const folderUrlOf = (row) => `/dashboards/f/${row.uid}/${slugOf(row.title)}`;

/**
 * @param {import('./store.mjs').Store} store
 * @param {any} model @param {{ folderUid?: string, by?: string, provisioned?: string }} how
 */
export function saveDashboard(store, model, { folderUid = '', by = 'admin', provisioned = '' }) {
  const uid = model.uid || makeUid();
  const known = store.get('SELECT * FROM dashboard WHERE uid = ?', uid);
  const version = (known?.version ?? 0) + 1;
  const now = Date.now();
  const row = { uid, title: model.title, folder_uid: folderUid, model: JSON.stringify({ ...model, id: undefined, uid, version }), version };
  if (known) {
    store.update('dashboard', { ...row, updated: now, updated_by: by }, 'uid = ?', uid);
  } else {
    store.insert('dashboard', { ...row, created: now, updated: now, created_by: by, updated_by: by, provisioned });
  }
  return store.get('SELECT * FROM dashboard WHERE uid = ?', uid);
}

/** @param {import('./host.mjs').Host} host */
export function addDashboardRoutes({ router, store, access, annotations }) {
  const find = ({ params, user }, action) => {
    const row = store.get('SELECT * FROM dashboard WHERE uid = ?', params.uid);
    if (!row) {
      throw new Refusal(404, { message: 'Dashboard not found', title: 'Not found' });
    }
    access.demand(user, action, `dashboards:uid:${row.uid}`);
    return row;
  };

  const metaOf = (row, user) => {
    const scope = `dashboards:uid:${row.uid}`;
    const folder = store.get('SELECT * FROM folder WHERE uid = ?', row.folder_uid);
    const readable = folder && access.can(user, 'folders:read', `folders:uid:${folder.uid}`);
    const can = (verb) => access.can(user, `dashboards:${verb}`, scope);
    const annotate = (where) => {
      const may = (verb) => access.can(user, `annotations:${verb}`, where);
      return { canAdd: may('create'), canEdit: may('write'), canDelete: may('delete') };
    };
    return {
      ...{ type: 'db', slug: slugOf(row.title), url: urlOf(row), version: row.version, isFolder: false, hasAcl: false, canStar: true },
      ...{ canSave: can('write'), canEdit: can('write'), canDelete: can('delete') },
      canAdmin: access.can(user, 'dashboards.permissions:write', scope),
      ...{ createdBy: row.created_by, updatedBy: row.updated_by },
      ...{ created: new Date(row.created).toISOString(), updated: new Date(row.updated).toISOString() },
      ...{ folderId: folder?.id ?? 0, folderUid: row.folder_uid, folderUrl: readable ? folderUrlOf(folder) : '' },
      folderTitle: folder ? (readable && folder.title) || '' : 'General',
      ...{ provisioned: false, provisionedExternalId: row.provisioned },
      annotationsPermissions: { dashboard: annotate(scope), organization: annotate('annotations:type:organization') },
    };
  };

  router.add('GET /api/dashboards/uid/:uid', (call) => {
    const row = find(call, 'dashboards:read');
    return { meta: metaOf(row, call.user), dashboard: { ...JSON.parse(row.model), id: row.id, version: row.version } };
  });
  router.add('DELETE /api/dashboards/uid/:uid', (call) => {
    const row = find(call, 'dashboards:delete');
    annotations.remove('dashboard_uid = ?', row.uid);
    store.run('DELETE FROM dashboard WHERE uid = ?', row.uid);
    return { title: row.title, message: `Dashboard ${row.title} deleted`, uid: row.uid };
  });
  router.add('POST /api/dashboards/db', ({ body, user }) => {
    const model = body?.dashboard;
    if (!model?.title) {
      throw new Refusal(400, { status: 'empty-name', message: 'Dashboard title cannot be empty' });
    }
    const known = model.uid && store.get('SELECT * FROM dashboard WHERE uid = ?', model.uid);
    const folderUid = body.folderUid ?? known?.folder_uid ?? '';
    if (folderUid && !store.get('SELECT uid FROM folder WHERE uid = ?', folderUid)) {
      throw new Refusal(400, 'folder not found');
    }
    if (known && !body.overwrite && known.version !== model.version) {
      throw new Refusal(412, { status: 'version-mismatch', message: 'The dashboard has been changed by someone else' });
    }
    const scope = known ? `dashboards:uid:${known.uid}` : `folders:uid:${folderUid || 'general'}`;
    if (!access.can(user, known ? 'dashboards:write' : 'dashboards:create', scope)) {
      throw new Refusal(403, 'Access denied to save dashboard');
    }
    const row = saveDashboard(store, model, { folderUid, by: user.login });
    return { folderUid, id: row.id, slug: slugOf(row.title), status: 'success', uid: row.uid, url: urlOf(row), version: row.version };
  });
}

/** @param {import('./host.mjs').Host} host */
export function addSearchRoute({ router, store, access }) {
  const readable = (table, kind, user) =>
    store.all(`SELECT * FROM ${table}`).filter(({ uid }) => access.can(user, `${kind}:read`, `${kind}:uid:${uid}`));
  const hit = (row, type, url) => ({
    ...{ id: row.id, uid: row.uid, orgId: 1, title: row.title, uri: `db/${slugOf(row.title)}`, url, slug: '', type },
    ...{ tags: row.model ? (JSON.parse(row.model).tags ?? []) : [], isStarred: false, sortMeta: 0, isDeleted: false },
  });
  router.add('GET /api/search', ({ url, user }) => {
    const folders = readable('folder', 'folders', user);
    // For a folder, Edit means to Grafana: may make dashboards in it.
    const wanted = (row) =>
      url.searchParams.get('permission') !== 'Edit' || access.can(user, 'dashboards:create', `folders:uid:${row.uid}`);
    const folderHits = folders
      .filter(wanted)
      .map((row) => ({ ...hit(row, 'dash-folder', folderUrlOf(row)), folderUid: row.parent_uid || undefined }));
    const dashboardHits = readable('dashboard', 'dashboards', user).map((row) => {
      const folder = folders.find(({ uid }) => uid === row.folder_uid);
      const place = { folderId: folder?.id, folderUid: folder?.uid, folderTitle: folder?.title, folderUrl: folder && folderUrlOf(folder) };
      return { ...hit(row, 'dash-db', urlOf(row)), ...place };
    });
    const all = (name) => url.searchParams.getAll(name).flatMap((value) => value.split(','));
    const words = (url.searchParams.get('query') ?? '').toLowerCase();
    const [types, within, uids, tags] = [all('type'), all('folderUIDs'), all('dashboardUIDs'), all('tag')];
    const [limit, page] = [Number(url.searchParams.get('limit')) || 1000, Number(url.searchParams.get('page')) || 1];
    const byTitle = (a, b) => a.title.localeCompare(b.title);
    return [...folderHits.sort(byTitle), ...dashboardHits.sort(byTitle)]
      .filter(({ type }) => types.length === 0 || types.includes(type))
      .filter(({ folderUid }) => within.length === 0 || within.includes(folderUid ?? 'general'))
      .filter(({ uid }) => uids.length === 0 || uids.includes(uid))
      .filter((found) => tags.every((tag) => found.tags.includes(tag)) && found.title.toLowerCase().includes(words))
      .slice((page - 1) * limit, page * limit);
  });
}

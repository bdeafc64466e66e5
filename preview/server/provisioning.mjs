// @ts-check
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { saveDashboard } from './dashboards.mjs';
import { addUser } from './users.mjs';

/** @typedef {import('./store.mjs').Store} Store */

/** Every entry under `key` in `provisioning/<kind>/*.yaml`. @param {string} root @returns {any[]} */
function readYaml(root, kind, key = kind) {
  const names = existsSync(join(root, kind)) ? readdirSync(join(root, kind)).filter((name) => /\.ya?ml$/.test(name)) : [];
  return names.flatMap((name) => load(readFileSync(join(root, kind, name), 'utf8'))?.[key] ?? []);
}

function addFolder(store, uid, title, grants) {
  if (store.get('SELECT uid FROM folder WHERE uid = ?', uid)) {
    return;
  }
  store.insert('folder', { uid, title, parent_uid: '' });
  grants.forEach((grant) => store.insert('grants', { folder_uid: uid, ...grant }));
}

const EVERYBODY = [
  { role: 'Viewer', permission: 1 },
  { role: 'Editor', permission: 2 },
];

/** Dashboards that a user changed (`allowUiUpdates`) stay as they are until the store is made fresh. */
function provisionDashboards(store, root, { folder = '', folderUid = '', options }) {
  if (folder) {
    addFolder(store, folderUid, folder, EVERYBODY);
  }
  const path = options.path.replace(/^\$\{?GF_PATHS_PROVISIONING\}?|^\/etc\/grafana\/provisioning/, root);
  for (const name of readdirSync(path).filter((each) => each.endsWith('.json'))) {
    const model = JSON.parse(readFileSync(join(path, name), 'utf8'));
    if (!store.get('SELECT uid FROM dashboard WHERE uid = ?', model.uid)) {
      saveDashboard(store, model, { folderUid, provisioned: name });
    }
  }
}

/** Three roles; and a journal that only the viewer (and any Admin) may open and write in. @param {Store} store */
function addPeopleAndJournal(store) {
  if (store.get('SELECT id FROM user LIMIT 1')) {
    return;
  }
  addUser(store, { login: 'admin', email: 'admin@localhost', password: 'admin', role: 'Admin' });
  addUser(store, { login: 'editor', email: 'editor@localhost', name: 'Edith Editor', password: 'editor', role: 'Editor' });
  const viewer = addUser(store, { login: 'viewer', email: 'viewer@localhost', name: 'Vic Viewer', password: 'viewer' });
  addFolder(store, 'payments-journal', 'Payments journal', [{ user_id: viewer, permission: 2 }]);
  const journal = { uid: 'payments-journal-board', title: 'Payments near misses', panels: [], schemaVersion: 41, tags: [] };
  saveDashboard(store, journal, { folderUid: 'payments-journal' });
}

/** @param {Store} store @param {string} root the provisioning folder */
export function provision(store, root) {
  addPeopleAndJournal(store);
  readYaml(root, 'dashboards', 'providers').forEach((provider) => provisionDashboards(store, root, provider));
  for (const { type, disabled = false, jsonData = {} } of readYaml(root, 'plugins', 'apps')) {
    if (!store.get('SELECT id FROM plugin_setting WHERE id = ?', type)) {
      store.insert('plugin_setting', { id: type, enabled: Number(!disabled), pinned: 1, json_data: JSON.stringify(jsonData) });
    }
  }
  return readYaml(root, 'datasources').map(({ uid, name, type, isDefault = false }) => ({ uid, name, type, isDefault }));
}

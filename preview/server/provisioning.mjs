// @ts-check
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { saveDashboard } from './dashboards.mjs';
import { addUser } from './users.mjs';
import { makeUid } from './store.mjs';

/** @typedef {import('./store.mjs').Store} Store */

const JOURNAL_FOLDER = 'payments-journal';

/** Every document in `provisioning/<kind>/*.yaml`. @param {string} root @param {string} kind @returns {any[]} */
function readYaml(root, kind) {
  const folder = join(root, kind);
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => /\.ya?ml$/.test(name)) : [];
  return names.map((name) => load(readFileSync(join(folder, name), 'utf8')));
}

function addFolder(store, uid, title, grants) {
  if (store.get('SELECT uid FROM folder WHERE uid = ?', uid)) {
    return;
  }
  store.run("INSERT INTO folder (uid, title, parent_uid) VALUES (?, ?, '')", uid, title);
  for (const { role = null, userId = null, permission } of grants) {
    const grant = 'INSERT INTO grants (folder_uid, role, user_id, permission) VALUES (?, ?, ?, ?)';
    store.run(grant, uid, role, userId, permission);
  }
}

/** Dashboards that a user changed (`allowUiUpdates`) stay as they are until the store is made fresh. */
function provisionDashboards(store, root) {
  for (const { providers = [] } of readYaml(root, 'dashboards')) {
    for (const { folder = '', folderUid = '', options = {} } of providers) {
      const uid = folder ? folderUid || makeUid() : '';
      if (uid) {
        addFolder(store, uid, folder, [
          { role: 'Viewer', permission: 1 },
          { role: 'Editor', permission: 2 },
        ]);
      }
      const path = String(options.path ?? '').replace(/\$\{?GF_PATHS_PROVISIONING\}?|^\/etc\/grafana\/provisioning/, root);
      for (const name of readdirSync(path).filter((each) => each.endsWith('.json'))) {
        const model = JSON.parse(readFileSync(join(path, name), 'utf8'));
        if (!store.get('SELECT uid FROM dashboard WHERE uid = ?', model.uid)) {
          saveDashboard(store, model, { folderUid: uid, provisioned: name });
        }
      }
    }
  }
}

/** Three roles; a folder all may read; a journal only the viewer (and any Admin) may open, and write in. */
function addPeopleAndJournal(store) {
  if (store.get('SELECT id FROM user LIMIT 1')) {
    return;
  }
  addUser(store, { login: 'admin', email: 'admin@localhost', password: 'admin', role: 'Admin' });
  addUser(store, { login: 'editor', email: 'editor@localhost', name: 'Edith Editor', password: 'editor', role: 'Editor' });
  const userId = addUser(store, { login: 'viewer', email: 'viewer@localhost', name: 'Vic Viewer', password: 'viewer' });
  addFolder(store, JOURNAL_FOLDER, 'Payments journal', [{ userId, permission: 2 }]);
  const journal = { uid: 'payments-journal-board', title: 'Payments near misses', panels: [], schemaVersion: 41, tags: [] };
  saveDashboard(store, journal, { folderUid: JOURNAL_FOLDER });
}

/** @param {Store} store @param {string} root the provisioning folder */
export function provision(store, root) {
  addPeopleAndJournal(store);
  provisionDashboards(store, root);
  for (const { apps = [] } of readYaml(root, 'plugins')) {
    for (const { type, disabled = false, jsonData = {} } of apps) {
      const insert = 'INSERT OR IGNORE INTO plugin_setting (id, enabled, pinned, json_data) VALUES (?, ?, 1, ?)';
      store.run(insert, type, disabled ? 0 : 1, JSON.stringify(jsonData));
    }
  }
  const sources = readYaml(root, 'datasources').flatMap(({ datasources = [] }) => datasources);
  return { sources: sources.map(({ uid, name, type, isDefault = false }) => ({ uid, name, type, isDefault })) };
}

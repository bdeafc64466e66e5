// @ts-check
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import { Refusal } from './http.mjs';

const TYPES = { '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.png': 'image/png', '.woff2': 'font/woff2' };

/** Sends a file below `root`; 404 when there is none. */
export function sendFile({ response }, root, name) {
  const file = normalize(join(root, name));
  if (!file.startsWith(normalize(root)) || !existsSync(file) || !statSync(file).isFile()) {
    throw new Refusal(404, 'Not found');
  }
  response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'application/json', 'Cache-Control': 'no-cache' });
  createReadStream(file).pipe(response);
}

/** The app and the panels that its plugin.json lists, read anew each time: a rebuild needs no restart. */
export function readPlugins(dist) {
  const read = (folder) => {
    const file = join(dist, folder, 'plugin.json');
    return existsSync(file) ? [{ folder, json: JSON.parse(readFileSync(file, 'utf8')) }] : [];
  };
  const includes = read('').flatMap(({ json }) => json.includes ?? []);
  const nested = includes.filter(({ type }) => type === 'panel').map(({ path }) => path.replace(/\/?plugin\.json$/, ''));
  return ['', ...nested].flatMap(read);
}

const EXTENSIONS = { addedLinks: [], addedComponents: [], addedFunctions: [], exposedComponents: [], extensionPoints: [] };

/** A plugin as `GET /api/plugins/:id/settings` tells it. @param {import('./host.mjs').Host} host @param {string} id */
export function settingsOf({ store, dist }, id) {
  const json = findPlugin(dist, id).json;
  const row = store.get('SELECT * FROM plugin_setting WHERE id = ?', id);
  const { name, type, info, includes = [], dependencies, extensions, skipDataQuery } = json;
  return {
    ...{ name, type, id, enabled: type !== 'app' || Boolean(row?.enabled), pinned: Boolean(row?.pinned), autoEnabled: false },
    ...{ module: `public/plugins/${id}/module.js`, baseUrl: `public/plugins/${id}`, info, includes, dependencies, skipDataQuery },
    ...{ extensions: { ...EXTENSIONS, ...extensions }, jsonData: JSON.parse(row?.json_data ?? '{}'), secureJsonFields: {} },
    ...{ defaultNavUrl: `/plugins/${id}/`, signature: 'unsigned', loadingStrategy: 'script' },
  };
}

function findPlugin(dist, id) {
  const plugin = readPlugins(dist).find(({ json }) => json.id === id);
  if (!plugin) {
    throw new Refusal(404, 'Plugin not found, no installed plugin with that id');
  }
  return plugin;
}

/** @param {import('./host.mjs').Host} host */
export function addPluginRoutes(host) {
  const { router, store, access, dist } = host;
  const file = (call) => sendFile(call, join(dist, findPlugin(dist, call.params.id).folder), call.params.file);
  router.add('GET /public/plugins/:id/*file', file, true);
  router.add('GET /api/plugins/:id/settings', ({ params, user }) => {
    access.demand(user, 'plugins.app:access', `plugins:id:${params.id}`);
    return settingsOf(host, params.id);
  });
  router.add('POST /api/plugins/:id/settings', ({ params: { id }, user, body }) => {
    const { enabled = false, pinned = false, jsonData = settingsOf(host, id).jsonData } = body ?? {};
    access.demand(user, 'plugins:write', `plugins:id:${id}`);
    store.run('DELETE FROM plugin_setting WHERE id = ?', id);
    store.insert('plugin_setting', { id, enabled: Number(enabled), pinned: Number(pinned), json_data: JSON.stringify(jsonData) });
    return { message: 'Plugin settings updated' };
  });
}

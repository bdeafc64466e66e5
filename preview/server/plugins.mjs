// @ts-check
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import { Refusal } from './http.mjs';

/** @typedef {import('./http.mjs').Call} Call */

const TYPES = /** @type {Record<string, string>} */ ({
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
});

/** Sends a file below `root`; 404 when there is none. */
export function sendFile({ response }, root, name) {
  const file = normalize(join(root, name));
  if (!file.startsWith(normalize(root)) || !existsSync(file) || !statSync(file).isFile()) {
    throw new Refusal(404, 'Not found');
  }
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-cache', 'Content-Length': statSync(file).size });
  createReadStream(file).pipe(response);
}

/** The app and the panels that its plugin.json lists, read anew each time: a rebuild needs no restart. */
export function readPlugins(dist) {
  const read = (folder) => {
    const file = join(dist, folder, 'plugin.json');
    return existsSync(file) ? { folder, json: JSON.parse(readFileSync(file, 'utf8')) } : undefined;
  };
  const app = read('');
  const nested = (app?.json.includes ?? [])
    .filter(({ type }) => type === 'panel')
    .map(({ path }) => read(path.replace(/\/?plugin\.json$/, '')));
  return [app, ...nested].flatMap((plugin) => plugin ?? []);
}

/** @param {import('./main.mjs').Host} host */
export function addPluginRoutes({ router, store, access, dist }) {
  const find = (id) => {
    const plugin = readPlugins(dist).find(({ json }) => json.id === id);
    if (!plugin) {
      throw new Refusal(404, 'Plugin not found, no installed plugin with that id');
    }
    return plugin;
  };

  router.add(
    'GET /public/plugins/:id/*file',
    (call) => sendFile(call, join(dist, find(call.params.id ?? '').folder), call.params.file ?? ''),
    true
  );

  const settingsOf = (id) => {
    const { json } = find(id);
    const row = store.get('SELECT * FROM plugin_setting WHERE id = ?', id);
    const { name, type, info, includes = [], dependencies, extensions = {} } = json;
    const lists = { addedLinks: [], addedComponents: [], addedFunctions: [], exposedComponents: [], extensionPoints: [] };
    return {
      ...{ name, type, id, enabled: type === 'app' ? Boolean(row?.enabled) : true, pinned: Boolean(row?.pinned) },
      ...{ autoEnabled: false, module: `public/plugins/${id}/module.js`, baseUrl: `public/plugins/${id}`, info, includes },
      ...{ dependencies, extensions: { ...lists, ...extensions }, jsonData: JSON.parse(row?.json_data ?? '{}') },
      ...{ secureJsonFields: {}, defaultNavUrl: `/plugins/${id}/`, signature: 'unsigned', loadingStrategy: 'script' },
    };
  };
  router.add('GET /api/plugins/:id/settings', ({ params, user }) => {
    const settings = settingsOf(params.id ?? '');
    access.demand(user, 'plugins.app:access', `plugins:id:${params.id}`);
    return settings;
  });
  router.add('POST /api/plugins/:id/settings', ({ params, user, body }) => {
    const now = settingsOf(params.id ?? '');
    access.demand(user, 'plugins:write', `plugins:id:${params.id}`);
    store.run(
      `INSERT INTO plugin_setting (id, enabled, pinned, json_data) VALUES (?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET enabled = excluded.enabled, pinned = excluded.pinned, json_data = excluded.json_data`,
      ...[params.id, Number(Boolean(body?.enabled)), Number(Boolean(body?.pinned))],
      JSON.stringify(body?.jsonData ?? now.jsonData)
    );
    return { message: 'Plugin settings updated' };
  });
  return settingsOf;
}

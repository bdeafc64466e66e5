// @ts-check
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeAccess } from './access.mjs';
import { addAnnotationRoutes, makeAnnotations } from './annotations.mjs';
import { addDashboardRoutes } from './dashboards.mjs';
import { Refusal, makeRouter, readBody, sendJson, unauthorized } from './http.mjs';
import { VERSION, addPageRoutes } from './page.mjs';
import { addPluginRoutes } from './plugins.mjs';
import { provision } from './provisioning.mjs';
import { openStore } from './store.mjs';
import { addUserRoutes, signedIn } from './users.mjs';
import { answerQueries } from './wave.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const port = Number(process.env.PORT || 3000);
const host = process.env.HOST || '127.0.0.1';
const dataDir = resolve(process.env.DATA_DIR || join(root, '.preview-data'));
const provisioning = resolve(process.env.GF_PATHS_PROVISIONING || join(root, 'provisioning'));
const bundle = join(root, 'preview', 'dist');
const dist = resolve(process.env.PLUGIN_DIST || join(root, 'dist'));

function stop(message) {
  console.error(message);
  process.exit(1);
}

if (!(port > 0 && port < 65536)) {
  stop(`PORT=${process.env.PORT} is not a port number.`);
}
if (!existsSync(join(bundle, 'page.js'))) {
  stop('The preview page is not built. Run: npm run build --prefix preview');
}
if (!existsSync(join(dist, 'module.js'))) {
  stop('The plugin is not built. Run: npm run build');
}

/**
 * @typedef {object} Host what the routes are made from
 * @property {ReturnType<typeof makeRouter>} router
 * @property {import('./store.mjs').Store} store
 * @property {import('./access.mjs').Access} access
 * @property {import('./annotations.mjs').Annotations} annotations
 * @property {{ uid: string, name: string, type: string, isDefault: boolean }[]} sources
 * @property {string} dist the built plugin
 * @property {string} bundle the built page
 * @property {string} packages the preview's node_modules
 */

/** Puts routes and store together. Called once the port is ours: two previews must not share a store by accident. */
function assemble() {
  const store = openStore(dataDir, process.argv.includes('--fresh'));
  const { sources } = provision(store, provisioning);
  const access = makeAccess(store);
  const annotations = makeAnnotations(store, access);
  const router = makeRouter();
  const packages = join(root, 'preview', 'node_modules');
  const parts = { router, store, access, annotations, dist, bundle, packages, sources };

  router.add('GET /api/health', () => ({ database: 'ok', version: VERSION, commit: '' }), true);
  router.add('POST /api/ds/query', ({ body }) => answerQueries(body ?? {}));
  addAnnotationRoutes(router, annotations, access);
  addDashboardRoutes(parts);
  addUserRoutes(parts);
  const settingsOf = addPluginRoutes(parts);
  const sendPage = addPageRoutes({ ...parts, settingsOf });
  return { store, router, sendPage };
}

/** @param {ReturnType<typeof assemble>} preview @param {import('./http.mjs').Call} call */
async function answer({ store, router, sendPage }, call) {
  const { request, response, url } = call;
  const found = router.find(request.method ?? 'GET', url.pathname);
  call.user = signedIn(store, request);
  if (!found && request.method === 'GET' && !/^\/(api|apis|public|avatar)\//.test(url.pathname)) {
    sendPage(call);
    return;
  }
  if (!call.user && !found?.route.open) {
    throw unauthorized('auth.unauthorized', 'Unauthorized');
  }
  if (!found) {
    throw new Refusal(404, 'Not found');
  }
  call.params = found.params;
  call.body = await readBody(request);
  const body = await found.route.handle(call);
  if (!response.headersSent && body !== undefined) {
    sendJson(response, response.statusCode, body);
  }
}

function listen() {
  /** @type {ReturnType<typeof assemble> | undefined} */
  let preview;
  const server = createServer(async (request, response) => {
    try {
      const url = new URL(request.url ?? '/', `http://${request.headers.host ?? 'localhost'}`);
      if (!preview) {
        throw new Refusal(503, 'The preview is starting');
      }
      await answer(preview, { request, response, url, params: {}, body: undefined, user: undefined });
    } catch (error) {
      const refusal = error instanceof Refusal ? error : new Refusal(500, 'Internal Server Error');
      if (!(error instanceof Refusal)) {
        console.error(error);
      }
      sendJson(response, refusal.status, refusal.body);
    }
  });
  server.on('error', (error) => {
    const taken = error.code === 'EADDRINUSE';
    stop(taken ? `Port ${port} is taken. Choose another: PORT=${port + 1} npm start` : `The preview cannot start: ${error.message}`);
  });
  server.listen(port, host, () => {
    try {
      preview = assemble();
    } catch (error) {
      stop(`The preview cannot open its store in ${dataDir}: ${error instanceof Error ? error.message : error}`);
    }
    console.log(`Near Miss preview: http://localhost:${port}  (admin/admin, editor/editor, viewer/viewer)`);
  });
  const close = () => {
    server.close(() => {
      preview?.store.close();
      process.exit(0);
    });
    server.closeAllConnections();
  };
  process.on('SIGINT', close);
  process.on('SIGTERM', close);
}

listen();

// @ts-check
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { annotationRules } from './annotationRules.mjs';
import { addAnnotationRoutes } from './annotations.mjs';
import { addDashboardRoutes, addSearchRoute } from './dashboards.mjs';
import { addFolderRoutes, addLibraryRoutes } from './folders.mjs';
import { makeHost } from './host.mjs';
import { Refusal, readBody, sendJson, unauthorized } from './http.mjs';
import { BUNDLE, VERSION, addFileRoutes, sendPage } from './page.mjs';
import { addPluginRoutes } from './plugins.mjs';
import { provision } from './provisioning.mjs';
import { addAccountRoutes, addAdminRoutes, isAnonymous, makeAnonymous, signedIn } from './users.mjs';
import { addUserStorage } from './userStorage.mjs';
import { answerQueries } from './wave.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { PORT = '3000', HOST = '127.0.0.1', DATA_DIR, GF_PATHS_PROVISIONING, PLUGIN_DIST, ANONYMOUS, ANNOTATIONS = 'legacy' } = process.env;
const dataDir = resolve(DATA_DIR || join(root, '.preview-data'));
const provisioning = resolve(GF_PATHS_PROVISIONING || join(root, 'provisioning'));
const dist = resolve(PLUGIN_DIST || join(root, 'dist'));

function stop(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

function demandBuilds() {
  if (!(Number(PORT) > 0 && Number(PORT) < 65536)) {
    stop(`PORT=${PORT} is not a port number.`);
  }
  if (!existsSync(join(BUNDLE, 'page.js'))) {
    stop('The preview page is not built. Run: npm run build --prefix preview');
  }
  if (!existsSync(join(dist, 'module.js'))) {
    stop('The plugin is not built. Run: npm run build');
  }
}

/** Puts routes and store together. Called once the port is ours. */
function assemble() {
  const host = makeHost(dataDir, process.argv.includes('--fresh'), dist, annotationRules(ANNOTATIONS));
  const sources = provision(host.store, provisioning);
  host.router.add('GET /api/health', () => ({ database: 'ok', version: VERSION, commit: '' }), true);
  host.router.add('POST /api/ds/query', ({ body }) => answerQueries(body ?? {}));
  addAnnotationRoutes(host);
  addDashboardRoutes(host);
  addSearchRoute(host);
  addFolderRoutes(host);
  addLibraryRoutes(host);
  addAccountRoutes(host);
  addAdminRoutes(host);
  addUserStorage(host);
  addPluginRoutes(host);
  addFileRoutes(host);
  return { ...host, sendPage: (call) => sendPage(host, sources, call) };
}

/** @param {ReturnType<typeof assemble> | undefined} preview */
async function answer(preview, request, response) {
  if (!preview) {
    throw new Refusal(503, 'The preview is starting');
  }
  const url = new URL(request.url, `http://${request.headers.host ?? 'localhost'}`);
  const found = preview.router.find(request.method, url.pathname);
  const user = signedIn(preview.store, request) ?? (ANONYMOUS === '1' ? makeAnonymous() : undefined);
  const call = { request, response, url, user, params: found?.params ?? {}, body: undefined };
  if (!found && request.method === 'GET' && !/^\/(api|apis|public|avatar)\//.test(url.pathname)) {
    preview.sendPage(call);
    return;
  }
  const nobody = !user || (isAnonymous(user) && /^\/api\/user(\/|$)/.test(url.pathname));
  if (nobody && !found?.route.open) {
    throw unauthorized('auth.unauthorized', 'Unauthorized');
  }
  if (!found) {
    throw new Refusal(404, 'Not found');
  }
  call.body = await readBody(request);
  const body = await found.route.handle(call);
  if (body !== undefined) {
    sendJson(response, response.statusCode, body);
  }
}

function listen() {
  /** @type {ReturnType<typeof assemble> | undefined} */
  let preview;
  const server = createServer((request, response) => {
    answer(preview, request, response).catch((error) => {
      const refusal = error instanceof Refusal ? error : new Refusal(500, 'Internal Server Error');
      if (refusal !== error) {
        process.stderr.write(`${error.stack}\n`);
      }
      sendJson(response, refusal.status, refusal.body);
    });
  });
  server.on('error', (error) => {
    const taken = 'code' in error && error.code === 'EADDRINUSE';
    stop(
      taken ? `Port ${PORT} is taken. Choose another: PORT=${Number(PORT) + 1} npm start` : `The preview cannot start: ${error.message}`
    );
  });
  server.listen(Number(PORT), HOST, () => {
    try {
      preview = assemble();
    } catch (error) {
      stop(`The preview cannot open its store in ${dataDir}: ${error instanceof Error ? error.message : error}`);
    }
    process.stdout.write(`Preview at http://localhost:${PORT} (admin/admin, editor/editor, viewer/viewer)\n`);
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

demandBuilds();
listen();

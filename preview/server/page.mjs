// @ts-check
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readPlugins, sendFile } from './plugins.mjs';

/** @typedef {import('./http.mjs').Call} Call */

export const VERSION = '13.2.3';

/** @param {any} value safe inside a script element */
const inScript = (value) => JSON.stringify(value).replace(/</g, '\\u003c');

const avatarOf = (email) => `/avatar/${createHash('md5').update(email.toLowerCase()).digest('hex')}`;

/** @param {import('./main.mjs').Host & { settingsOf: (id: string) => any }} host */
export function addPageRoutes({ router, store, access, dist, bundle, packages, settingsOf, sources }) {
  function bootUser(user, url) {
    if (!user) {
      return { isSignedIn: false, id: 0, uid: '', login: '', orgRole: '', theme: 'dark', timezone: 'browser', permissions: {} };
    }
    const preferences = JSON.parse(user.preferences);
    const { id, uid, login, email, name, role } = user;
    const permissions = Object.fromEntries(Object.keys(access.permissionsOf(user)).map((action) => [action, true]));
    return {
      ...{ isSignedIn: true, id, uid, login, email, name: name || login, orgId: 1, orgName: 'Main Org.', orgRole: role },
      ...{ orgCount: 1, isGrafanaAdmin: Boolean(user.is_admin), gravatarUrl: avatarOf(email), permissions },
      theme: url.searchParams.get('theme') || preferences.theme || 'dark',
      ...{ timezone: preferences.timezone || 'browser', weekStart: '', locale: 'en-US', language: 'en-US', regionalFormat: 'en-US' },
    };
  }

  /** The panels and apps of the boot settings, as Grafana lists them. */
  function bootPlugins() {
    const found = readPlugins(dist);
    const app = found.find(({ json }) => json.type === 'app')?.json;
    const enabled = app ? settingsOf(app.id).enabled : false;
    const entry = (json) => {
      const { id, name, info, type, extensions, dependencies, skipDataQuery = false } = settingsOf(json.id);
      const module = `public/plugins/${id}/module.js`;
      const meta = { id, name, info, type, module, baseUrl: `public/plugins/${id}`, path: module, extensions, dependencies };
      return [
        id,
        { ...meta, version: info.version, preload: false, loadingStrategy: 'script', skipDataQuery: json.skipDataQuery ?? skipDataQuery },
      ];
    };
    const of = (type) => found.filter(({ json }) => json.type === type).map(({ json }) => entry(json));
    return { apps: Object.fromEntries(of('app')), panels: Object.fromEntries(of('panel')), enabled };
  }

  function html({ user, url }) {
    const { apps, panels, enabled } = bootPlugins();
    const settings = {
      ...{ appSubUrl: '', appUrl: `${url.origin}/`, namespace: 'default', apps, panels, previewAppEnabled: enabled },
      ...{
        buildInfo: {
          version: VERSION,
          versionString: `Near Miss preview (packages ${VERSION})`,
          commit: '',
          env: 'development',
          edition: 'Preview',
        },
      },
      datasources: Object.fromEntries(sources.map((source) => [source.name, source])),
      ...{ featureToggles: {}, licenseInfo: {}, unifiedAlertingEnabled: false, liveEnabled: false, exploreEnabled: false },
    };
    const boot = { user: bootUser(user, url), settings, navTree: [], assets: { dark: '', light: '' } };
    return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Near Miss preview</title><link rel="icon" href="data:,"><base href="/"><style>body { margin: 0 }</style>
<link rel="stylesheet" href="/public/preview/page.css">
<script>window.grafanaBootData = ${inScript(boot)};</script>
<script type="module" src="/public/preview/page.js"></script>
</head>
<body class="theme-${boot.user.theme}"><div id="reactRoot"></div><div id="grafana-portal-container"></div></body>
</html>`;
  }

  router.add('GET /public/preview/*file', (call) => sendFile(call, bundle, call.params.file ?? ''), true);
  const icons = join(packages, '@grafana', 'ui', 'dist', 'public', 'img', 'icons');
  router.add(
    'GET /public/build/img/icons/*file',
    (call) => {
      if (existsSync(join(icons, call.params.file ?? ''))) {
        return sendFile(call, icons, call.params.file ?? '');
      }
      // The package lacks some of its own icons.
      call.response.writeHead(200, { 'Content-Type': 'image/svg+xml' });
      call.response.end('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"/>');
    },
    true
  );
  router.add(
    'GET /public/fonts/:family/*file',
    (call) => {
      const family = call.params.family === 'inter' ? 'inter' : 'roboto-mono';
      const weight = /Medium/.test(call.params.file ?? '') ? 500 : 400;
      const style = /Italic/.test(call.params.file ?? '') ? 'italic' : 'normal';
      sendFile(call, join(packages, '@fontsource', family, 'files'), `${family}-latin-${weight}-${style}.woff2`);
    },
    true
  );
  router.add(
    'GET /avatar/:hash',
    ({ response, params }) => {
      const hue = parseInt((params.hash ?? '0').slice(0, 4), 16) % 360;
      response.writeHead(200, { 'Content-Type': 'image/svg+xml' });
      response.end(
        `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><rect width="8" height="8" fill="hsl(${hue} 40% 45%)"/></svg>`
      );
    },
    true
  );

  /** Pages: anything that is not an API. @param {Call} call */
  return function sendPage(call) {
    if (!call.user && call.url.pathname !== '/login') {
      const back = encodeURIComponent(call.url.pathname + call.url.search);
      call.response.writeHead(302, { Location: `/login?redirectTo=${back}` }).end();
      return;
    }
    call.response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' });
    call.response.end(html(call));
  };
}

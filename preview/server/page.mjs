// @ts-check
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { avatarOf } from './annotationSearch.mjs';
import { readPlugins, sendFile, settingsOf } from './plugins.mjs';
import { isAnonymous } from './users.mjs';

export const VERSION = '13.2.3';
export const BUNDLE = fileURLToPath(new URL('../dist', import.meta.url));
const PACKAGES = fileURLToPath(new URL('../node_modules', import.meta.url));
const ICONS = join(PACKAGES, '@grafana', 'ui', 'dist', 'public', 'img', 'icons');

/** @param {import('./host.mjs').Host} host */
export function addFileRoutes({ router }) {
  const sendSvg = ({ response }, inside) => {
    response.writeHead(200, { 'Content-Type': 'image/svg+xml' });
    response.end(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8">${inside}</svg>`);
  };
  const sendFont = (call) => {
    const family = call.params.family === 'inter' ? 'inter' : 'roboto-mono';
    const weight = call.params.file.includes('Medium') ? 500 : 400;
    const style = call.params.file.includes('Italic') ? 'italic' : 'normal';
    sendFile(call, join(PACKAGES, '@fontsource', family, 'files'), `${family}-latin-${weight}-${style}.woff2`);
  };
  // The package lacks some of its own icons.
  const sendIcon = (call) => (existsSync(join(ICONS, call.params.file)) ? sendFile(call, ICONS, call.params.file) : sendSvg(call, ''));
  const hueOf = (hash) => parseInt(hash.slice(0, 4), 16) % 360;
  const sendAvatar = (call) => sendSvg(call, `<rect width="8" height="8" fill="hsl(${hueOf(call.params.hash)} 40% 45%)"/>`);
  router.add('GET /public/preview/*file', (call) => sendFile(call, BUNDLE, call.params.file), true);
  router.add('GET /public/build/img/icons/*file', sendIcon, true);
  router.add('GET /public/fonts/:family/*file', sendFont, true);
  router.add('GET /avatar/:hash', sendAvatar, true);
}

/** @param {import('./host.mjs').Host} host @param {URL} url */
function bootUser({ access }, user, url) {
  if (!user) {
    return { isSignedIn: false, id: 0, uid: '', login: '', orgRole: '', theme: 'dark', timezone: 'browser', permissions: {} };
  }
  const { id, uid, login, email, name, role, is_admin: isAdmin } = user;
  const { theme = 'dark', timezone = 'browser' } = JSON.parse(user.preferences);
  const permissions = Object.fromEntries(Object.keys(access.permissionsOf(user)).map((action) => [action, true]));
  return {
    ...{
      isSignedIn: !isAnonymous(user),
      id,
      uid,
      login,
      email,
      name: name || login,
      orgId: 1,
      orgName: 'Main Org.',
      orgRole: role,
      orgCount: 1,
    },
    ...{ isGrafanaAdmin: Boolean(isAdmin), gravatarUrl: avatarOf(email), permissions },
    ...{ theme: url.searchParams.get('theme') || theme, timezone, weekStart: '', language: 'en-US', regionalFormat: 'en-US' },
  };
}

function bootSettings(host, sources, url) {
  const listed = (wanted) => {
    const ids = readPlugins(host.dist).flatMap(({ json: { id, type } }) => (type === wanted ? [id] : []));
    return ids.map((id) => {
      const settings = settingsOf(host, id);
      return [id, { ...settings, path: settings.module, version: settings.info.version, preload: false }];
    });
  };
  return {
    ...{ appSubUrl: '', appUrl: `${url.origin}/`, namespace: 'default' },
    ...{ apps: Object.fromEntries(listed('app')), panels: Object.fromEntries(listed('panel')) },
    buildInfo: { version: VERSION, versionString: `Near Miss preview (${VERSION})`, commit: '', env: 'development', edition: 'Preview' },
    datasources: Object.fromEntries(sources.map((source) => [source.name, source])),
    ...{ featureToggles: {}, licenseInfo: {}, unifiedAlertingEnabled: false, liveEnabled: false, exploreEnabled: false },
  };
}

/** Sends the page, with its boot data; to the login when nobody is signed in, or where an anonymous reader asks for it. */
export function sendPage(host, sources, { user, url, response }) {
  const isLogin = url.pathname === '/login';
  const forced = isAnonymous(user) && url.searchParams.has('forceLogin');
  url.searchParams.delete('forceLogin');
  if ((!user || forced) && !isLogin) {
    response.writeHead(302, { Location: `/login?redirectTo=${encodeURIComponent(url.pathname + url.search)}` }).end();
    return;
  }
  const boot = {
    user: bootUser(host, isLogin ? undefined : user, url),
    settings: bootSettings(host, sources, url),
    navTree: [],
    assets: { dark: '', light: '' },
  };
  const script = JSON.stringify(boot).replace(/</g, '\\u003c');
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Near Miss preview</title><link rel="icon" href="data:,"><base href="/"><style>body { margin: 0 }</style>
<link rel="stylesheet" href="/public/preview/page.css">
<script>window.grafanaBootData = ${script};</script>
<script type="module" src="/public/preview/page.js"></script>
</head>
<body><div id="reactRoot"></div></body>
</html>`);
}

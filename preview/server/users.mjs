// @ts-check
import { createHash } from 'node:crypto';
import { Refusal, unauthorized } from './http.mjs';
import { hashPassword, isPassword, makeUid } from './store.mjs';

const COOKIE = 'grafana_session';

/**
 * @param {import('./store.mjs').Store} store
 * @param {{ login: string, email?: string, name?: string, password: string, role?: string }} user
 * @returns {number} the new user's id
 */
export function addUser(store, { login, email = '', name = '', password, role = 'Viewer' }) {
  const names = { uid: makeUid(), login: login.toLowerCase(), email: email.toLowerCase(), name };
  return store.insert('user', { ...names, password: hashPassword(password), role, is_admin: Number(login === 'admin') });
}

const byName = (store, name) => store.get('SELECT * FROM user WHERE login = ? OR email = ?', name.toLowerCase(), name.toLowerCase());

/** Slow hashes are checked once a password; Basic auth comes with every call. */
const checked = new Map();

function checkPassword(store, name, password) {
  const user = byName(store, name);
  const seal = createHash('sha256').update(`${user?.password}\n${password}`).digest('hex');
  if (user && !checked.has(seal)) {
    checked.set(seal, isPassword(password, user.password));
  }
  if (!user || !checked.get(seal)) {
    throw unauthorized('password-auth.failed', 'Invalid username or password');
  }
  return user;
}

const tokenOf = ({ headers }) => new RegExp(`(?:^|; )${COOKIE}=([0-9a-f]+)`).exec(headers.cookie ?? '')?.[1] ?? '';

/** The user of a request, by Basic auth or session; undefined when nobody is signed in. */
export function signedIn(store, request) {
  const [, basic] = /^Basic (.+)$/i.exec(request.headers.authorization ?? '') ?? [];
  if (basic) {
    const [, name, password] = /^([^:]*):([^]*)$/.exec(Buffer.from(basic, 'base64').toString('utf8')) ?? [];
    return checkPassword(store, name ?? '', password ?? '');
  }
  return store.get('SELECT user.* FROM user JOIN session ON user_id = user.id WHERE token = ?', tokenOf(request));
}

/** Who is not signed in where anonymous access is on (`ANONYMOUS=1`): a Viewer without id, login or anything of their own. */
export const makeAnonymous = () => ({
  ...{ id: 0, uid: '', login: '', email: '', name: '' },
  role: 'Viewer',
  is_admin: 0,
  preferences: '{}',
});
export const isAnonymous = (user) => user?.id === 0;

/** Signing in and out, and what a user may know of themselves. @param {import('./host.mjs').Host} host */
export function addAccountRoutes({ router, store, access }) {
  const logIn = ({ body, response }) => {
    const user = checkPassword(store, String(body?.user ?? ''), String(body?.password ?? ''));
    const token = makeUid(16);
    store.insert('session', { token, user_id: user.id });
    response.setHeader('Set-Cookie', `${COOKIE}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=2592000`);
    return { message: 'Logged in', redirectUrl: '/' };
  };
  router.add('POST /login', logIn, true);
  router.add('GET /logout', ({ response, request }) => {
    store.run('DELETE FROM session WHERE token = ?', tokenOf(request));
    response.writeHead(302, { Location: '/login', 'Set-Cookie': `${COOKIE}=; Path=/; Max-Age=0` }).end();
  });
  router.add('GET /api/user', ({ user: { id, uid, login, email, name, is_admin: isAdmin } }) => ({
    ...{ id, uid, login, email, name, orgId: 1, theme: '', isGrafanaAdmin: Boolean(isAdmin), isDisabled: false, authLabels: [] },
  }));
  router.add('GET /api/org', () => ({ id: 1, name: 'Main Org.', address: {} }));
  router.add('GET /api/teams/search', () => ({ totalCount: 0, teams: [], page: 1, perPage: 1000 }));
  router.add('GET /api/access-control/user/permissions', ({ user }) => access.permissionsOf(user));
  router.add('GET /api/user/preferences', ({ user }) => JSON.parse(user.preferences));
  router.add('PATCH /api/user/preferences', ({ user, body }) => {
    const preferences = JSON.stringify({ ...JSON.parse(user.preferences), ...body });
    store.update('user', { preferences }, 'id = ?', user.id);
    return { message: 'Preferences updated' };
  });
}

/** Grafana's defaults: nothing is cleaned up. */
const KEPT = { max_age: '', max_annotations_to_keep: '' };
const SETTINGS = {
  annotations: { cleanupjob_batchsize: '100', tags_length: '500' },
  'annotations.api': KEPT,
  'annotations.dashboard': KEPT,
};

/** Users made and removed by an Admin, as the end-to-end specs do; what a server administrator may read. @param {import('./host.mjs').Host} host */
export function addAdminRoutes({ router, store, access }) {
  router.add('GET /api/admin/settings', ({ user }) => {
    access.demand(user, 'settings:read', 'settings:*');
    return SETTINGS;
  });
  router.add('GET /api/users/lookup', ({ url, user }) => {
    access.demand(user, 'org.users:read', 'users:*');
    const found = byName(store, url.searchParams.get('loginOrEmail') ?? '');
    if (!found) {
      throw new Refusal(404, 'user not found');
    }
    return { id: found.id, uid: found.uid, login: found.login, email: found.email, name: found.name, orgId: 1 };
  });
  router.add('GET /api/org/users', ({ user }) => {
    access.demand(user, 'org.users:read', 'users:*');
    return store.all('SELECT 1 AS orgId, id AS userId, uid, login, email, name, role FROM user ORDER BY id');
  });
  router.add('POST /api/admin/users', ({ user, body }) => {
    access.demand(user, 'users:create', 'global.users:*');
    const { password, email = '', login = email } = body ?? {};
    if (!password || !login) {
      throw new Refusal(400, 'Validation error, need to specify either username or email, and a password');
    }
    if (byName(store, login) || (email && byName(store, email))) {
      throw new Refusal(412, `User with email '${email}' or username '${login}' already exists`);
    }
    const id = addUser(store, { login, email, name: body.name, password });
    return { id, uid: store.get('SELECT uid FROM user WHERE id = ?', id).uid, message: 'User created' };
  });
  router.add('DELETE /api/admin/users/:id', ({ user, params }) => {
    access.demand(user, 'users:delete', `global.users:id:${params.id}`);
    ['session', 'grants'].forEach((table) => store.run(`DELETE FROM ${table} WHERE user_id = ?`, Number(params.id)));
    store.run('DELETE FROM user WHERE id = ?', Number(params.id));
    return { message: 'User deleted' };
  });
  const setRole = ({ user, params, body }) => {
    access.demand(user, 'org.users:write', `users:id:${params.id}`);
    if (!['Viewer', 'Editor', 'Admin'].includes(body?.role)) {
      throw new Refusal(400, 'Invalid role specified');
    }
    store.update('user', { role: body.role }, 'id = ?', Number(params.id));
    return { message: 'Organization user updated' };
  };
  router.add('PATCH /api/org/users/:id', setRole);
  router.add('PATCH /api/orgs/:org/users/:id', setRole);
}

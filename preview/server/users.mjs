// @ts-check
import { createHash } from 'node:crypto';
import { Refusal, unauthorized } from './http.mjs';
import { hashPassword, isPassword, makeUid } from './store.mjs';

/** @typedef {import('./http.mjs').Call} Call */
/** @typedef {import('./store.mjs').Store} Store */

const COOKIE = 'grafana_session';
const STORAGE = '/apis/userstorage.grafana.app/v0alpha1/namespaces/:namespace/user-storage';

/** @param {Store} store @param {{ login: string, email?: string, name?: string, password: string, role?: string }} user */
export function addUser(store, { login, email = '', name = '', password, role = 'Viewer' }) {
  return store.run(
    'INSERT INTO user (uid, login, email, name, password, role, is_admin) VALUES (?, ?, ?, ?, ?, ?, ?)',
    ...[makeUid(), login.toLowerCase(), email.toLowerCase(), name, hashPassword(password), role, login === 'admin' ? 1 : 0]
  );
}

const byName = (store, name) => store.get('SELECT * FROM user WHERE login = ? OR email = ?', name.toLowerCase(), name.toLowerCase());

/** Slow hashes are checked once a password; Basic auth comes with every call. */
const checked = new Map();

/** @param {Store} store @param {string} name @param {string} password */
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

/** @param {Store} store @param {import('node:http').IncomingMessage} request @returns the user, undefined when nobody is signed in */
export function signedIn(store, request) {
  const basic = /^Basic (.+)$/i.exec(request.headers.authorization ?? '');
  if (basic) {
    const [name = '', ...rest] = Buffer.from(basic[1] ?? '', 'base64')
      .toString('utf8')
      .split(':');
    return checkPassword(store, name, rest.join(':'));
  }
  const token = new RegExp(`(?:^|; )${COOKIE}=([0-9a-f]+)`).exec(request.headers.cookie ?? '')?.[1];
  return token && store.get('SELECT user.* FROM user JOIN session ON user_id = user.id WHERE token = ?', token);
}

/** @param {import('./main.mjs').Host} host */
export function addUserRoutes({ router, store, access }) {
  router.add(
    'POST /login',
    ({ body, response }) => {
      const user = checkPassword(store, String(body?.user ?? ''), String(body?.password ?? ''));
      const token = makeUid(16);
      store.run('INSERT INTO session (token, user_id) VALUES (?, ?)', token, user.id);
      response.setHeader('Set-Cookie', `${COOKIE}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=2592000`);
      return { message: 'Logged in', redirectUrl: '/' };
    },
    true
  );
  router.add('GET /logout', ({ response, request }) => {
    const token = new RegExp(`${COOKIE}=([0-9a-f]+)`).exec(request.headers.cookie ?? '')?.[1] ?? '';
    store.run('DELETE FROM session WHERE token = ?', token);
    response.setHeader('Set-Cookie', `${COOKIE}=; Path=/; Max-Age=0`);
    response.writeHead(302, { Location: '/login' }).end();
  });

  router.add('GET /api/user', ({ user }) => ({
    ...{ id: user.id, uid: user.uid, login: user.login, email: user.email, name: user.name, orgId: 1, theme: '' },
    ...{ isGrafanaAdmin: Boolean(user.is_admin), isDisabled: false, isExternal: false, authLabels: [] },
  }));
  router.add('GET /api/org', () => ({ id: 1, name: 'Main Org.', address: {} }));
  router.add('GET /api/user/orgs', ({ user }) => [{ orgId: 1, name: 'Main Org.', role: user.role }]);
  router.add('GET /api/user/teams', () => []);
  router.add('GET /api/teams/search', () => ({ totalCount: 0, teams: [], page: 1, perPage: 1000 }));
  router.add('GET /api/access-control/user/permissions', ({ user }) => access.permissionsOf(user));
  router.add('GET /api/user/preferences', ({ user }) => JSON.parse(user.preferences));
  const prefer = ({ user, body }) => {
    const preferences = { ...JSON.parse(user.preferences), ...body };
    store.run('UPDATE user SET preferences = ? WHERE id = ?', JSON.stringify(preferences), user.id);
    return { message: 'Preferences updated' };
  };
  router.add('PUT /api/user/preferences', prefer);
  router.add('PATCH /api/user/preferences', prefer);

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
    const rows = store.all('SELECT * FROM user ORDER BY id');
    return rows.map(({ id, uid, login, email, name, role }) => ({ orgId: 1, userId: id, uid, login, email, name, role }));
  });
  router.add('POST /api/admin/users', ({ user, body }) => {
    access.demand(user, 'users:create', undefined);
    if (!body?.password || !(body.login || body.email)) {
      throw new Refusal(400, 'Validation error, need to specify either username or email, and a password');
    }
    const login = body.login || body.email;
    if (byName(store, login) || (body.email && byName(store, body.email))) {
      throw new Refusal(412, `User with email '${body.email ?? ''}' or username '${login}' already exists`);
    }
    const id = addUser(store, { ...body, login });
    return { id, uid: store.get('SELECT uid FROM user WHERE id = ?', id).uid, message: 'User created' };
  });
  router.add('DELETE /api/admin/users/:id', ({ user, params }) => {
    access.demand(user, 'users:delete', `global.users:id:${params.id}`);
    const id = Number(params.id);
    store.run('DELETE FROM session WHERE user_id = ?', id);
    store.run('DELETE FROM grants WHERE user_id = ?', id);
    store.run('DELETE FROM user WHERE id = ?', id);
    return { message: 'User deleted' };
  });
  const setRole = ({ user, params, body }) => {
    access.demand(user, 'org.users:read', 'users:*');
    if (!['Viewer', 'Editor', 'Admin'].includes(body?.role)) {
      throw new Refusal(400, 'Invalid role specified');
    }
    store.run('UPDATE user SET role = ? WHERE id = ?', body.role, Number(params.id));
    return { message: 'Organization user updated' };
  };
  router.add('PATCH /api/org/users/:id', setRole);
  router.add('PATCH /api/orgs/:org/users/:id', setRole);

  addUserStorage(router, store);
}

/** Kubernetes' way to say no. */
const status = (code, reason, message) =>
  new Refusal(code, { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure', message, reason, code });

/** What @grafana/runtime's UserStorage calls: one object a service and user, that user's alone. */
function addUserStorage(router, store) {
  const asObject = (row) => ({
    kind: 'UserStorage',
    apiVersion: 'userstorage.grafana.app/v0alpha1',
    metadata: { name: row.name, namespace: 'default', resourceVersion: String(row.version), labels: JSON.parse(row.labels) },
    spec: JSON.parse(row.spec),
  });
  const own = ({ params, user }) => {
    const name = params.name ?? '';
    if (!name.endsWith(`:${user.uid}`)) {
      throw status(403, 'Forbidden', `user-storage.userstorage.grafana.app "${name}" is forbidden`);
    }
    const row = store.get('SELECT * FROM user_storage WHERE name = ?', name);
    if (!row) {
      throw status(404, 'NotFound', `user-storage.userstorage.grafana.app "${name}" not found`);
    }
    return row;
  };
  const write = (row, data) => {
    const kept = Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null));
    const sql = 'UPDATE user_storage SET spec = ?, version = version + 1 WHERE name = ?';
    store.run(sql, JSON.stringify({ data: kept }), row.name);
    return asObject(store.get('SELECT * FROM user_storage WHERE name = ?', row.name));
  };
  router.add(`GET ${STORAGE}/:name`, (call) => asObject(own(call)));
  router.add(`PATCH ${STORAGE}/:name`, (call) => {
    const row = own(call);
    return write(row, { ...JSON.parse(row.spec).data, ...call.body?.spec?.data });
  });
  router.add(`PUT ${STORAGE}/:name`, (call) => write(own(call), call.body?.spec?.data ?? {}));
  router.add(`DELETE ${STORAGE}/:name`, (call) => {
    store.run('DELETE FROM user_storage WHERE name = ?', own(call).name);
    return { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Success' };
  });
  router.add(`POST ${STORAGE}`, ({ body, user, response }) => {
    const { name = '', labels = {} } = body?.metadata ?? {};
    if (!name.endsWith(`:${user.uid}`)) {
      throw status(403, 'Forbidden', `user-storage.userstorage.grafana.app "${name}" is forbidden`);
    }
    if (store.get('SELECT name FROM user_storage WHERE name = ?', name)) {
      throw status(409, 'AlreadyExists', `user-storage.userstorage.grafana.app "${name}" already exists`);
    }
    const insert = 'INSERT INTO user_storage (name, user_uid, labels, spec, version) VALUES (?, ?, ?, ?, 1)';
    store.run(insert, name, user.uid, JSON.stringify(labels), JSON.stringify(body.spec ?? { data: {} }));
    response.statusCode = 201;
    return asObject(store.get('SELECT * FROM user_storage WHERE name = ?', name));
  });
}

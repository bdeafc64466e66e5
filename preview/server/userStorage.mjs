// @ts-check
import { Refusal } from './http.mjs';

const PATH = '/apis/userstorage.grafana.app/v0alpha1/namespaces/:namespace/user-storage';

/** Kubernetes' way to say no. */
const no = (code, reason, name, message) =>
  new Refusal(code, {
    ...{ kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure', reason, code },
    message: `user-storage.userstorage.grafana.app "${name}" ${message}`,
  });

const toObject = ({ name, version, labels, spec }) => ({
  ...{ kind: 'UserStorage', apiVersion: 'userstorage.grafana.app/v0alpha1' },
  metadata: { name, namespace: 'default', resourceVersion: String(version), labels: JSON.parse(labels) },
  spec: JSON.parse(spec),
});

/** What UserStorage of @grafana/runtime calls: one object a service and user, that user's alone. @param {import('./host.mjs').Host} host */
export function addUserStorage({ router, store }) {
  const refuseOthers = (name, user) => {
    if (!name.endsWith(`:${user.uid}`)) {
      throw no(403, 'Forbidden', name, 'is forbidden');
    }
  };
  const own = ({ params: { name }, user }) => {
    refuseOthers(name, user);
    const row = store.get('SELECT * FROM user_storage WHERE name = ?', name);
    if (!row) {
      throw no(404, 'NotFound', name, 'not found');
    }
    return row;
  };
  const write = (row, data) => {
    const kept = Object.fromEntries(Object.entries(data ?? {}).filter(([, value]) => value !== null));
    store.update('user_storage', { spec: JSON.stringify({ data: kept }), version: row.version + 1 }, 'name = ?', row.name);
    return toObject(store.get('SELECT * FROM user_storage WHERE name = ?', row.name));
  };
  router.add(`GET ${PATH}/:name`, (call) => toObject(own(call)));
  router.add(`PUT ${PATH}/:name`, (call) => write(own(call), call.body?.spec?.data));
  router.add(`PATCH ${PATH}/:name`, (call) => {
    const row = own(call);
    return write(row, { ...JSON.parse(row.spec).data, ...call.body?.spec?.data });
  });
  router.add(`POST ${PATH}`, ({ body, user, response }) => {
    const { name = '', labels = {} } = body?.metadata ?? {};
    refuseOthers(name, user);
    if (store.get('SELECT name FROM user_storage WHERE name = ?', name)) {
      throw no(409, 'AlreadyExists', name, 'already exists');
    }
    const row = { name, version: 1, labels: JSON.stringify(labels), spec: JSON.stringify(body.spec ?? { data: {} }) };
    store.insert('user_storage', row);
    response.statusCode = 201;
    return toObject(row);
  });
}

import { call, projectJson } from './host';

/** What a run makes for itself on the host, all under one random prefix. */
export interface World {
  prefix: string;
  folder: string;
  checkout: string;
  panel: string;
  users: Record<Role, Person>;
}

export type Role = 'editor' | 'colleague' | 'viewer';

export interface Person {
  id: number;
  login: string;
  password: string;
}

const ROLES: Record<Role, string> = { editor: 'Editor', colleague: 'Editor', viewer: 'Viewer' };
const TAGS = ['near-miss', 'near-miss-change', 'near-miss-retro', 'near-miss-marker'];

interface Found {
  id: number;
  login?: string;
  text?: string;
}

async function annotationsTagged(tag: string): Promise<Found[]> {
  const found = await call('GET', `/api/annotations?tags=${tag}&limit=20000`);
  return Array.isArray(found) ? found : [];
}

async function makeUser(prefix: string, role: Role): Promise<Person> {
  const login = `${prefix}-${role}`;
  const password = `${prefix}-secret`;
  const made = (await call('POST', '/api/admin/users', { name: login, login, password })) as { id: number };
  await call('PATCH', `/api/org/users/${made.id}`, { role: ROLES[role] });
  return { id: made.id, login, password };
}

async function makeDashboard(uid: string, folder: string, file: string): Promise<string> {
  const dashboard = { ...projectJson(file), id: null, uid, title: uid };
  await call('POST', '/api/dashboards/db', { dashboard, folderUid: folder, overwrite: true });
  return uid;
}

/** Refuses a host that holds near misses which are not examples: a run must not stand among people's own. */
export async function refuseUsedHost() {
  const own = (await annotationsTagged('near-miss')).filter(({ text }) => !text?.includes('"example":true'));
  if (own.length > 0 && process.env.ALLOW_USED !== '1') {
    throw new Error(`${own.length} near misses on this Grafana are not examples. Set ALLOW_USED=1 to run here all the same.`);
  }
}

export async function makeWorld(): Promise<World> {
  const prefix = `nm-e2e-${Math.random().toString(36).slice(2, 8)}`;
  const folder = `${prefix}-folder`;
  await call('POST', '/api/folders', { uid: folder, title: folder });
  return {
    prefix,
    folder,
    checkout: await makeDashboard(`${prefix}-checkout`, folder, 'provisioning/dashboards/checkout-service.json'),
    panel: await makeDashboard(`${prefix}-panel`, folder, 'provisioning/dashboards/near-misses.json'),
    users: {
      editor: await makeUser(prefix, 'editor'),
      colleague: await makeUser(prefix, 'colleague'),
      viewer: await makeUser(prefix, 'viewer'),
    },
  };
}

/** Removes everything under the prefix; goes on after a refusal and reports all of them at the end. */
export async function removeWorld(prefix: string) {
  const refused: unknown[] = [];
  const attempt = async (work: () => Promise<unknown>) => work().catch((error: unknown) => refused.push(error));
  for (const tag of TAGS) {
    const ours = (await annotationsTagged(tag)).filter(({ login }) => login?.startsWith(prefix));
    for (const { id } of ours) {
      await attempt(() => call('DELETE', `/api/annotations/${id}`));
    }
  }
  const dashboards = (await call('GET', `/api/search?type=dash-db&query=${prefix}`)) as Array<{ uid: string }>;
  for (const { uid } of dashboards.filter((each) => each.uid.startsWith(prefix))) {
    await attempt(() => call('DELETE', `/api/dashboards/uid/${uid}`));
  }
  const folders = (await call('GET', '/api/folders?limit=1000')) as Array<{ uid: string }>;
  for (const { uid } of folders.filter((each) => each.uid.startsWith(prefix))) {
    await attempt(() => call('DELETE', `/api/folders/${uid}`));
  }
  const users = (await call('GET', '/api/org/users')) as Array<{ userId: number; login: string }>;
  for (const { userId } of users.filter((each) => each.login.startsWith(prefix))) {
    await attempt(() => call('DELETE', `/api/admin/users/${userId}`));
  }
  if (refused.length > 0) {
    throw new Error(`The run could not remove all it made (${prefix}): ${refused.join('; ')}`);
  }
}

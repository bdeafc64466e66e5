import { call, projectJson } from './host';
import { v2Dashboard } from './v2Dashboard';

/** What a run makes for itself on the host, all under one random prefix. */
export interface World {
  prefix: string;
  folder: string;
  checkout: string;
  panel: string;
  users: Record<Role, Person>;
}

export type Role = 'editor' | 'colleague' | 'viewer' | 'member';

export interface Person {
  id: number;
  login: string;
  password: string;
}

/** The member is a Viewer too, for folders to which they get more rights than that. */
const ROLES: Record<Role, string> = { editor: 'Editor', colleague: 'Editor', viewer: 'Viewer', member: 'Viewer' };
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

export async function makeUser(prefix: string, role: Role): Promise<Person> {
  const login = `${prefix}-${role}`;
  const password = `${prefix}-secret`;
  const made = (await call('POST', '/api/admin/users', { name: login, login, password })) as { id: number };
  await call('PATCH', `/api/org/users/${made.id}`, { role: ROLES[role] });
  const person = { id: made.id, login, password };
  await renewRights(person);
  return person;
}

/** Grafana remembers a user's rights for a minute, so those for a folder made just now would be missing. */
export async function renewRights({ login, password }: Person) {
  await call('GET', '/api/access-control/user/permissions?reloadcache=true', undefined, `${login}:${password}`);
}

async function makeDashboard(uid: string, folder: string, file: string): Promise<string> {
  const dashboard = { ...projectJson(file), id: null, uid, title: uid };
  await call('POST', '/api/dashboards/db', { dashboard, folderUid: folder, overwrite: true });
  return uid;
}

const CHECKOUT = 'provisioning/dashboards/checkout-service.json';

/** A further copy of the dashboard with graphs, for a test that spoils it. */
export function copyOfCheckout(world: World, name: string, folder = world.folder): Promise<string> {
  return makeDashboard(`${world.prefix}-${name}`, folder, CHECKOUT);
}

/** The Heap panel, shifted by a day, on a dashboard whose variable takes several values. */
export async function severalValuesDashboard(world: World): Promise<string> {
  const uid = `${world.prefix}-several`;
  const panel = { ...heapPanel(), id: 1, gridPos: { x: 0, y: 0, w: 24, h: 12 }, timeShift: '1d' };
  const service = { type: 'custom', name: 'service', query: 'checkout,cart,payments', multi: true, includeAll: true };
  const dashboard = { uid, title: uid, panels: [panel], templating: { list: [service] } };
  await call('POST', '/api/dashboards/db', { dashboard, folderUid: world.folder, overwrite: true });
  return uid;
}

interface PanelModel {
  title: string;
}

function heapPanel(): PanelModel {
  const { panels } = projectJson(CHECKOUT) as { panels: PanelModel[] };
  const heap = panels.find(({ title }) => title === 'Heap');
  if (!heap) {
    throw new Error('The provisioned dashboard has no panel called Heap.');
  }
  return heap;
}

/** A dashboard whose only panel is in the library. */
export async function libraryPanelDashboard(world: World): Promise<string> {
  const uid = `${world.prefix}-lib`;
  const title = 'Shared heap';
  const model = { ...heapPanel(), title };
  await call('POST', '/api/library-elements', { uid, name: uid, kind: 1, folderUid: world.folder, model });
  const panel = { id: 1, title, gridPos: { x: 0, y: 0, w: 24, h: 12 }, libraryPanel: { uid, name: uid } };
  const dashboard = { uid: `${world.prefix}-library`, title: `${world.prefix}-library`, panels: [panel] };
  await call('POST', '/api/dashboards/db', { dashboard, folderUid: world.folder, overwrite: true });
  return dashboard.uid;
}

/** The Heap panel on a dashboard of the v2 schema; null where the host has no such API. */
export function v2Heap(world: World): Promise<string | null> {
  const { targets, fieldConfig, options } = heapPanel() as PanelModel & Record<string, unknown>;
  const panel = {
    title: 'Heap of the second schema',
    targets: Array.isArray(targets) ? targets : [],
    fieldConfig,
    options,
  };
  return v2Dashboard(`${world.prefix}-v2`, world.folder, panel);
}

/** Refuses a host that holds near misses which are not examples: a run must not stand among people's own. */
export async function refuseUsedHost() {
  const own = (await annotationsTagged('near-miss')).filter(({ text }) => !text?.includes('"example":true'));
  if (own.length > 0 && process.env.ALLOW_USED !== '1') {
    throw new Error(
      `${own.length} near misses on this Grafana are not examples. Set ALLOW_USED=1 to run here all the same.`
    );
  }
}

export async function makeWorld(): Promise<World> {
  const prefix = `nm-e2e-${Math.random().toString(36).slice(2, 8)}`;
  const folder = `${prefix}-folder`;
  await call('POST', '/api/folders', { uid: folder, title: folder });
  return {
    prefix,
    folder,
    checkout: await makeDashboard(`${prefix}-checkout`, folder, CHECKOUT),
    panel: await makeDashboard(`${prefix}-panel`, folder, 'provisioning/dashboards/near-misses.json'),
    users: {
      editor: await makeUser(prefix, 'editor'),
      colleague: await makeUser(prefix, 'colleague'),
      viewer: await makeUser(prefix, 'viewer'),
      member: await makeUser(prefix, 'member'),
    },
  };
}

/** Grafana answers 403, to an admin too, for a library panel that is not there. */
function unlessMissing(error: unknown) {
  if (!/: 40[34] /.test(String(error))) {
    throw error;
  }
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
  await attempt(() => call('DELETE', `/api/library-elements/${prefix}-lib`).catch(unlessMissing));
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

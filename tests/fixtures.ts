import { test as base } from '@grafana/plugin-e2e';
import type { BrowserContext, Page } from '@playwright/test';
import { routes } from '../src/routes';
import { createNearMissStore } from '../src/storage/store/createNearMissStore';
import { grafanaAnnotations } from '../src/storage/annotations/grafanaAnnotations';
import { aRecord, A_SOURCE } from '../src/testing/builders/builders';
import type { NearMissStore } from '../src/storage/store/nearMissStore';
import { nodeSend } from '../src/testing/grafana/nodeSend';
import { url } from './host';
import { DashboardView } from './views/DashboardView';
import { copyOfCheckout, type Role, type World } from './world';
import { newId } from '../src/domain/record/id';
import { recordIn } from '../src/testing/hosts/writeTo';

interface Fixtures {
  world: World;
  /** Who is signed in on `page`. */
  role: Role | 'admin';
  /** Another browser, signed in as somebody else or not at all. */
  openAs: (role: Role | 'admin' | 'nobody') => Promise<Page>;
  /** A copy of the dashboard with graphs that no other test opens: what is typed there and not saved follows the person. */
  checkout: string;
  openDashboard: (uid: string, query?: ConstructorParameters<typeof URLSearchParams>[0]) => Promise<DashboardView>;
  /** The plugin's own store, over the host's API, as that person. */
  storeAs: (role: Role) => NearMissStore;
  /** Writes a near miss as the editor, by the plugin's own store; its id. */
  recordOne: (name: string) => Promise<string>;
}

async function signIn(context: BrowserContext, world: World, role: Role | 'admin') {
  const [user = '', password = ''] =
    role === 'admin'
      ? (process.env.GRAFANA_ADMIN ?? 'admin:admin').split(':')
      : [world.users[role].login, world.users[role].password];
  // A login per context: Grafana turns session cookies over after ten minutes.
  const response = await context.request.post('/login', { data: { user, password } });
  if (!response.ok()) {
    throw new Error(`${user} could not sign in: ${response.status()}`);
  }
}

export const test = base.extend<Fixtures>({
  role: ['editor', { option: true }],
  world: async ({}, provide) => {
    await provide(JSON.parse(process.env.NEAR_MISS_WORLD ?? 'null'));
  },
  context: async ({ context, world, role }, provide) => {
    await signIn(context, world, role);
    await provide(context);
  },
  openAs: async ({ browser, world }, provide, { project }) => {
    const contexts: BrowserContext[] = [];
    await provide(async (role) => {
      const context = await browser.newContext({ viewport: project.use.viewport, baseURL: url });
      contexts.push(context);
      if (role !== 'nobody') {
        await signIn(context, world, role);
      }
      return context.newPage();
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
  checkout: async ({ world }, provide) => {
    await provide(await copyOfCheckout(world, newId()));
  },
  openDashboard: async ({ page, gotoDashboardPage, grafanaVersion }, provide) => {
    await provide(async (uid, query) => {
      const dashboard = await gotoDashboardPage({ uid, queryParams: new URLSearchParams(query) });
      return new DashboardView(page, dashboard, grafanaVersion);
    });
  },
  storeAs: async ({ world }, provide) => {
    await provide((role) => {
      const { login, password } = world.users[role];
      const port = grafanaAnnotations(nodeSend(url, `${login}:${password}`));
      return createNearMissStore(port, { link: routes.nearMiss, me: () => login });
    });
  },
  recordOne: async ({ world, storeAs }, provide) => {
    const store = storeAs('editor');
    await provide(async (name) => {
      const source = { ...A_SOURCE, dashboardUid: world.checkout, panelId: 1 };
      const record = aRecord({ id: newId(), title: `${name} (${world.prefix})`, source });
      const recorded = await recordIn(store, record, { kind: 'organization' });
      if (!recorded.ok) {
        throw new Error(`The near miss could not be written: ${recorded.failure.kind} ${recorded.failure.detail}`);
      }
      return record.id;
    });
  },
});

export { expect } from '@grafana/plugin-e2e';

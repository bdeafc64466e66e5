import { test as base } from '@grafana/plugin-e2e';
import type { BrowserContext, Page } from '@playwright/test';
import { url } from './host';
import type { Role, World } from './world';

interface Fixtures {
  world: World;
  /** Who is signed in on `page`. */
  role: Role | 'admin';
  /** Another browser, signed in as somebody else. */
  openAs: (role: Role) => Promise<Page>;
}

async function signIn(context: BrowserContext, world: World, role: Role | 'admin') {
  const [user = '', password = ''] =
    role === 'admin'
      ? (process.env.GRAFANA_ADMIN ?? 'admin:admin').split(':')
      : [world.users[role].login, world.users[role].password];
  // A login per context: Grafana turns session cookies over after ten minutes.
  const response = await context.request.post(`${url}/login`, { data: { user, password } });
  if (!response.ok()) {
    throw new Error(`${user} could not sign in: ${response.status()}`);
  }
}

export const test = base.extend<Fixtures>({
  role: ['editor', { option: true }],
  world: async ({}, use) => {
    await use(JSON.parse(process.env.NEAR_MISS_WORLD ?? 'null'));
  },
  context: async ({ context, world, role }, use) => {
    await signIn(context, world, role);
    await use(context);
  },
  openAs: async ({ browser, world }, use, { project }) => {
    const contexts: BrowserContext[] = [];
    await use(async (role) => {
      const context = await browser.newContext({ viewport: project.use.viewport, baseURL: url });
      contexts.push(context);
      await signIn(context, world, role);
      return context.newPage();
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
});

export { expect } from '@grafana/plugin-e2e';

import { APP_ID } from '../../pluginIds';
import { fieldOf } from '../../domain/json/fieldOf';
import { userStorage } from '../../grafana/userStorage';
import { readCleanUpSettings } from '../../storage/selfTest/checkCleanUp';
import { readPluginSettings, savePluginSettings } from '../../grafana/pluginSettings';
import { grafanaUnderTest } from '../hosts/grafanaUnderTest';
import { httpHost, must, sendOf } from '../hosts/httpHost';
import { failureKind, valueIn } from '../grafana/valueIn';
import { contractStage } from './contractStage';

const { url, admin } = grafanaUnderTest;

describe(`the app of ${url}`, () => {
  const host = httpHost(url, admin);
  const stage = contractStage(host);

  it('lets everybody read its settings and only Admins write them', async () => {
    const settings = valueIn(await readPluginSettings(sendOf(stage.viewer)));
    expect(Object.keys(settings).length).toBeGreaterThan(0);
    expect(failureKind(await savePluginSettings(sendOf(stage.viewer), settings))).toBe('forbidden');
    expect(failureKind(await savePluginSettings(sendOf(stage.editor), settings))).toBe('forbidden');
    const raw = await must(host.admin, { method: 'GET', path: `/api/plugins/${APP_ID}/settings` });
    expect(fieldOf(raw, 'enabled')).toBe(true);
  });

  it('tells a server administrator, and nobody else, what it cleans up', async () => {
    const settings = valueIn(await readCleanUpSettings(host.admin));
    expect(settings).toEqual({ api: expect.anything(), dashboard: expect.anything() });
    expect(failureKind(await readCleanUpSettings(sendOf(stage.editor)))).toBe('forbidden');
  });

  it('keeps unfinished text for its user alone', async () => {
    const me = await must(sendOf(stage.editor), { method: 'GET', path: '/api/user' });
    const owner = { namespace: 'default', uid: String(fieldOf(me, 'uid')) };
    const storage = userStorage(sendOf(stage.editor), owner);
    expect(valueIn(await storage.read())).toEqual({});
    valueIn(await storage.write({ one: 'eins', two: 'zwei' }));
    valueIn(await storage.write({ two: null, three: 'drei' }));
    expect(valueIn(await storage.read())).toEqual({ one: 'eins', three: 'drei' });
    expect(failureKind(await userStorage(sendOf(stage.viewer), owner).write({ one: 'x' }))).toBe('forbidden');
    const path = `/apis/userstorage.grafana.app/v0alpha1/namespaces/default/user-storage/${APP_ID}:${owner.uid}`;
    // Tidying up, not part of the contract: the preview has no such route.
    expect(['no failure', 'missing']).toContain(failureKind(await sendOf(stage.editor)({ method: 'DELETE', path })));
  });
});

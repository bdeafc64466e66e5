import { memorySend, refusing } from '../testing/memorySend';
import { readSettings } from '../domain/settings';
import { readPluginSettings, savePluginSettings } from './pluginSettings';

const PATH = '/api/plugins/resilience-nearmiss-app/settings';
const settings = { ...readSettings(null), teams: [{ name: 'payments', journalUid: '' }] };

describe('plugin settings', () => {
  it('are the shipped ones before anybody saved', async () => {
    for (const answer of [{}, { jsonData: null }, { jsonData: 'x' }, null]) {
      expect(await readPluginSettings(memorySend({ [`GET ${PATH}`]: answer }))).toEqual({
        ok: true,
        value: readSettings(null),
      });
    }
  });

  it('are written beside what else is there', async () => {
    const send = memorySend({
      [`GET ${PATH}`]: { enabled: true, pinned: false, jsonData: { fromLater: 1, teams: [] } },
      [`POST ${PATH}`]: { message: 'Plugin settings updated' },
    });
    expect(await savePluginSettings(send, settings)).toEqual({ ok: true, value: null });
    expect(send.asked[1]?.body).toEqual({ enabled: true, pinned: false, jsonData: { fromLater: 1, ...settings } });
  });

  it('write nothing when what is there cannot be read', async () => {
    const send = memorySend({ [`GET ${PATH}`]: refusing(503), [`POST ${PATH}`]: {} });
    expect(await savePluginSettings(send, settings)).toMatchObject({ ok: false, failure: { kind: 'unavailable' } });
    expect(send.asked).toHaveLength(1);
  });
});

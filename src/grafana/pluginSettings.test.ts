import { memorySend, refusing } from '../testing/grafana/memorySend';
import { readSettings } from '../domain/record/settings';
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

describe('requests for plugin settings', () => {
  it('go to the app’s own address, and carry what stops them', async () => {
    const send = memorySend({ [`GET ${PATH}`]: {}, [`POST ${PATH}`]: {} });
    const { signal } = new AbortController();
    await readPluginSettings(send, signal);
    await savePluginSettings(send, settings);
    expect(send.asked).toEqual([
      { method: 'GET', path: PATH, signal },
      { method: 'GET', path: PATH },
      { method: 'POST', path: PATH, body: { enabled: false, pinned: false, jsonData: settings } },
    ]);
  });

  it.each([
    [
      { enabled: true, pinned: true },
      { enabled: true, pinned: true },
    ],
    [
      { enabled: false, pinned: true, jsonData: null },
      { enabled: false, pinned: true },
    ],
    [
      { enabled: 'true', pinned: 1, jsonData: 'ab' },
      { enabled: false, pinned: false },
    ],
    [null, { enabled: false, pinned: false }],
  ])('leave %j as it was', async (before, kept) => {
    const send = memorySend({ [`GET ${PATH}`]: before, [`POST ${PATH}`]: {} });
    expect(await savePluginSettings(send, settings)).toEqual({ ok: true, value: null });
    expect(send.asked[1]?.body).toEqual({ ...kept, jsonData: settings });
  });

  it('bring what was saved, or why they failed', async () => {
    const send = memorySend({ [`GET ${PATH}`]: { jsonData: settings }, [`POST ${PATH}`]: refusing(403, 'no') });
    expect(await readPluginSettings(send)).toEqual({ ok: true, value: settings });
    const failure = { kind: 'forbidden', status: 403, detail: 'no' };
    expect(await savePluginSettings(send, settings)).toEqual({ ok: false, failure });
    expect(await readPluginSettings(memorySend({ [`GET ${PATH}`]: refusing(403, 'no') }))).toEqual({
      ok: false,
      failure,
    });
  });
});

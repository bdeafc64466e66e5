import { config } from '@grafana/runtime';
import { readSettings } from '../../../domain/record/settings';
import { memorySend } from '../../../testing/grafana/memorySend';
import { renderOver } from '../../../testing/render/renderOver';
import { settle } from '../../../testing/render/settle';
import { useUnfinishedSettings } from './useUnfinishedSettings';

const KEY = 'resilience-nearmiss/unfinished/1/ada/configuration/settings';
const teams = (...names: string[]) => readSettings({ teams: names.map((name) => ({ name })) });
const KEPT = { base: teams('payments'), typed: teams('payments', 'search') };

beforeEach(() => {
  window.localStorage.clear();
  Object.assign(config.bootData.user, { login: 'ada', orgId: 1, uid: '', id: 0, isSignedIn: true });
});

async function open() {
  const shown = renderOver(() => useUnfinishedSettings(), { send: memorySend({}) });
  await settle();
  return { ...shown, now: () => shown.result.current };
}

it('finds what was typed, and what it was typed over, after the page was closed', async () => {
  const first = await open();
  expect(first.now().found).toBeNull();
  await settle(() => first.now().keep(KEPT));
  expect(first.now().found).toBeNull();
  first.unmount();
  expect((await open()).now().found).toEqual(KEPT);
});

it('finds nothing once it was saved or dropped', async () => {
  const first = await open();
  await settle(() => first.now().keep(KEPT));
  await settle(first.now().forget);
  first.unmount();
  expect((await open()).now().found).toBeNull();
});

it.each(['', '{"base":{', '[]', '7', 'null'])('finds nothing in what is no kept form: %s', async (text) => {
  window.localStorage.setItem(KEY, JSON.stringify({ text, at: Date.now() }));
  expect((await open()).now().found).toBeNull();
});

it('takes what is missing in a kept form for empty', async () => {
  window.localStorage.setItem(KEY, JSON.stringify({ text: '{"typed":{"teams":7}}', at: Date.now() }));
  expect((await open()).now().found).toEqual({ base: readSettings(null), typed: readSettings(null) });
});

import { config } from '@grafana/runtime';
import { memorySend } from '../testing/grafana/memorySend';
import { renderOver } from '../testing/render/renderOver';
import { settle } from '../testing/render/settle';
import { useUnfinishedForm } from './useUnfinishedForm';

const STORAGE = '/apis/userstorage.grafana.app/v0alpha1/namespaces/default/user-storage/resilience-nearmiss-app:u1';
const KEY = 'resilience-nearmiss/unfinished/1/anna/a-panel/form';
const ID = 'near-miss-01';
const formOf = (id: string, cue: string) => JSON.stringify({ id, form: { cue } });

beforeEach(() => {
  window.localStorage.clear();
  config.namespace = 'default';
  Object.assign(config.bootData.user, { login: 'anna', orgId: 1, uid: 'u1', isSignedIn: true });
});

/** A form opened anew; `elsewhere` is what the same person typed in another browser. */
async function open(elsewhere?: { text: string; at: number }) {
  const data = elsewhere ? { [KEY]: JSON.stringify(elsewhere) } : {};
  const send = memorySend({ [`GET ${STORAGE}`]: { spec: { data } }, [`PATCH ${STORAGE}`]: {} });
  const restored: string[] = [];
  const adopt = jest.fn();
  let text: string | null = null;
  const shown = renderOver(
    () => useUnfinishedForm({ id: ID, subject: 'a-panel', text, restore: (found) => void restored.push(found), adopt }),
    { send }
  );
  await settle();
  const type = (next: string) => {
    text = next;
    shown.exchange();
  };
  return { ...shown, kept: () => shown.result.current, restored, type };
}

it('brings back what was typed before the page was closed, and says since when', async () => {
  const first = await open();
  first.type(formOf(ID, 'no dips'));
  first.unmount();
  const again = await open();
  expect(again.restored).toEqual([formOf(ID, 'no dips')]);
  expect(again.kept().foundAt).toBeGreaterThan(0);
});

it('has nothing to bring back where nobody changed anything', async () => {
  (await open()).unmount();
  const again = await open();
  expect(again.restored).toEqual([]);
  expect(again.kept()).toMatchObject({ foundAt: null, other: null, keptIn: 'browser' });
});

it('offers the form of another browser, and shows it only when asked', async () => {
  const first = await open();
  first.type(formOf(ID, 'here'));
  first.unmount();
  const theirs = { text: formOf('near-miss-02', 'there'), at: Date.now() - 60_000 };
  const again = await open(theirs);
  expect(again.restored).toEqual([formOf(ID, 'here')]);
  expect(again.kept().other).toEqual(theirs);
  await settle(again.kept().takeOther);
  expect(again.restored.at(-1)).toBe(theirs.text);
  expect(again.kept().foundAt).toBe(theirs.at);
});

it('does not offer an earlier state of the very same form', async () => {
  const first = await open();
  first.type(formOf(ID, 'here'));
  first.unmount();
  expect((await open({ text: formOf(ID, 'her'), at: Date.now() - 60_000 })).kept().other).toBeNull();
});

it('has forgotten after saving', async () => {
  const first = await open();
  first.type(formOf(ID, 'no dips'));
  await settle(first.kept().forget);
  first.unmount();
  expect((await open()).restored).toEqual([]);
});

it('says when the browser cannot keep it', async () => {
  const full = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new Error('full');
  });
  const first = await open();
  first.type(formOf(ID, 'no dips'));
  expect(first.kept().keptIn).toBe('memory');
  full.mockRestore();
});

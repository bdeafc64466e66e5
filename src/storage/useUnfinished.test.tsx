import { config } from '@grafana/runtime';
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { memorySend } from '../testing/memorySend';
import type { Send } from './send';
import { NearMissStoreProvider } from './useNearMissStore';
import { useUnfinished } from './useUnfinished';

const STORAGE = '/apis/userstorage.grafana.app/v0alpha1/namespaces/default/user-storage/resilience-nearmiss-app:u1';

beforeEach(() => {
  window.localStorage.clear();
  config.namespace = 'default';
  Object.assign(config.bootData.user, { login: 'anna', orgId: 1, uid: 'u1', isSignedIn: true });
});

function Field({ field, initial }: { field: string; initial?: string }) {
  const { text, setText, other, takeOther, keptIn, forget, foundAt } = useUnfinished('near-miss-01', field, initial);
  return (
    <>
      <textarea aria-label="text" value={text} onChange={(event) => setText(event.target.value)} />
      <output aria-label="found">{foundAt === null ? 'own' : 'found'}</output>
      <output aria-label="kept in">{keptIn}</output>
      {other && <button onClick={takeOther}>{other.text}</button>}
      <button onClick={forget}>saved</button>
    </>
  );
}

/** A page opened anew: another way to Grafana, so nothing is remembered but what was stored. It answers after `until`. */
async function open(there: Readonly<Record<string, string>> = {}, props = {}, until = Promise.resolve()) {
  const grafana = memorySend({ [`GET ${STORAGE}`]: { spec: { data: there } }, [`PATCH ${STORAGE}`]: {} });
  const send: Send = async (request) => {
    await until;
    return grafana(request);
  };
  const page = render(
    <NearMissStoreProvider send={send}>
      <Field field="cue" {...props} />
    </NearMissStoreProvider>
  );
  // What Grafana answers at once is there before anybody types.
  await act(async () => {});
  return page;
}

const KEY = 'resilience-nearmiss/unfinished/1/anna/near-miss-01/cue';
const there = (text: string, at: number) => ({ [KEY]: JSON.stringify({ text, at }) });
const text = () => screen.getByRole('textbox', { name: 'text' });

it('finds what was typed after the page was closed', async () => {
  const first = await open();
  await userEvent.type(text(), 'no dips any more');
  first.unmount();
  await open();
  expect(text()).toHaveValue('no dips any more');
  expect(screen.getByLabelText('found')).toHaveTextContent('found');
});

it('shows what is stored when nothing unfinished is found', async () => {
  await open({}, { initial: 'as saved' });
  expect(text()).toHaveValue('as saved');
});

it('shows the newer text of another machine and offers the one of here', async () => {
  const first = await open();
  await userEvent.type(text(), 'here');
  first.unmount();
  await open(there('newer, there', Date.now() + 60_000));
  expect(await screen.findByDisplayValue('newer, there')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'here' }));
  expect(text()).toHaveValue('here');
  expect(screen.getByRole('button', { name: 'newer, there' })).toBeVisible();
});

it('never replaces what is typed while Grafana is being asked', async () => {
  let answer = () => {};
  const until = new Promise<void>((resolve) => (answer = resolve));
  await open(there('from another machine', Date.now() + 60_000), {}, until);
  await userEvent.type(text(), 'I am typing');
  await act(async () => answer());
  expect(await screen.findByRole('button', { name: 'from another machine' })).toBeVisible();
  expect(text()).toHaveValue('I am typing');
});

it('does not show as unfinished what was saved on another machine', async () => {
  const first = await open();
  await userEvent.type(text(), 'old words');
  first.unmount();
  await open(there('', Date.now() + 60_000), { initial: 'as saved' });
  expect(await screen.findByDisplayValue('as saved')).toBeVisible();
});

it('asks Grafana once for all the fields of a page', async () => {
  const grafana = memorySend({ [`GET ${STORAGE}`]: { spec: { data: there('found', Date.now()) } } });
  const asked: string[] = [];
  const send: Send = (request) => {
    asked.push(`${request.method} ${request.path}`);
    return grafana(request);
  };
  render(
    <NearMissStoreProvider send={send}>
      {['cue', 'q1', 'q2', 'q3', 'q4', 'q5'].map((field) => (
        <Field key={field} field={field} />
      ))}
    </NearMissStoreProvider>
  );
  expect(await screen.findByDisplayValue('found')).toBeVisible();
  expect(asked).toEqual([`GET ${STORAGE}`]);
});

it('forgets after saving', async () => {
  const first = await open();
  await userEvent.type(text(), 'x');
  await userEvent.click(screen.getByRole('button', { name: 'saved' }));
  expect(text()).toHaveValue('');
  first.unmount();
  await open();
  expect(text()).toHaveValue('');
});

it('says when the browser cannot keep it', async () => {
  const setItem = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  await open();
  await userEvent.type(text(), 'x');
  expect(screen.getByLabelText('kept in')).toHaveTextContent('memory');
  setItem.mockRestore();
});

import { config } from '@grafana/runtime';
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { kindsAsked } from '../../testing/grafana/kindsAsked';
import { memorySend } from '../../testing/grafana/memorySend';
import { renderOver } from '../../testing/render/renderOver';
import { settle } from '../../testing/render/settle';
import type { Send } from '../../grafana/send';
import { NearMissStoreProvider } from './NearMissStoreProvider';
import { type Unfinished, useUnfinished } from './useUnfinished';

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
/** The how many-th writing of a browser, as it is kept; nobody's text is what `forget` leaves. */
const keptBy = (by: string, text: string, at: number, count = 1) =>
  JSON.stringify({ since: null, seen: { [by]: count }, texts: text === '' ? [] : [{ text, at, by, count }] });
const there = (text: string, at: number) => ({ [KEY]: keptBy('there', text, at) });
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
  const { seen } = JSON.parse(window.localStorage.getItem(KEY) ?? '');
  await open({ [KEY]: JSON.stringify({ texts: [], seen, since: null }) }, { initial: 'as saved' });
  expect(await screen.findByDisplayValue('as saved')).toBeVisible();
});

it('asks Grafana once for all the fields of a page', async () => {
  const grafana = memorySend({ [`GET ${STORAGE}`]: { spec: { data: there('found', Date.now()) } } });
  render(
    <NearMissStoreProvider send={grafana}>
      {['cue', 'q1', 'q2', 'q3', 'q4', 'q5'].map((field) => (
        <Field key={field} field={field} />
      ))}
    </NearMissStoreProvider>
  );
  expect(await screen.findByDisplayValue('found')).toBeVisible();
  expect(kindsAsked(grafana)).toEqual(['GET user storage']);
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

describe('a field', () => {
  const NOW = 1_790_000_000_000;
  const OLDER = NOW - 60_000;
  const NEWER = NOW + 60_000;
  const key = (field: string) => `resilience-nearmiss/unfinished/1/anna/near-miss-01/${field}`;
  const kept = (text: string, at: number) => keptBy(text, text, at);
  const typedHere = (words: string, at: number, field = 'cue') =>
    window.localStorage.setItem(key(field), kept(words, at));
  const textsHere = (field = 'cue') =>
    JSON.parse(window.localStorage.getItem(key(field)) ?? '{}').texts.map((one: { text: string }) => one.text);

  beforeEach(() => jest.useFakeTimers({ now: NOW }));
  afterEach(() => jest.useRealTimers());

  /** A Grafana that holds these texts by field, and answers when it is told to. */
  function aGrafana(texts: Readonly<Record<string, string>> = {}) {
    const data = Object.fromEntries(Object.entries(texts).map(([field, words]) => [key(field), words]));
    const grafana = memorySend({ [`GET ${STORAGE}`]: { spec: { data } }, [`PATCH ${STORAGE}`]: {} });
    let open = () => {};
    const gate = new Promise<void>((resolve) => (open = resolve));
    const send: Send = async (request) => {
      await gate;
      return grafana(request);
    };
    return { send, answer: () => settle(open) };
  }

  function show(grafana: ReturnType<typeof aGrafana>) {
    const now = { field: 'cue', initial: '' };
    const frames: string[] = [];
    const shown = renderOver(() => {
      const unfinished = useUnfinished('near-miss-01', now.field, now.initial);
      frames.push(unfinished.text);
      return unfinished;
    }, grafana);
    const change = (next: Partial<typeof now>) => {
      Object.assign(now, next);
      shown.exchange();
    };
    const does = (work: (field: Unfinished) => void) => settle(() => work(shown.result.current));
    const state = () => {
      const { text: words, foundAt, other, keptIn } = shown.result.current;
      return { text: words, foundAt, other, keptIn };
    };
    return { ...shown, frames, change, does, state };
  }

  const empty = { text: '', foundAt: null, other: null, keptIn: 'browser' };

  it('is empty, or as saved, where nothing is found', async () => {
    const grafana = aGrafana();
    const { state, change } = show(grafana);
    expect(state()).toEqual(empty);
    change({ initial: 'as saved' });
    await grafana.answer();
    expect(state()).toEqual({ ...empty, text: 'as saved' });
  });

  it('shows what this browser holds at once, with its time, instead of what is saved', async () => {
    typedHere('here', OLDER);
    const grafana = aGrafana();
    const { state, frames, change } = show(grafana);
    expect(state()).toEqual({ ...empty, text: 'here', foundAt: OLDER });
    change({ initial: 'as saved' });
    await grafana.answer();
    expect(state()).toEqual({ ...empty, text: 'here', foundAt: OLDER });
    expect(new Set(frames)).toEqual(new Set(['here']));
  });

  it('shows what Grafana holds when that is newer, and offers the other', async () => {
    typedHere('here', OLDER);
    const grafana = aGrafana({ cue: kept('there', NEWER) });
    const { state } = show(grafana);
    await grafana.answer();
    expect(state()).toEqual({ ...empty, text: 'there', foundAt: NEWER, other: { text: 'here', at: OLDER } });
  });

  it('is the person’s own once they typed, and goes on offering the other', async () => {
    typedHere('here', OLDER);
    const grafana = aGrafana({ cue: kept('there', NEWER) });
    const { state, does } = show(grafana);
    await grafana.answer();
    await does(({ setText }) => setText('there and more'));
    expect(state()).toEqual({ ...empty, text: 'there and more', other: { text: 'here', at: OLDER } });
  });

  it('takes the other text and offers what was shown, with the time of that', async () => {
    typedHere('here', OLDER);
    const grafana = aGrafana({ cue: kept('there', NEWER) });
    const { state, does } = show(grafana);
    await grafana.answer();
    await does(({ takeOther }) => takeOther());
    expect(state()).toEqual({ ...empty, text: 'here', other: { text: 'there', at: NEWER } });
    await does(({ setText }) => setText('here and more'));
    expect(textsHere()).toEqual(['there', 'here and more']);
  });

  it('offers nothing for an empty text that gave way', async () => {
    typedHere('here', OLDER);
    const grafana = aGrafana({ cue: kept('there', NEWER) });
    const { state, does } = show(grafana);
    await grafana.answer();
    await does(({ setText }) => setText(''));
    await does(({ takeOther }) => takeOther());
    expect(state()).toEqual({ ...empty, text: 'here' });
  });

  it('takes no other text where there is none', async () => {
    typedHere('here', OLDER);
    const grafana = aGrafana();
    const { state, does } = show(grafana);
    await grafana.answer();
    await does(({ takeOther }) => takeOther());
    expect(state()).toEqual({ ...empty, text: 'here', foundAt: OLDER });
    expect(textsHere()).toEqual(['here']);
  });

  it('is empty after forgetting, whatever it was and wherever it was kept', async () => {
    typedHere('here', OLDER);
    const grafana = aGrafana({ cue: kept('there', NEWER) });
    const { state, does } = show(grafana);
    await grafana.answer();
    const full = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await does(({ setText }) => setText('x'));
    full.mockRestore();
    expect(state()).toMatchObject({ text: 'x', keptIn: 'memory' });
    await does(({ forget }) => forget());
    expect(state()).toEqual(empty);
  });

  it('says that the browser keeps it again once it does', async () => {
    const { state, does } = show(aGrafana());
    const full = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await does(({ setText }) => setText('x'));
    full.mockRestore();
    await does(({ setText }) => setText('xy'));
    expect(state()).toEqual({ ...empty, text: 'xy' });
  });

  describe('that Grafana answers late', () => {
    it('offers what was found there to somebody who typed meanwhile', async () => {
      const grafana = aGrafana({ cue: kept('there', NEWER) });
      const { state, does } = show(grafana);
      await does(({ setText }) => setText('typing'));
      await grafana.answer();
      expect(state()).toEqual({ ...empty, text: 'typing', other: { text: 'there', at: NEWER } });
    });

    it('offers also what is older', async () => {
      const grafana = aGrafana({ cue: kept('there', OLDER) });
      const { state, does } = show(grafana);
      await does(({ setText }) => setText('typing'));
      await grafana.answer();
      expect(state()).toEqual({ ...empty, text: 'typing', other: { text: 'there', at: OLDER } });
    });

    it('offers nothing that is just what they typed', async () => {
      const grafana = aGrafana({ cue: kept('typing', NEWER) });
      const { state, does } = show(grafana);
      await does(({ setText }) => setText('typing'));
      await grafana.answer();
      expect(state()).toEqual({ ...empty, text: 'typing' });
    });

    it('stays empty for somebody who saved meanwhile, and offers what they did not see, whatever the clocks say', async () => {
      const [old, young] = [aGrafana({ cue: kept('there', OLDER) }), aGrafana({ cue: kept('there too', NEWER) })];
      const [saved, savedToo] = [show(old), show(young)];
      await saved.does(({ forget }) => forget());
      await old.answer();
      expect(saved.state()).toEqual({ ...empty, other: { text: 'there', at: OLDER } });
      await savedToo.does(({ forget }) => forget());
      await young.answer();
      expect(savedToo.state()).toEqual({ ...empty, other: { text: 'there too', at: NEWER } });
    });

    it('goes on offering what it offered to somebody who typed', async () => {
      typedHere('here', OLDER);
      const grafana = aGrafana({ cue: kept('there', NEWER) });
      const { state, does, exchange } = show(grafana);
      await grafana.answer();
      await does(({ setText }) => setText('typing'));
      const another = aGrafana({ cue: kept('elsewhere', NEWER) });
      exchange(another);
      await another.answer();
      expect(state()).toEqual({ ...empty, text: 'typing', other: { text: 'here', at: OLDER } });
    });

    it('lets no Grafana that was left have the last word', async () => {
      const [first, second] = [aGrafana({ cue: kept('first', NEWER + 1) }), aGrafana({ cue: kept('second', NEWER) })];
      const { state, exchange } = show(first);
      exchange(second);
      await second.answer();
      expect(state()).toEqual({ ...empty, text: 'second', foundAt: NEWER });
      await first.answer();
      expect(state()).toEqual({ ...empty, text: 'second', foundAt: NEWER });
    });
  });

  describe('that becomes another one', () => {
    it('shows the text of that one from its first frame on, and only that', async () => {
      typedHere('cue here', OLDER);
      typedHere('q1 here', OLDER, 'q1');
      const grafana = aGrafana();
      const { state, change, frames } = show(grafana);
      await grafana.answer();
      const before = frames.length;
      change({ field: 'q1' });
      await settle();
      expect(state()).toEqual({ ...empty, text: 'q1 here', foundAt: OLDER });
      expect(new Set(frames.slice(before))).toEqual(new Set(['q1 here']));
    });

    it('shows what Grafana holds of that one, not what it held of the first', async () => {
      const grafana = aGrafana({ cue: kept('cue there', NEWER), q1: kept('q1 there', OLDER) });
      const { state, change } = show(grafana);
      change({ field: 'q1' });
      await grafana.answer();
      expect(state()).toEqual({ ...empty, text: 'q1 there', foundAt: OLDER });
    });

    it('keeps under the name of that one, and forgets only that one', async () => {
      const grafana = aGrafana();
      const { change, does } = show(grafana);
      await grafana.answer();
      await does(({ setText }) => setText('cue'));
      change({ field: 'q1' });
      await does(({ setText }) => setText('q1'));
      expect(textsHere('q1')).toEqual(['q1']);
      await does(({ forget }) => forget());
      expect(textsHere('q1')).toEqual([]);
      expect(textsHere()).toEqual(['cue']);
    });

    it('is not the person’s own any more: what is found there shows', async () => {
      const grafana = aGrafana({ q1: kept('q1 there', NEWER) });
      const { state, change, does } = show(grafana);
      await does(({ setText }) => setText('cue'));
      change({ field: 'q1' });
      await grafana.answer();
      expect(state()).toEqual({ ...empty, text: 'q1 there', foundAt: NEWER });
    });
  });
});

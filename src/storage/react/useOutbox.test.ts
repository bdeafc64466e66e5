import { kindsAsked } from '../../testing/grafana/kindsAsked';
import { decode } from '../../domain/codec/decode';
import { refusing } from '../../testing/grafana/memorySend';
import { anotherTab, answering, eachOnItsOwnPage, FORM, outboxStage } from '../../testing/stages/outboxStage';
import { renderOver } from '../../testing/render/renderOver';
import { settle } from '../../testing/render/settle';
import type { Written } from '../outbox/outbox';
import { useOutbox, useWritten, useQueued } from './useOutbox';
import { decodedOf } from '../../domain/codec/decoded';
import { unfinishedOver } from '../unfinished/unfinishedTexts';

const NOW = 1_790_000_000_000;
const ONE = answering('entry-1');
const TWO = answering('entry-2');

eachOnItsOwnPage(NOW);

type Stage = Awaited<ReturnType<typeof outboxStage>>;

function open(stage: Stage) {
  const shown = renderOver(() => ({ outbox: useOutbox(), queued: useQueued() }), stage);
  const queued = () => shown.result.current.queued;
  const send = (write = ONE) => settle(() => shown.result.current.outbox.send(FORM, write));
  return { ...shown, queued, send, outbox: () => shown.result.current.outbox };
}

const KEY = 'resilience-nearmiss/outbox/7/ola/entry-1';
const inBrowser = (): unknown => JSON.parse(window.localStorage.getItem(KEY) ?? 'null');
const happens = (event: string) => settle(() => window.dispatchEvent(new Event(event)));
const ids = (queued: ReadonlyArray<{ id: string }>) => queued.map(({ id }) => id);

/** The ids of the entries that Grafana has. */
const entriesIn = ({ port }: Stage) => decodedOf(port.stored().map(decode), 'entry').map(({ entry }) => entry.id);

const waitsFor = (kind: string) => [expect.objectContaining({ failure: expect.objectContaining({ kind }) })];

describe('the outbox', () => {
  it('is one for all that is on the page, and another over another store', async () => {
    const { result, exchange } = renderOver(() => [useOutbox(), useOutbox()], await outboxStage());
    const [one, two] = result.current;
    expect(two).toBe(one);
    exchange(await outboxStage());
    expect(result.current[0]).not.toBe(one);
  });

  it('sends by the store of its page', async () => {
    const stage = await outboxStage();
    const { send, queued } = open(stage);
    await send();
    expect(entriesIn(stage)).toEqual(['entry-1']);
    expect(queued()).toEqual([]);
    expect(window.localStorage).toHaveLength(0);
  });

  it('keeps what Grafana did not take, under whose it is, with its time and a name of the tab', async () => {
    const stage = await outboxStage();
    stage.failNext('unauthorized');
    const { send, queued } = open(stage);
    await send();
    expect(queued()).toEqual([
      expect.objectContaining({ id: 'entry-1', from: FORM, write: ONE, at: NOW, state: 'due' }),
    ]);
    expect(inBrowser()).toMatchObject({
      from: FORM,
      at: NOW,
      heldUntil: 0,
      heldBy: expect.stringMatching(/^[\w-]{12}$/),
    });
  });

  it('forgets the unfinished text that was sent', async () => {
    const stage = await outboxStage();
    const typed = unfinishedOver(stage.send);
    const { send } = open(stage);
    typed.keep(FORM.subject, FORM.field, 'Because.');
    typed.keep(FORM.subject, 'q2', 'Another.');
    await send();
    expect(typed.peek(FORM.subject, FORM.field)).toBeNull();
    expect(typed.peek(FORM.subject, 'q2')).toEqual({ text: 'Another.', at: NOW });
  });

  it('tries again when the browser is online', async () => {
    const stage = await outboxStage();
    stage.failNext('unauthorized');
    const { send, queued } = open(stage);
    await send();
    await happens('online');
    expect(entriesIn(stage)).toEqual(['entry-1']);
    expect(queued()).toEqual([]);
  });

  it('looks at what other tabs put there or took out', async () => {
    const { queued } = open(await outboxStage());
    const other = anotherTab();
    other.keep(TWO, NOW - 1_000);
    other.keep(ONE, NOW - 2_000);
    expect(queued()).toEqual([]);
    await happens('storage');
    expect(ids(queued())).toEqual(['entry-1', 'entry-2']);
    other.remove(TWO);
    await happens('storage');
    expect(ids(queued())).toEqual(['entry-1']);
  });

  it('lets other tabs have what it was sending when the page goes', async () => {
    const stage = await outboxStage();
    let answer = () => {};
    stage.port.delay(() => new Promise((resolve) => (answer = resolve)));
    const { send } = open(stage);
    await send();
    expect(inBrowser()).toMatchObject({ heldUntil: NOW + 600_000 });
    await happens('pagehide');
    expect(inBrowser()).toMatchObject({ heldUntil: 0 });
    answer();
  });
});

describe('what an earlier page left behind', () => {
  it('is sent at once, oldest first', async () => {
    const stage = await outboxStage();
    anotherTab().keep(TWO, NOW - 1_000);
    anotherTab().keep(ONE, NOW - 2_000);
    const { queued } = open(stage);
    await settle();
    expect(entriesIn(stage)).toEqual(['entry-1', 'entry-2']);
    expect(queued()).toEqual([]);
    expect(kindsAsked(stage.send)).toEqual(['GET user', 'GET user']);
  });

  it('asks nothing when there is nothing', async () => {
    const stage = await outboxStage();
    open(stage);
    await settle();
    expect(stage.send.asked).toEqual([]);
  });

  it('is not sent under the name of somebody else who signed in since', async () => {
    const stage = await outboxStage({ login: 'ben' });
    anotherTab().keep(ONE, NOW);
    const { queued } = open(stage);
    await settle();
    expect(entriesIn(stage)).toEqual([]);
    expect(queued()).toEqual([
      expect.objectContaining({ state: 'due', failure: { kind: 'unauthorized', status: 0, detail: '' } }),
    ]);
  });

  it('waits, with the reason, while nobody knows who is signed in', async () => {
    const stage = await outboxStage(refusing(503, 'down'));
    anotherTab().keep(ONE, NOW);
    const { queued } = open(stage);
    await settle();
    expect(entriesIn(stage)).toEqual([]);
    expect(queued()).toEqual([
      expect.objectContaining({ failure: { kind: 'unavailable', status: 503, detail: 'down' } }),
    ]);
  });

  it('waits when the answer does not say who is signed in', async () => {
    anotherTab().keep(ONE, NOW);
    const { queued } = open(await outboxStage([]));
    await settle();
    expect(queued()).toEqual(waitsFor('unauthorized'));
  });
});

describe('useWritten', () => {
  function listen(stage: Stage) {
    let name = 'first';
    const heard: string[] = [];
    const shown = renderOver(() => {
      const mine = name;
      useWritten(({ id }: Written) => heard.push(`${mine} ${id}`));
      return useOutbox();
    }, stage);
    const rename = (next: string) => {
      name = next;
      shown.exchange();
    };
    const outbox = shown.result.current;
    return { ...shown, heard, rename, send: (write = ONE) => settle(() => outbox.send(FORM, write)) };
  }

  it('tells the newest listener once of each write that got through', async () => {
    const { heard, rename, send } = listen(await outboxStage());
    await send();
    rename('second');
    await send(TWO);
    expect(heard).toEqual(['first entry-1', 'second entry-2']);
  });

  it('tells of nothing that did not get through', async () => {
    const stage = await outboxStage();
    stage.failNext('unauthorized');
    const { heard, send } = listen(stage);
    await send();
    expect(heard).toEqual([]);
  });

  it('tells nobody who left', async () => {
    const { heard, send, unmount } = listen(await outboxStage());
    unmount();
    await send();
    expect(heard).toEqual([]);
  });

  it('listens to the outbox of another store instead', async () => {
    const { heard, send, exchange, result } = listen(await outboxStage());
    exchange(await outboxStage());
    await settle(() => result.current.send(FORM, TWO));
    await send();
    expect(heard).toEqual(['first entry-2']);
  });
});

import { aChange, anEntry, aRecord } from '../../testing/builders/builders';
import { type BrowserItem, browserQueue, encodeQueued } from './browserQueue';
import { queuedId, type QueuedWrite } from '../store/queuedWrite';

const ANNA = { orgId: 1, login: 'anna' };
const FROM = { subject: 'checkout/1', field: 'form' };
const TEN_MINUTES = 600_000;

let time = 0;
beforeEach(() => {
  window.localStorage.clear();
  time = 1_790_000_000_000;
});

function tabOf(tab: string, owner = ANNA, browser = () => window.localStorage) {
  return browserQueue({ browser, owner, tab, now: () => time });
}

const answering = (id: string): QueuedWrite => ({ what: 'entry', entry: anEntry({ id }) });
const anItem = (id: string, over: Partial<BrowserItem> = {}): BrowserItem => ({
  from: FROM,
  write: answering(id),
  at: 1_000,
  typed: 'as typed',
  ...over,
});

const KEY = 'resilience-nearmiss/outbox/1/anna/';
const stored = (id: string): unknown => JSON.parse(window.localStorage.getItem(KEY + id) ?? 'null');
/** Puts a text there as another version, or a damaged disk, might. */
const put = (id: string, over: object) =>
  window.localStorage.setItem(
    KEY + id,
    JSON.stringify({ from: FROM, write: encodeQueued(answering(id)), at: 5, typed: 'x', ...over })
  );

describe('keeping', () => {
  it('stores a write under its owner and id, held by no tab', () => {
    expect(tabOf('one').keep(anItem('entry-1'))).toBe('browser');
    expect(Object.keys(window.localStorage)).toEqual([`${KEY}entry-1`]);
    expect(stored('entry-1')).toEqual({
      ...{ from: FROM, write: encodeQueued(answering('entry-1')), at: 1_000, typed: 'as typed' },
      ...{ heldBy: 'one', heldUntil: 0 },
    });
  });

  it.each<QueuedWrite>([
    { what: 'record', record: aRecord(), place: { kind: 'journal', dashboardUid: 'journal' }, draftId: 7 },
    { what: 'change', change: aChange() },
    { what: 'entry', entry: anEntry() },
    { what: 'marker', nearMiss: 'queue-1-abcd', draftId: null },
  ])('gives back the very same $what', (write) => {
    const item = anItem('', { write });
    tabOf('one').keep(item);
    expect(tabOf('two').all()).toEqual([item]);
  });

  it('gives back that nothing was typed', () => {
    tabOf('one').keep(anItem('entry-1', { typed: null }));
    expect(tabOf('one').all()).toEqual([anItem('entry-1', { typed: null })]);
  });

  it('says when the browser will not keep it', () => {
    const full = () => {
      throw new DOMException('blocked', 'SecurityError');
    };
    const queue = tabOf('one', ANNA, full);
    expect(queue.keep(anItem('entry-1'))).toBe('memory');
    expect(queue.all()).toEqual([]);
  });

  it('lists oldest first', () => {
    const queue = tabOf('one');
    queue.keep(anItem('a', { at: 20 }));
    queue.keep(anItem('b', { at: 30 }));
    queue.keep(anItem('c', { at: 10 }));
    expect(queue.all().map(({ write }) => queuedId(write))).toEqual(['c', 'a', 'b']);
  });

  it('replaces what had the same id', () => {
    const queue = tabOf('one');
    queue.keep(anItem('entry-1'));
    queue.keep(anItem('entry-1', { typed: 'later' }));
    expect(queue.all()).toEqual([anItem('entry-1', { typed: 'later' })]);
  });

  it('removes one and leaves the others', () => {
    const queue = tabOf('one');
    queue.keep(anItem('entry-1'));
    queue.keep(anItem('entry-2'));
    queue.remove('entry-1');
    expect(queue.all()).toEqual([anItem('entry-2')]);
  });
});

describe('what belongs to somebody else', () => {
  it.each([
    ['of another organization', { orgId: 2, login: 'anna' }],
    ['of another login', { orgId: 1, login: 'ann' }],
    ['of a login that looks like a path', { orgId: 1, login: 'anna/entry' }],
  ])('is not seen: %s', (_, owner) => {
    tabOf('one', owner).keep(anItem('entry-1'));
    expect(tabOf('one').all()).toEqual([]);
    expect(tabOf('two', owner).all()).toHaveLength(1);
  });

  it('stays, also what is not an outbox of ours', () => {
    window.localStorage.setItem('resilience-nearmiss/unfinished/1/anna/x/y', '{"text":"x","at":1}');
    tabOf('one', { orgId: 1, login: 'ben' }).keep(anItem('entry-1'));
    tabOf('one').remove('entry-1');
    expect(tabOf('one').all()).toEqual([]);
    expect(window.localStorage).toHaveLength(2);
  });
});

describe('what cannot be read', () => {
  it.each([
    ['cut off', '{"from":'],
    ['empty', ''],
    ['nothing', 'null'],
    ['a number', '7'],
    ['without a write', '{"from":{"subject":"a","field":"b"},"at":1}'],
    ['with a write of another version', '{"write":"{\\"text\\":\\"?\\"}","at":1}'],
  ])('never hides the rest: %s', (_, text) => {
    const queue = tabOf('one');
    window.localStorage.setItem(`${KEY}damaged`, text);
    queue.keep(anItem('entry-1'));
    expect(queue.all()).toEqual([anItem('entry-1')]);
  });

  it('is made up for where the write itself can be read', () => {
    put('entry-1', { from: null, at: 'yesterday', typed: 7, heldBy: 3, heldUntil: 'tomorrow' });
    const queue = tabOf('one');
    expect(queue.all()).toEqual([
      { from: { subject: '', field: '' }, write: answering('entry-1'), at: 0, typed: null },
    ]);
    expect(queue.hold(anItem('entry-1'))).toBe(true);
  });
});

describe('holding', () => {
  it('keeps other tabs off for ten minutes, and not a millisecond longer', () => {
    const [one, two] = [tabOf('one'), tabOf('two')];
    one.keep(anItem('entry-1'));
    expect(one.hold(anItem('entry-1'))).toBe(true);
    expect(stored('entry-1')).toMatchObject({ heldBy: 'one', heldUntil: time + TEN_MINUTES });
    time += TEN_MINUTES - 1;
    expect(two.hold(anItem('entry-1'))).toBe(false);
    expect(stored('entry-1')).toMatchObject({ heldBy: 'one' });
    time += 1;
    expect(two.hold(anItem('entry-1'))).toBe(true);
    expect(stored('entry-1')).toMatchObject({ heldBy: 'two', heldUntil: time + TEN_MINUTES });
  });

  it('lets the tab that holds it hold it again, for ten minutes from then', () => {
    const one = tabOf('one');
    one.keep(anItem('entry-1'));
    one.hold(anItem('entry-1'));
    time += 1_000;
    expect(one.hold(anItem('entry-1'))).toBe(true);
    expect(stored('entry-1')).toMatchObject({ heldUntil: time + TEN_MINUTES });
  });

  it('gives any tab what none holds', () => {
    tabOf('one').keep(anItem('entry-1'));
    expect(tabOf('two').hold(anItem('entry-1'))).toBe(true);
  });

  it('puts what the browser lost there again', () => {
    expect(tabOf('one').hold(anItem('entry-1'))).toBe(true);
    expect(tabOf('two').all()).toEqual([anItem('entry-1')]);
    expect(tabOf('two').hold(anItem('entry-1'))).toBe(false);
  });

  it('ends when the tab lets go', () => {
    const [one, two] = [tabOf('one'), tabOf('two')];
    one.hold(anItem('entry-1'));
    one.release(anItem('entry-1'));
    expect(stored('entry-1')).toMatchObject({ heldUntil: 0 });
    expect(two.hold(anItem('entry-1'))).toBe(true);
  });

  it('is not for another tab to end', () => {
    const [one, two] = [tabOf('one'), tabOf('two')];
    one.hold(anItem('entry-1'));
    two.release(anItem('entry-1'));
    expect(two.hold(anItem('entry-1'))).toBe(false);
  });

  it('does not bring back what is gone when the tab lets go', () => {
    const one = tabOf('one');
    one.hold(anItem('entry-1'));
    one.remove('entry-1');
    one.release(anItem('entry-1'));
    expect(one.all()).toEqual([]);
  });
});

describe('a clock that was set meanwhile', () => {
  const FIVE_HOURS = 5 * 3_600_000;

  it('locks nothing: what is held for longer than anybody may hold it is free', () => {
    tabOf('gone').keep(anItem('entry-1'), true);
    time -= FIVE_HOURS;
    expect(tabOf('two').hold(anItem('entry-1'))).toBe(true);
  });

  it('still leaves to another tab what it took a moment ago', () => {
    tabOf('one').keep(anItem('entry-1'), true);
    time += 1;
    expect(tabOf('two').hold(anItem('entry-1'))).toBe(false);
  });
});

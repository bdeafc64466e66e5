import { anEntry } from '../../testing/builders/builders';
import { queuedItems, type QueuedItem } from './queuedItems';

const anItem = (id: string, at: number): QueuedItem => ({
  id,
  at,
  from: { subject: 'near-miss-01', field: 'q1' },
  write: { what: 'entry', entry: anEntry({ id }) },
  typed: null,
  state: 'due',
  failure: null,
  token: 1,
  keptIn: 'browser',
});

it('has nothing at first', () => {
  const items = queuedItems();
  expect(items.all()).toEqual([]);
  expect(items.get('one')).toBeUndefined();
});

it('lists oldest first, in whichever order things came', () => {
  const items = queuedItems();
  [anItem('two', 20), anItem('three', 30), anItem('one', 10)].forEach(items.put);
  expect(items.all().map(({ id }) => id)).toEqual(['one', 'two', 'three']);
});

it('keeps one thing of an id, the newest', () => {
  const items = queuedItems();
  const later: QueuedItem = { ...anItem('one', 10), state: 'refused' };
  items.put(anItem('one', 10));
  items.put(later);
  expect(items.all()).toEqual([later]);
  expect(items.get('one')).toBe(later);
});

it('gives the same list until something changes', () => {
  const items = queuedItems();
  const empty = items.all();
  expect(items.all()).toBe(empty);
  items.put(anItem('one', 10));
  const one = items.all();
  expect(one).not.toBe(empty);
  expect(items.all()).toBe(one);
  items.remove('one');
  expect(items.all()).not.toBe(one);
  expect(items.all()).toEqual([]);
  expect(one).toHaveLength(1);
});

it('forgets what is removed', () => {
  const items = queuedItems();
  items.put(anItem('one', 10));
  items.put(anItem('two', 20));
  items.remove('one');
  expect(items.get('one')).toBeUndefined();
  expect(items.all()).toEqual([anItem('two', 20)]);
});

it('tells everybody of each change, when the list is the new one already', () => {
  const items = queuedItems();
  const seen: string[][] = [[], []];
  const ids = () =>
    items
      .all()
      .map(({ id }) => id)
      .join();
  seen.forEach((list) => items.subscribe(() => list.push(ids())));
  items.put(anItem('one', 10));
  items.put(anItem('two', 20));
  items.remove('one');
  expect(seen).toEqual([
    ['one', 'one,two', 'two'],
    ['one', 'one,two', 'two'],
  ]);
});

it('tells nobody of a removal that changed nothing', () => {
  const items = queuedItems();
  const listener = jest.fn();
  items.put(anItem('one', 10));
  items.subscribe(listener);
  const before = items.all();
  items.remove('two');
  expect(listener).not.toHaveBeenCalled();
  expect(items.all()).toBe(before);
});

it('tells no more to somebody who left, and goes on telling the others', () => {
  const items = queuedItems();
  const [stays, leaves] = [jest.fn(), jest.fn()];
  items.subscribe(stays);
  const leave = items.subscribe(leaves);
  leave();
  items.put(anItem('one', 10));
  expect(leaves).not.toHaveBeenCalled();
  expect(stays).toHaveBeenCalledTimes(1);
});

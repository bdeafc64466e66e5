import type { Annotation } from '../../domain/codec/annotation';
import type { StoredPart } from '../../domain/fold/storedPart';
import { aChange, anAnnotation, anEntry, aRecord } from '../../testing/builders/builders';
import { DOWN, FORBIDDEN, storeStage } from '../../testing/stages/storeStage';
import type { Failure } from '../../grafana/outcome';
import { removeTwins, twinsIn } from './removeTwins';

const at = (id: number, over: Partial<Annotation> = {}) => anAnnotation({ id, text: 'same', created: id, ...over });
const stored = (id: number, over: Partial<Annotation> = {}, of = 'queue-1-abcd'): StoredPart => ({
  what: 'record',
  record: aRecord({ id: of }),
  annotation: at(id, over),
  unreadParts: [],
});
const idsOf = (annotations: readonly Annotation[]) => annotations.map(({ id }) => id);

describe('twins', () => {
  it('are the younger ones of the same id, oldest first, in whichever order they come', () => {
    expect(idsOf(twinsIn([stored(3), stored(1), stored(2)]))).toEqual([2, 3]);
    expect(idsOf(twinsIn([stored(1), stored(2, {}, 'other-1-abcd')]))).toEqual([]);
    expect(twinsIn([])).toEqual([]);
  });

  it('are told by their number, not by when a clock said that they were stored', () => {
    expect(idsOf(twinsIn([stored(1, { created: 9, updated: 9 }), stored(2, { created: 5, updated: 5 })]))).toEqual([2]);
  });

  it('are not one annotation that came twice', () => {
    expect(twinsIn([stored(1), stored(1)])).toEqual([]);
  });

  it.each<[string, Partial<Annotation>]>([
    ['another text', { text: 'other' }],
    ['another login', { login: 'ben' }],
    ['another place', { dashboardUid: 'journal' }],
    ['a change since', { updated: 99 }],
  ])('are not those with %s, be it the younger or the elder', (_, over) => {
    expect(twinsIn([stored(1), stored(2, over)])).toEqual([]);
    expect(twinsIn([stored(1, over), stored(2)])).toEqual([]);
  });

  it('are told by text, login and place where Grafana does not say what was changed', () => {
    expect(idsOf(twinsIn([stored(1, { updated: null }), stored(2, { updated: null })]))).toEqual([2]);
    expect(twinsIn([stored(1, { updated: null }), stored(2, { updated: null, login: 'ben' })])).toEqual([]);
  });

  it('are compared with the oldest that says the same, whatever else has their id', () => {
    expect(idsOf(twinsIn([stored(1), stored(2, { text: 'other' }), stored(3, { text: 'other' })]))).toEqual([3]);
    expect(idsOf(twinsIn([stored(1), stored(2, { text: 'other' }), stored(3)]))).toEqual([3]);
  });

  it('are of one sort: a change is no twin of an entry', () => {
    const change: StoredPart = { what: 'change', change: aChange({ id: 'a' }), annotation: at(1), unreadParts: [] };
    const entry: StoredPart = { what: 'entry', entry: anEntry({ id: 'a' }), annotation: at(2) };
    expect(twinsIn([change, entry])).toEqual([]);
    expect(idsOf(twinsIn([change, entry, { ...entry, annotation: at(3) }]))).toEqual([3]);
  });
});

describe('removing twins', () => {
  const removed = (...ids: number[]) => ids.map((id) => ['remove', id]);

  it('deletes them with one request each', async () => {
    const { context, asked } = storeStage();
    await removeTwins(context.port, [stored(1), stored(2), stored(3)], [], new Set());
    expect(asked).toEqual(removed(2, 3));
  });

  it('deletes markers of the same words and login on the same panel, changed or not', async () => {
    const { context, asked } = storeStage();
    const on = (id: number, over: Partial<Annotation> = {}) =>
      at(id, { dashboardUid: 'shop', panelId: 4, updated: id + 1, ...over });
    const markers = [
      on(1),
      on(2),
      on(3, { panelId: 5 }),
      on(4, { dashboardUid: 'pay' }),
      on(5, { text: 'other' }),
      on(6, { login: 'ben' }),
    ];
    await removeTwins(context.port, [], markers, new Set());
    expect(asked).toEqual(removed(2));
  });

  it('asks nothing where there are none', async () => {
    const { context, asked } = storeStage();
    await removeTwins(context.port, [stored(1)], [at(2)], new Set());
    expect(asked).toEqual([]);
  });

  it('does not try again in a place that refused, and goes on in others', async () => {
    const { context, annotations, asked } = storeStage();
    const journal = { dashboardUid: 'journal' };
    const parts = [stored(1), stored(2), stored(3), stored(4, journal, 'b-1-abcd'), stored(5, journal, 'b-1-abcd')];
    const refused = new Set<string>();
    annotations.failNext('remove', { failure: FORBIDDEN });
    await removeTwins(context.port, parts, [], refused);
    expect(asked).toEqual(removed(2, 5));
    expect([...refused]).toEqual(['']);
    await removeTwins(context.port, parts, [], refused);
    expect(asked).toEqual(removed(2, 5, 5));
  });

  it('tries again after any other failure', async () => {
    for (const failure of [DOWN, { kind: 'missing', status: 404, detail: '' }] satisfies Failure[]) {
      const { context, annotations, asked } = storeStage();
      const refused = new Set<string>();
      annotations.failNext('remove', { failure });
      await removeTwins(context.port, [stored(1), stored(2), stored(3)], [], refused);
      expect(asked).toEqual(removed(2, 3));
      expect(refused.size).toBe(0);
    }
  });
});

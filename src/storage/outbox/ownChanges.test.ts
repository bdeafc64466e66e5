import { aChange, anEntry } from '../../testing/builders/builders';
import type { Change } from '../../domain/record/record';
import { ownChanges } from './ownChanges';
import type { Recorded } from '../store/nearMissStore';
import type { Outcome } from '../../grafana/outcome';
import type { QueuedWrite } from '../store/queuedWrite';

const THROUGH: Outcome<Recorded> = { ok: true, value: { annotationId: 1, marker: null } };
const LOST: Outcome<Recorded> = { ok: false, failure: { kind: 'timeout', status: 0, detail: '' } };

const changing = (id: string, over: Partial<Change> = {}): QueuedWrite => ({
  what: 'change',
  change: aChange({ id, nearMiss: 'checkout-1-a', set: { title: id }, base: { title: ['head'] }, ...over }),
});
const baseOf = (write: QueuedWrite) => (write.what === 'change' ? write.change.base : null);

it('bases a change on what this page wrote to the field, whether or not it is known to be through', async () => {
  const answers = [THROUGH, LOST];
  const own = ownChanges(async () => answers.shift() ?? LOST);
  expect(await own.write(changing('c1'))).toBe(THROUGH);
  expect(await own.write(changing('c2'))).toBe(LOST);
  expect(baseOf(own.after(changing('c3')))).toEqual({ title: ['head', 'c1', 'c2'] });
});

it('knows of it as soon as it is under way', () => {
  const own = ownChanges(() => new Promise(() => {}));
  void own.write(changing('c1'));
  expect(baseOf(own.after(changing('c2', { base: {} })))).toEqual({ title: ['c1'] });
});

it('need not name what a stored change already came after', async () => {
  const answers = [LOST, LOST, THROUGH];
  const own = ownChanges(async () => answers.shift() ?? LOST);
  await own.write(changing('c1'));
  await own.write(own.after(changing('c2')));
  expect(baseOf(own.after(changing('c3')))).toEqual({ title: ['head', 'c1', 'c2'] });
  await own.write(own.after(changing('c3')));
  expect(baseOf(own.after(changing('c4')))).toEqual({ title: ['head', 'c3'] });
});

it('names nothing twice, and a change never after itself', async () => {
  const own = ownChanges(async () => LOST);
  await own.write(changing('c1'));
  await own.write(changing('c1'));
  expect(baseOf(own.after(changing('c2', { base: { title: ['c1'] } })))).toEqual({ title: ['c1'] });
  expect(baseOf(own.after(changing('c1')))).toEqual({ title: ['head'] });
});

it('keeps fields and near misses apart', async () => {
  const own = ownChanges(async () => LOST);
  await own.write(changing('c1'));
  expect(baseOf(own.after(changing('c2', { set: { cue: 'A dip' }, base: { cue: [] } })))).toEqual({ cue: [] });
  expect(baseOf(own.after(changing('c2', { nearMiss: 'checkout-2-a' })))).toEqual({ title: ['head'] });
  expect(baseOf(own.after(changing('c2', { set: { cue: 'A dip', title: 'x' }, base: {} })))).toEqual({
    cue: [],
    title: ['c1'],
  });
});

it('passes on everything else as it is', async () => {
  const written: QueuedWrite[] = [];
  const own = ownChanges(async (write) => {
    written.push(write);
    return THROUGH;
  });
  const entry: QueuedWrite = { what: 'entry', entry: anEntry() };
  expect(await own.write(entry)).toBe(THROUGH);
  expect(own.after(entry)).toBe(entry);
  expect(written).toEqual([entry]);
});

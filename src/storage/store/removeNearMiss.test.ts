import { encodeChange } from '../../domain/codec/encodeChange';
import { encodeEntry } from '../../domain/codec/encodeEntry';
import { encodeMarker } from '../../domain/codec/encodeMarker';
import { encodeRecord } from '../../domain/codec/encodeRecord';
import { decode } from '../../domain/codec/decode';
import { foldEntries } from '../../domain/fold/foldEntries';
import type { ShownEntry } from '../../domain/fold/nearMiss';
import type { Entry } from '../../domain/record/record';
import { aChange, anEntry, aNearMiss, aRecord, aShownEntry } from '../../testing/builders/builders';
import { DOWN, FORBIDDEN, storeStage } from '../../testing/stages/storeStage';
import { valueIn } from '../../testing/grafana/valueIn';
import type { Failure } from '../../grafana/outcome';
import { removeEntry, removeNearMiss } from './removeNearMiss';
import type { Place } from '../../domain/record/place';
import { decodedOf } from '../../domain/codec/decoded';

const ID = 'queue-1-abcd';
const DONE = { ok: true, value: null };
const leaving = (left: number) => ({ ok: true, value: { left } });
const LOOKING = ['find', { tags: [`nm:${ID}`], limit: 100 }];
const REFUSED: Failure = { kind: 'refused', status: 400, detail: 'no' };

describe('removing a near miss', () => {
  /** A record (1), its twin (2), a change (3), an entry (4), what is broken (5), its marker (6), a stranger's on another panel (7) and another. */
  async function aStage() {
    const stage = storeStage();
    const { annotations } = stage;
    const record = encodeRecord(aRecord(), { kind: 'organization' }, '');
    const marker = { time: 1, timeEnd: 2, text: '', tags: [], ...encodeMarker(aRecord(), '') };
    const entry = encodeEntry(anEntry(), aNearMiss(), '');
    for (const annotation of [
      record,
      record,
      encodeChange(aChange(), aNearMiss(), ''),
      entry,
      { ...entry, text: entry.text.slice(0, -5) },
      marker,
      { ...marker, panelId: 5 },
      encodeRecord(aRecord({ id: 'other-1-abcd' }), { kind: 'organization' }, ''),
    ]) {
      valueIn(await annotations.post(annotation));
    }
    const left = () => annotations.stored().map((raw) => (Object(raw) as { id: number }).id);
    return { ...stage, left };
  }

  it('deletes what was added first, then markers, the record last, and nothing of others', async () => {
    const { context, asked, left } = await aStage();
    expect(await removeNearMiss(context, ID)).toEqual(leaving(1));
    expect(asked).toEqual([LOOKING, ...[4, 3, 5, 6, 2, 1].map((id) => ['remove', id]), LOOKING]);
    expect(left()).toEqual([7, 8]);
  });

  it('deletes everything though one answer lacked the record', async () => {
    const { context, annotations, left } = await aStage();
    annotations.cutNext(1, 1);
    expect(await removeNearMiss(context, ID)).toEqual(leaving(1));
    expect(left().filter((id) => id === 1)).toEqual([]);
  });

  it('deletes no addition where there is no record', async () => {
    const { context, annotations, left } = await aStage();
    await annotations.remove(1);
    await annotations.remove(2);
    expect(await removeNearMiss(context, ID)).toMatchObject({ ok: false, failure: { kind: 'missing' } });
    expect(left()).toEqual([3, 4, 5, 6, 7, 8]);
  });

  it('is done where nothing is there', async () => {
    const { context, asked } = storeStage();
    expect(await removeNearMiss(context, ID)).toEqual(leaving(0));
    expect(asked).toHaveLength(3);
    expect(asked.every(([method]) => method === 'find')).toBe(true);
  });

  it('deletes nothing while it cannot look, and looks again when that was for a moment', async () => {
    const { context, annotations, asked, left } = await aStage();
    annotations.failNext('find', { failure: FORBIDDEN });
    expect(await removeNearMiss(context, ID)).toEqual({ ok: false, failure: FORBIDDEN });
    expect(asked).toEqual([LOOKING]);
    annotations.failNext('find', { failure: DOWN, times: 2 });
    expect(await removeNearMiss(context, ID)).toEqual(leaving(1));
    expect(left()).toEqual([7, 8]);
  });

  it('ends at the first of what was added that is refused', async () => {
    const { context, annotations, left } = await aStage();
    annotations.failNext('remove', { failure: REFUSED });
    expect(await removeNearMiss(context, ID)).toEqual({ ok: false, failure: REFUSED });
    expect(left()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  /** The fault strikes when so many were removed. */
  function failAfter({ annotations }: Awaited<ReturnType<typeof aStage>>, removals: number, failure: Failure) {
    annotations.delay(async (method) => {
      if (method === 'remove' && annotations.calls().filter((call) => call === 'remove').length === removals) {
        annotations.failNext('remove', { failure });
      }
    });
  }

  it('goes on after a marker that the writer may not delete', async () => {
    const stage = await aStage();
    failAfter(stage, 3, FORBIDDEN);
    expect(await removeNearMiss(stage.context, ID)).toEqual(leaving(2));
    expect(stage.left()).toEqual([6, 7, 8]);
  });

  it('ends at a marker that is not deleted for another reason', async () => {
    const stage = await aStage();
    failAfter(stage, 3, REFUSED);
    expect(await removeNearMiss(stage.context, ID)).toEqual({ ok: false, failure: REFUSED });
    expect(stage.left()).toEqual([1, 2, 6, 7, 8]);
  });

  it('keeps the record when its twin is refused', async () => {
    const stage = await aStage();
    failAfter(stage, 4, FORBIDDEN);
    expect(await removeNearMiss(stage.context, ID)).toEqual({ ok: false, failure: FORBIDDEN });
    expect(stage.left()).toEqual([1, 2, 7, 8]);
  });

  /** An entry and a record of mallory's in a journal, and a record of hers where the near miss is. */
  async function withStranger(stage: Awaited<ReturnType<typeof aStage>>) {
    const mallory = stage.annotations.as({ login: 'mallory' });
    const hers: Place = { kind: 'journal', dashboardUid: 'hers' };
    const record = aRecord({ title: 'Hers' });
    for (const annotation of [
      encodeEntry(anEntry({ text: 'Hers.' }), aNearMiss({ place: hers }), ''),
      encodeRecord(record, hers, ''),
      encodeRecord(record, { kind: 'organization' }, ''),
    ]) {
      valueIn(await mallory.post(annotation));
    }
  }

  it('leaves what is not part of it, though it has no right there, and says so', async () => {
    const stage = await aStage();
    await withStranger(stage);
    const mine = stage.annotations.as({ login: 'anna', edits: (uid) => uid !== 'hers' });
    const context = { ...stage.context, port: mine };
    expect(await removeNearMiss(context, ID)).toEqual(leaving(4));
    expect(stage.left()).toEqual([7, 8, 9, 10, 11]);
  });

  it('deletes nothing where it is known not to be allowed', async () => {
    const { context, asked } = await aStage();
    const asking: Place[] = [];
    const mayDelete = async (place: Place) => {
      asking.push(place);
      return { ok: true as const, value: false };
    };
    expect(await removeNearMiss({ ...context, mayDelete }, ID)).toMatchObject({ failure: { kind: 'forbidden' } });
    expect(asking).toEqual([{ kind: 'organization' }]);
    expect(asked).toEqual([LOOKING]);
  });

  it('deletes nothing where it is not allowed and nobody could say so before', async () => {
    const stage = await aStage();
    const port = stage.annotations.as({ login: 'vera', editsOrganization: false });
    const mayDelete = async () => ({ ok: false as const, failure: DOWN });
    const refused = await removeNearMiss({ ...stage.context, port, mayDelete }, ID);
    expect(refused).toMatchObject({ ok: false, failure: { kind: 'forbidden' } });
    expect(stage.left()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });
});

describe('removing an entry', () => {
  interface Written extends Partial<Entry> {
    login?: string;
    /** By whom it was changed outside. */
    patched?: string;
  }

  /** Entries by the order of writing, which are also their annotation ids. */
  async function aWorksheet(...all: readonly Written[]) {
    const stage = storeStage();
    for (const { login = 'anna', patched, ...over } of all) {
      const annotation = encodeEntry(anEntry({ text: `Words of ${login}`, ...over }), aNearMiss(), '');
      const id = valueIn(await stage.annotations.as({ login }).post(annotation));
      await (patched && stage.annotations.as({ login: patched }).patch(id, { text: annotation.text }));
    }
    const shown = () => foldEntries(decodedOf(stage.annotations.stored().map(decode), 'entry'));
    const remove = (annotationId: number) => {
      const entry = shown().find((each) => each.annotationId === annotationId);
      return removeEntry(stage.context, entry ?? missing(annotationId));
    };
    return { ...stage, shown, remove };
  }

  function missing(annotationId: number): ShownEntry {
    throw new Error(`${annotationId} is not shown`);
  }

  const removing = (...ids: number[]) => [LOOKING, ...ids.map((id) => ['remove', id])];

  it('deletes it alone when it replaced none', async () => {
    const { remove, asked, shown } = await aWorksheet({ id: 'one' }, { id: 'two' });
    expect(await remove(2)).toEqual(DONE);
    expect(asked).toEqual(removing(2));
    expect(shown()).toMatchObject([{ id: 'one' }]);
  });

  it('deletes all earlier versions first, the oldest first of all', async () => {
    const { remove, asked, shown } = await aWorksheet(
      { id: 'one' },
      { id: 'two', replaces: 'one' },
      { id: 'beside' },
      { id: 'three', replaces: 'two' }
    );
    expect(await remove(4)).toEqual(DONE);
    expect(asked).toEqual(removing(1, 2, 4));
    expect(shown()).toMatchObject([{ id: 'beside' }]);
  });

  it('deletes its own twin with it, but none that somebody else wrote', async () => {
    const { remove, asked } = await aWorksheet({ id: 'one' }, { id: 'one' }, { id: 'one', login: 'ben' });
    expect(await remove(1)).toEqual(DONE);
    expect(asked).toEqual(removing(2, 1));
  });

  it('keeps the words of others that it names', async () => {
    const { remove, asked } = await aWorksheet({ id: 'one', login: 'ben' }, { id: 'two', replaces: 'one' });
    expect(await remove(2)).toEqual(DONE);
    expect(asked).toEqual(removing(2));
  });

  it('keeps what is still shown beside it, and what that one replaced', async () => {
    const { remove, asked } = await aWorksheet(
      { id: 'zero' },
      { id: 'one', replaces: 'zero' },
      { id: 'two', replaces: 'one', patched: 'mallory' }
    );
    expect(await remove(3)).toEqual(DONE);
    expect(asked).toEqual(removing(3));
  });

  it('ends where two name each other', async () => {
    const { remove, asked } = await aWorksheet({ id: 'one', replaces: 'two' }, { id: 'two', replaces: 'one' });
    expect(await remove(2)).toEqual(DONE);
    expect(asked).toEqual(removing(1, 2));
    const longer = await aWorksheet(
      { id: 'one', replaces: 'two' },
      { id: 'two', replaces: 'one' },
      { id: 'three', replaces: 'two' }
    );
    expect(await longer.remove(3)).toEqual(DONE);
    expect(longer.asked).toEqual(removing(1, 2, 3));
  });

  it('ends where an earlier version is gone', async () => {
    const { remove, asked } = await aWorksheet({ id: 'two', replaces: 'gone' }, { id: 'one' });
    expect(await remove(1)).toEqual(DONE);
    expect(asked).toEqual(removing(1));
  });

  it('keeps the shown one when an earlier version is refused', async () => {
    const { remove, annotations, asked } = await aWorksheet({ id: 'one' }, { id: 'two', replaces: 'one' });
    annotations.failNext('remove', { failure: REFUSED });
    expect(await remove(2)).toEqual({ ok: false, failure: REFUSED });
    expect(asked).toEqual(removing(1));
  });

  it('deletes nothing while it cannot look, and looks again when that was for a moment', async () => {
    const { context, annotations, asked } = storeStage();
    annotations.failNext('find', { failure: FORBIDDEN });
    expect(await removeEntry(context, aShownEntry())).toEqual({ ok: false, failure: FORBIDDEN });
    annotations.failNext('find', { failure: DOWN });
    expect(await removeEntry(context, aShownEntry())).toEqual(DONE);
    expect(asked).toEqual([LOOKING, LOOKING, LOOKING, ['remove', 11]]);
  });
});

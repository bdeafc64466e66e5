import fc from 'fast-check';
import { type StoredPart, partIdentity } from '../../domain/fold/storedPart';
import { MARKER_TAG, RECORD_TAG } from '../../domain/codec/tags';
import { anAnnotation, anEntry, aRecord } from '../../testing/builders/builders';
import { aDashboard, selfTestHost } from '../../testing/stages/selfTestHost';
import type { Failure } from '../../grafana/outcome';
import { twinsIn } from '../store/removeTwins';
import { repair } from './repair';
import { decode } from '../../domain/codec/decode';
import { decodedOf } from '../../domain/codec/decoded';
import type { NearMiss } from '../../domain/fold/nearMiss';
import { changeIn, recordIn, shareIn } from '../../testing/hosts/writeTo';

const ORGANIZATION = { kind: 'organization' } as const;
const FORBIDDEN: Failure = { kind: 'forbidden', status: 403, detail: '' };
const ID = 'queue-1-abcd';

interface Raw {
  id: number;
  tags: string[];
  text: string;
  time: number;
  timeEnd: number;
}

async function aHost() {
  const host = selfTestHost({ 'GET /api/dashboards/uid/checkout': aDashboard(4) });
  await recordIn(host.store, aRecord(), ORGANIZATION);
  const tagged = (tag: string) =>
    host.annotations
      .stored()
      .map((raw) => Object(raw) as Raw)
      .filter(({ tags }) => tags.includes(tag));
  const nearMiss = async () => {
    const read = await host.store.read(ID);
    if (!read.ok) {
      throw new Error(read.failure.kind);
    }
    return read.value.nearMiss;
  };
  const removeAll = async (tag: string) => {
    for (const { id } of tagged(tag)) {
      await host.annotations.remove(id);
    }
  };
  const repost = async (tag: string) => {
    for (const { text, tags, time, timeEnd } of tagged(tag)) {
      await host.annotations.post({ text, tags, time, timeEnd });
    }
  };
  /** The removal of every marker that is there, as a check offers it. */
  const orphans = () => {
    const stored = decodedOf(host.annotations.stored().map(decode), 'marker');
    return { does: 'remove-markers', markers: stored } as const;
  };
  return { ...host, tagged, nearMiss, removeAll, repost, orphans };
}

const missing = (nearMiss: NearMiss) => ({ nearMiss, dashboardTitle: '', panelTitle: '', mine: true });

describe('making markers again', () => {
  it('says on the graph what the near miss says now', async () => {
    const { context, store, tagged, nearMiss, removeAll } = await aHost();
    await changeIn(store, await nearMiss(), { status: 'closed', outcome: 'A second consumer.' });
    await removeAll(MARKER_TAG);
    const wanted = { does: 'make-markers', markers: [missing(await nearMiss())] } as const;
    expect(await repair(context, wanted)).toEqual({ does: 'make-markers', done: 1, failed: 0, failure: null });
    expect(tagged(MARKER_TAG)).toMatchObject([
      { dashboardUID: 'checkout', panelId: 4, tags: [MARKER_TAG, `nm:${ID}`] },
    ]);
    expect(tagged(MARKER_TAG)[0]?.text).toContain(', closed.');
    // A second time it is there already.
    await repair(context, wanted);
    expect(tagged(MARKER_TAG)).toHaveLength(1);
  });

  it('makes one marker although the answer to the first was lost', async () => {
    const { annotations, context, tagged, nearMiss, removeAll } = await aHost();
    await removeAll(MARKER_TAG);
    annotations.failNext('post', { failure: { kind: 'timeout', status: 0, detail: '' }, done: true });
    const wanted = { does: 'make-markers', markers: [missing(await nearMiss())] } as const;
    expect(await repair(context, wanted)).toMatchObject({ done: 1, failed: 0 });
    expect(tagged(MARKER_TAG)).toHaveLength(1);
  });

  it('makes none for a near miss that was deleted in the meantime', async () => {
    const { context, tagged, nearMiss, removeAll } = await aHost();
    const gone = await nearMiss();
    await removeAll(MARKER_TAG);
    await removeAll(RECORD_TAG);
    expect(await repair(context, { does: 'make-markers', markers: [missing(gone)] })).toMatchObject({
      done: 0,
      failed: 1,
      failure: { kind: 'missing' },
    });
    expect(tagged(MARKER_TAG)).toEqual([]);
  });

  it('goes on after a refusal and tells the first', async () => {
    const { annotations, context, store, nearMiss, removeAll } = await aHost();
    await recordIn(store, aRecord({ id: 'other-1-abcd' }), ORGANIZATION);
    await removeAll(MARKER_TAG);
    const first = await nearMiss();
    annotations.failNext('post', { failure: FORBIDDEN });
    const wanted = {
      does: 'make-markers',
      markers: [missing(first), missing({ ...first, id: 'other-1-abcd' })],
    } as const;
    expect(await repair(context, wanted)).toMatchObject({ done: 1, failed: 1, failure: FORBIDDEN });
  });
});

describe('removing markers', () => {
  it('removes those whose record is gone', async () => {
    const { annotations, context, removeAll, repost, orphans } = await aHost();
    await removeAll(RECORD_TAG);
    await repost(MARKER_TAG);
    expect(await repair(context, orphans())).toMatchObject({ done: 2, failed: 0 });
    expect(annotations.stored()).toEqual([]);
  });

  it('removes only those that were shown, as they were shown', async () => {
    const { annotations, context, removeAll, repost, tagged, orphans } = await aHost();
    await removeAll(RECORD_TAG);
    const wanted = orphans();
    await repost(MARKER_TAG);
    expect(await repair(context, wanted)).toMatchObject({ done: 1, failed: 0 });
    const later = orphans();
    await annotations.patch(tagged(MARKER_TAG)[0]?.id ?? 0, { text: 'Somebody’s note' });
    expect(await repair(context, later)).toMatchObject({ done: 0, failed: 0 });
    expect(tagged(MARKER_TAG)).toHaveLength(1);
  });

  it('keeps one whose record came, or cannot be read', async () => {
    const { annotations, context, tagged, orphans } = await aHost();
    const wanted = orphans();
    expect(await repair(context, wanted)).toMatchObject({ done: 0, failed: 0 });
    await annotations.patch(tagged(RECORD_TAG)[0]?.id ?? 0, { text: '<!--near-miss {"what"' });
    expect(await repair(context, wanted)).toMatchObject({ done: 0, failed: 0 });
    expect(tagged(MARKER_TAG)).toHaveLength(1);
  });

  it('keeps one whose record is there beside another that cannot be read', async () => {
    const { annotations, context, tagged, repost, orphans } = await aHost();
    await repost(RECORD_TAG);
    await annotations.patch(tagged(RECORD_TAG)[1]?.id ?? 0, { text: '<!--near-miss {"what"' });
    const wanted = orphans();
    expect(await repair(context, wanted)).toEqual({ does: 'remove-markers', done: 0, failed: 0, failure: null });
    expect(tagged(MARKER_TAG)).toHaveLength(1);
  });

  it('removes none while it cannot look', async () => {
    const { annotations, context, removeAll, tagged, orphans } = await aHost();
    await removeAll(RECORD_TAG);
    annotations.failNext('find', { failure: FORBIDDEN });
    const wanted = orphans();
    expect(await repair(context, wanted)).toMatchObject({ done: 0, failed: 1, failure: FORBIDDEN });
    annotations.failNext('remove', { failure: FORBIDDEN });
    expect(await repair(context, wanted)).toMatchObject({ done: 0, failed: 1, failure: FORBIDDEN });
    expect(tagged(MARKER_TAG)).toHaveLength(1);
  });
});

describe('removing twins', () => {
  it('removes the younger of each, and no word with it', async () => {
    const { annotations, context, store, repost } = await aHost();
    await shareIn(store, anEntry());
    const before = annotations.stored();
    await repost(RECORD_TAG);
    await repost('near-miss-retro');
    expect(await repair(context, { does: 'remove-twins', nearMisses: [ID] })).toMatchObject({ done: 2, failed: 0 });
    expect(annotations.stored()).toEqual(before);
  });

  it('removes none while it cannot look, and goes on with the next', async () => {
    const { annotations, context, repost } = await aHost();
    await repost(RECORD_TAG);
    annotations.failNext('find', { failure: FORBIDDEN });
    expect(await repair(context, { does: 'remove-twins', nearMisses: ['other-1-abcd', ID] })).toEqual({
      does: 'remove-twins',
      done: 1,
      failed: 1,
      failure: FORBIDDEN,
    });
  });

  it('tells the first of several reasons', async () => {
    const { annotations, context } = await aHost();
    const second: Failure = { kind: 'refused', status: 400, detail: 'second' };
    annotations.failNext('find', { failure: FORBIDDEN });
    annotations.failNext('find', { failure: second });
    expect(await repair(context, { does: 'remove-twins', nearMisses: ['a-1-abcd', 'b-1-abcd'] })).toEqual({
      does: 'remove-twins',
      done: 0,
      failed: 2,
      failure: FORBIDDEN,
    });
  });

  it('does nothing where nothing is wanted', async () => {
    const { annotations, context } = await aHost();
    const calls = annotations.calls().length;
    expect(await repair(context, { does: 'remove-twins', nearMisses: [] })).toEqual({
      does: 'remove-twins',
      done: 0,
      failed: 0,
      failure: null,
    });
    expect(annotations.calls()).toHaveLength(calls);
  });

  it('tells when it is refused', async () => {
    const { annotations, context, repost } = await aHost();
    await repost(RECORD_TAG);
    annotations.failNext('remove', { failure: FORBIDDEN });
    expect(await repair(context, { does: 'remove-twins', nearMisses: [ID] })).toMatchObject({
      done: 0,
      failed: 1,
      failure: FORBIDDEN,
    });
  });

  it('never takes the last of any words, place or login', () => {
    const part = fc
      .record({
        id: fc.integer({ min: 1, max: 6 }),
        text: fc.constantFrom('one', 'two'),
        login: fc.constantFrom('anna', 'ben'),
        dashboardUid: fc.constantFrom('', 'journal'),
        created: fc.integer({ min: 1, max: 3 }),
        nearMiss: fc.constantFrom('a-1-abcd', 'b-1-abcd'),
      })
      .map(({ nearMiss, ...over }): StoredPart => ({
        what: 'record',
        record: aRecord({ id: nearMiss }),
        annotation: anAnnotation(over),
        unreadParts: [],
      }));
    const sayings = (parts: readonly StoredPart[]) =>
      new Set(
        parts.map((each) => {
          const { text, login, dashboardUid } = each.annotation;
          return [partIdentity(each).id, text, login, dashboardUid].join('|');
        })
      );
    fc.assert(
      fc.property(fc.uniqueArray(part, { selector: ({ annotation }) => annotation.id }), (parts) => {
        const twins = new Set(twinsIn(parts).map(({ id }) => id));
        expect(sayings(parts.filter(({ annotation }) => !twins.has(annotation.id)))).toEqual(sayings(parts));
      })
    );
  });
});

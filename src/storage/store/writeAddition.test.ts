import { readAnnotation } from '../../domain/codec/annotation';
import { decode } from '../../domain/codec/decode';
import { encodeEntry } from '../../domain/codec/encodeEntry';
import { encodeRecord } from '../../domain/codec/encodeRecord';
import { MOST_NEW_TEXT_BYTES, textBytes } from '../../domain/codec/payload';
import type { NearMissFields } from '../../domain/record/record';
import { aChange, anEntry, aNearMiss, aRecord } from '../../testing/builders/builders';
import { A_RISING_TREND } from '../../testing/builders/aRisingTrend';
import { DOWN, FORBIDDEN, storeStage } from '../../testing/stages/storeStage';
import { valueIn } from '../../testing/grafana/valueIn';
import { writeAddition } from './writeAddition';
import { writeMarker } from './writeMarker';

/** A near miss with its marker; only what is asked after that is noted. */
async function aMarkedOne(version = 1) {
  const { annotations, asked, context } = storeStage();
  const record = { ...aRecord(), version };
  await annotations.post(encodeRecord(record, { kind: 'organization' }, context.link(record.id)));
  await writeMarker(context, aNearMiss(record), []);
  asked.length = 0;
  return { annotations, asked, context };
}

const changing = (set: Partial<NearMissFields>) => ({ what: 'change' as const, change: aChange({ set, base: {} }) });

it.each<[string, Partial<NearMissFields>, number]>([
  ['its status', { status: 'closed' }, 1],
  ['its limit', { limit: null }, 1],
  ['its stretch', { stretch: { from: A_RISING_TREND.stretch.from, to: A_RISING_TREND.stretch.to - 60_000 } }, 1],
  ['its series', { series: 'consumers' }, 1],
  ['its moment of acting, where the stretch ends with it', { actedAt: A_RISING_TREND.stretch.to - 60_000 }, 1],
  ['its moment of acting, where that moves nothing', { actedAt: A_RISING_TREND.actedAt + 60_000 }, 0],
  ['words that are not on it', { cue: 'A dip' }, 0],
])('brings the marker up to date after a change of %s only if it shows it', async (_what, set, patches) => {
  const { asked, context } = await aMarkedOne();
  valueIn(await writeAddition(context, changing(set)));
  expect(asked.filter(([method]) => method === 'patch')).toHaveLength(patches);
});

it('draws the marker over the corrected stretch under the name of the chosen series', async () => {
  const { asked, context } = await aMarkedOne();
  const stretch = { from: A_RISING_TREND.stretch.from + 600_000, to: A_RISING_TREND.stretch.to - 600_000 };
  const { marker } = valueIn(await writeAddition(context, changing({ stretch, series: 'consumers' })));
  expect(asked.filter(([method]) => method === 'patch')).toEqual([
    ['patch', 2, { text: expect.stringContaining('consumers towards 25 K'), time: stretch.from, timeEnd: stretch.to }],
  ]);
  expect(marker).toEqual({ ok: true, value: 2 });
});

it.each([
  ['refused', FORBIDDEN],
  ['not answered', DOWN],
])('has stored the change where its marker is %s, says so, and redraws it when it comes again', async (_, failure) => {
  const { annotations, context } = await aMarkedOne();
  annotations.failNext('patch', { failure, times: 9 });
  const write = changing({ series: 'consumers' });
  const first = valueIn(await writeAddition(context, write));
  expect(first.marker).toEqual({ ok: false, failure });
  annotations.forgetFaults();
  expect(valueIn(await writeAddition(context, write))).toEqual({ ...first, marker: { ok: true, value: 2 } });
});

it('adds nothing to what a newer version wrote, and says so', async () => {
  const { annotations, context } = await aMarkedOne(2);
  const before = annotations.stored();
  expect(await writeAddition(context, { what: 'entry', entry: anEntry() })).toEqual({
    ok: false,
    failure: { kind: 'refused', status: 0, detail: 'written by a newer version of Near Miss' },
  });
  expect(annotations.stored()).toEqual(before);
});

it('knows an entry that went through as an edit of the same one, and does not write it again', async () => {
  const { annotations, context } = await aMarkedOne();
  valueIn(await writeAddition(context, { what: 'entry', entry: anEntry({ text: 'First words' }) }));
  const again = { what: 'entry' as const, entry: anEntry({ text: 'Better words' }) };
  const edited = valueIn(await writeAddition(context, again));
  expect(valueIn(await writeAddition(context, again))).toEqual(edited);
  const entries = annotations
    .stored()
    .map(decode)
    .flatMap((part) => (part.what === 'entry' ? [part.entry] : []));
  expect(entries.map(({ text, replaces }) => [text, replaces])).toEqual([
    ['First words', ''],
    ['Better words', anEntry().id],
  ]);
});

const LONG = 'x'.repeat(MOST_NEW_TEXT_BYTES);

it.each([
  ['an answer', { what: 'entry' as const, entry: anEntry({ text: LONG }) }],
  ['a change', changing({ outcome: LONG })],
])('refuses %s that no copy could hold later, before it is posted', async (_what, write) => {
  const { annotations, asked, context } = await aMarkedOne();
  const before = annotations.stored();
  expect(await writeAddition(context, write)).toMatchObject({ ok: false, failure: { kind: 'too-long' } });
  expect(asked.filter(([method]) => method !== 'find' && method !== 'get')).toEqual([]);
  expect(annotations.stored()).toEqual(before);
});

it('writes the longest answer that a copy can hold', async () => {
  const { annotations, context } = await aMarkedOne();
  const sizeOf = (length: number) =>
    textBytes(encodeEntry(anEntry({ text: 'x'.repeat(length) }), aNearMiss(), context.link(aRecord().id)).text);
  const long = 14_000 + MOST_NEW_TEXT_BYTES - sizeOf(14_000);
  const answer = (length: number) => ({ what: 'entry' as const, entry: anEntry({ text: 'x'.repeat(length) }) });
  expect(await writeAddition(context, answer(long + 1))).toMatchObject({ ok: false, failure: { kind: 'too-long' } });
  valueIn(await writeAddition(context, answer(long)));
  const sizes = annotations.stored().map((raw) => textBytes(readAnnotation(raw)?.text ?? ''));
  expect(Math.max(...sizes)).toBe(MOST_NEW_TEXT_BYTES);
});

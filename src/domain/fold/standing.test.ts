import fc from 'fast-check';
import { A_SOURCE, aChange, anAnnotation, aRecord } from '../../testing/builders/builders';
import type { DecodedChange, DecodedRecord } from '../codec/decoded';
import { marginOf } from '../projection/margin';
import { projectStretch } from '../projection/projectStretch';
import type { Limit } from '../projection/limit';
import type { NearMissFields, NearMissRecord } from '../record/record';
import { chosenEvidence } from '../record/chosenSeries';
import { packEvidence } from '../series/packEvidence';
import { writeTwelveBits } from '../series/twelveBits';
import { unpackEvidence } from '../series/unpackEvidence';
import { seededRandom } from '../series/seededRandom';
import { plainSpeech } from '../story/plainSpeech';
import { storyGeometry } from '../story/picture/storyGeometry';
import { storySvg } from '../story/picture/storySvg';
import { storySentence } from '../story/projectionSentence';
import { nearMissesCsv } from '../transfer/csv';
import { fold } from './fold';
import { sortNearMisses } from './filter';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const at = (hour: number, minute = 0) => Date.UTC(2026, 10, 3, hour, minute);
const STRETCH = { from: at(12), to: at(17, 59) };
const LIMIT: Limit = { value: 460, direction: 'rising', unit: 'short', text: '460', origin: 'threshold' };

/** One point a minute from a stretch before to a stretch after: level, a climb from 12:00 on, relieved at 18:00. */
const random = seededRandom(7);
const TIMES = Array.from({ length: 3 * 360 }, (_, minute) => at(6, 1) + minute * MINUTE);
const VALUES = TIMES.map((time) => {
  const climbed = Math.min(360, Math.max(0, (time - STRETCH.from) / MINUTE));
  return (time > STRETCH.to ? 100 : 100 + 0.75 * climbed) + 6 * random();
});
const SERIES = { name: 'memory', unit: 'short', times: TIMES, values: VALUES };

const RECORD = aRecord({
  actedAt: STRETCH.to,
  noticedAt: null,
  stretch: STRETCH,
  limit: LIMIT,
  projection: projectStretch(SERIES, STRETCH, LIMIT.value),
  evidence: packEvidence([SERIES], STRETCH),
  source: { ...A_SOURCE, series: SERIES.name },
});

const stored = (record: NearMissRecord): DecodedRecord => ({
  what: 'record',
  record,
  annotation: anAnnotation(),
  unreadParts: [],
});

function corrected(record: NearMissRecord, ...sets: ReadonlyArray<Partial<NearMissFields>>) {
  const changes = sets.map((set, index): DecodedChange => {
    const base = Object.fromEntries(Object.keys(set).map((name) => [name, index > 0 ? [`c${index}`] : []]));
    const annotation = anAnnotation({ id: index + 2, created: at(20) + index });
    return {
      what: 'change',
      change: aChange({ id: `c${index + 1}`, nearMiss: record.id, set, base }),
      annotation,
      unreadParts: [],
    };
  });
  const [nearMiss] = fold([stored(record)], changes);
  return nearMiss ?? fail('No near miss');
}

const COLOURS = { line: 'a', road: 'b', band: 'c', limit: 'd', stretch: 'e', text: 'f', background: 'g' };
const fail = (why: string): never => {
  throw new Error(why);
};
/** Its margin in the CSV, in whole minutes. */
const csvMargin = (...args: Parameters<typeof corrected>) =>
  nearMissesCsv([{ ...corrected(...args), almost: '' }])
    .split('\r\n')[1]
    ?.split(',')
    .at(-8);

it('leaves the projection as it was stored while nothing it was made for has changed', () => {
  const nearMiss = corrected(RECORD, { title: 'Another name', status: 'discussed' });
  expect(nearMiss).toMatchObject({ projection: RECORD.projection, stretch: STRETCH });
  expect(nearMiss.projection).toMatchObject({ ok: true, points: 360, window: STRETCH });
});

it('is made anew up to an earlier moment of acting, from nothing that came after it', () => {
  const nearMiss = corrected(RECORD, { actedAt: at(15) });
  const { projection, stretch } = nearMiss;
  if (!projection?.ok) {
    return fail('There is a clear trend up to 15:00');
  }
  expect(stretch).toEqual({ from: at(12), to: at(15) });
  expect(projection.window.from).toBe(at(12));
  expect(projection.window.to).toBeLessThanOrEqual(at(15));
  expect(projection.window.to).toBeGreaterThan(at(14, 50));
  expect(projection.points).toBeLessThan(180);
  expect(projection.horizon).toBeLessThanOrEqual(6 * HOUR);
  const { atLeast } = marginOf(projection, nearMiss.actedAt);
  expect(atLeast).not.toBe(marginOf(RECORD.projection, at(15)).atLeast);
  expect(csvMargin(RECORD, { actedAt: at(15) })).toBe(String(Math.floor((atLeast ?? NaN) / MINUTE)));
  expect(storySentence(nearMiss, plainSpeech)).toContain(
    plainSpeech.time(projection.lo ?? NaN, projection.crossing ?? NaN)
  );
});

it('gives no margin for a later moment of acting that the crossing lies before', () => {
  const nearMiss = corrected(RECORD, { actedAt: at(21) });
  expect(nearMiss).toMatchObject({ projection: { ok: true, window: STRETCH }, stretch: STRETCH });
  expect(marginOf(nearMiss.projection, at(21))).toEqual({ atLeast: null, around: null });
  expect(csvMargin(RECORD, { actedAt: at(21) })).toBe('');
  const sentence = storySentence(nearMiss, plainSpeech);
  expect(sentence).toContain('before it was acted on (9 in 10');
  expect(sentence).toContain('The stretch ends 3.02 h before it was acted on.');
  expect(sentence).not.toMatch(/\b0 m?s\b/);
});

it('is drawn from what was last seen before the corrected moment', () => {
  const drawn = corrected(RECORD, { actedAt: at(15) });
  const story = { ...drawn, stretch: STRETCH, evidence: unpackEvidence(drawn.evidence ?? fail('It has evidence')) };
  const size = { width: 600, height: 100 };
  const { x } = storyGeometry(story, size).scale;
  const road = /<polyline points="([\d.]+),[\d.]+ [^"]+" fill="none" stroke="road"/.exec(
    storySvg(story, size, { ...COLOURS, road: 'road' }, plainSpeech)
  );
  expect(Math.abs(Number(road?.[1]) - x(at(15)))).toBeLessThan(x(at(15)) - x(at(14, 45)));
});

it('comes back as it was when the correction is taken back', () => {
  const nearMiss = corrected(RECORD, { actedAt: at(15) }, { actedAt: STRETCH.to });
  expect(nearMiss).toMatchObject({ projection: RECORD.projection, stretch: STRETCH });
  expect(nearMiss.history[1]).toMatchObject({
    set: { actedAt: STRETCH.to },
    before: { actedAt: [{ actedAt: at(15) }] },
  });
});

it('is sorted by the margin it has after the correction', () => {
  const narrow = corrected({ ...RECORD, id: 'narrow-1-abc' });
  const wide = corrected(RECORD, { actedAt: at(15) });
  const none = corrected({ ...RECORD, id: 'none-1-abcde' }, { actedAt: at(21) });
  expect(sortNearMisses([none, wide, narrow], 'margin').map(({ id }) => id)).toEqual([narrow.id, wide.id, none.id]);
});

it('is made anew towards another limit, and is gone with the limit', () => {
  const limit = { ...LIMIT, value: 520, text: '520' };
  const { projection } = corrected(RECORD, { limit });
  expect(projection).toMatchObject({ ok: true });
  expect(projection?.ok && projection.crossing).toBeGreaterThan(
    (RECORD.projection?.ok && RECORD.projection.crossing) || NaN
  );
  expect(corrected(RECORD, { limit: { ...LIMIT, value: 200 } }).projection).toMatchObject({ reason: 'already-past' });
  expect(corrected(RECORD, { limit: null }).projection).toBeNull();
  expect(corrected({ ...RECORD, limit: null, projection: null }, { limit: LIMIT }).projection).toMatchObject({
    ok: true,
  });
});

it('is refused with its reason where the frozen points do not reach', () => {
  expect(corrected(RECORD, { actedAt: at(12, 1) }).projection).toMatchObject({ ok: false, reason: 'too-few-points' });
  expect(corrected(RECORD, { actedAt: at(9) })).toMatchObject({
    projection: { ok: false, reason: 'too-few-points' },
    stretch: STRETCH,
  });
  expect(corrected({ ...RECORD, evidence: null }, { actedAt: at(15) }).projection).toMatchObject({
    ok: false,
    reason: 'points-not-kept',
    window: { from: at(12), to: at(15) },
  });
  const damaged = { ...RECORD, evidence: { series: [], dropped: [] } };
  expect(corrected(damaged, { actedAt: at(15) }).projection).toMatchObject({ reason: 'points-not-kept' });
});

it('stays absent where somebody recorded none', () => {
  expect(corrected({ ...RECORD, projection: null }, { actedAt: at(15) }).projection).toBeNull();
  const wordsAlone = { ...RECORD, stretch: null, evidence: null, source: null, limit: null, projection: null };
  expect(corrected(wordsAlone, { limit: LIMIT }).projection).toBeNull();
});

it('holds when a change brings it together with what it was made for, and only with that', () => {
  const theirs = projectStretch(SERIES, { from: at(12), to: at(16) }, LIMIT.value);
  expect(corrected(RECORD, { actedAt: at(16), projection: theirs }).projection).toEqual(theirs);
  expect(corrected(RECORD, { actedAt: at(16) }, { projection: theirs }).projection).toEqual(theirs);
  expect(corrected(RECORD, { actedAt: at(16), projection: theirs }, { actedAt: at(14) }).projection).not.toEqual(
    theirs
  );
});

it('does not hold when it looked past the moment of acting, whoever stored it', () => {
  const { projection } = corrected({ ...RECORD, actedAt: at(15) });
  expect(projection?.window.to).toBeLessThanOrEqual(at(15));
});

it('is never fed by anything after the moment of acting, whatever that is', () => {
  const [packed] = RECORD.evidence?.series ?? [];
  const { times = [] } = packed ? (unpackEvidence({ series: [packed], dropped: [] }).series[0] ?? {}) : {};
  const steps = fc.array(fc.integer({ min: 0, max: 4095 }), { minLength: times.length, maxLength: times.length });
  fc.assert(
    fc.property(fc.integer({ min: at(12, 30), max: at(18) }), steps, (actedAt, others) => {
      const seen = times.filter((time) => time <= actedAt).length;
      const values = (packed?.values.slice(0, 2 * seen) ?? '') + writeTwelveBits(others.slice(seen));
      const evidence = { series: packed ? [{ ...packed, values }] : [], dropped: [] };
      const sets = [{ limit: { ...LIMIT, value: 470 }, actedAt }] as const;
      expect(corrected({ ...RECORD, evidence }, ...sets).projection).toEqual(corrected(RECORD, ...sets).projection);
    }),
    { numRuns: 50 }
  );
});

describe('a corrected graph', () => {
  const OTHER = { name: 'disk', unit: 'short', times: TIMES, values: VALUES.map((value) => 3 * value) };
  const BOTH = {
    ...RECORD,
    evidence: packEvidence([SERIES, OTHER], STRETCH),
    source: { ...A_SOURCE, series: 'memory' },
  };
  const EARLIER = { from: at(12), to: at(16) };

  it('is projected from the corrected stretch alone', () => {
    const nearMiss = corrected(BOTH, { stretch: EARLIER });
    expect(nearMiss.stretch).toEqual(EARLIER);
    expect(nearMiss.projection).toMatchObject({ ok: true, window: { from: at(12) } });
    expect(nearMiss.projection?.window.to).toBeLessThanOrEqual(at(16));
    expect(nearMiss.projection?.points).toBeLessThan(RECORD.projection?.points ?? 0);
    expect(corrected(BOTH, { stretch: { from: at(12), to: at(12, 4) } }).projection).toMatchObject({
      ok: false,
      reason: 'too-few-points',
    });
  });

  it('is that of the chosen series wherever it is named, drawn or reckoned', () => {
    const limit = { ...LIMIT, value: 1500, text: '1500' };
    const nearMiss = corrected(BOTH, { series: 'disk', stretch: EARLIER, limit });
    expect(nearMiss.source).toEqual({ ...BOTH.source, series: 'disk' });
    expect(nearMiss.projection).toMatchObject({ ok: true });
    expect(chosenEvidence(nearMiss)?.series.map(({ name }) => name)).toEqual(['disk', 'memory']);
    expect(storySentence(nearMiss, plainSpeech)).toContain('disk would have hit 1500');
    expect(nearMissesCsv([nearMiss])).toContain(',disk,');
    const towardsMemorysLimit = corrected(BOTH, { series: 'disk', stretch: EARLIER });
    expect(towardsMemorysLimit.projection).toMatchObject({ ok: false, reason: 'already-past' });
  });

  it('says that the points were not kept where the chosen series was not', () => {
    const nearMiss = corrected(BOTH, { series: 'network' });
    expect(nearMiss.projection).toMatchObject({ ok: false, reason: 'points-not-kept' });
    expect(chosenEvidence(nearMiss)?.series).toEqual([]);
  });

  it('is what was recorded, to the last digit, when all of it is taken back', () => {
    const limit = { ...LIMIT, value: 1500, text: '1500' };
    const first = { series: 'memory', stretch: STRETCH, limit: LIMIT };
    const nearMiss = corrected(BOTH, { series: 'disk', stretch: EARLIER, limit }, first);
    expect(nearMiss).toMatchObject({ ...first, projection: RECORD.projection, source: BOTH.source });
    expect(nearMiss.history.map(({ before }) => before.series)).toEqual([
      [{ series: 'memory' }],
      [{ series: 'disk', stretch: EARLIER, limit }],
    ]);
  });

  it('takes a title along that was no more than its name, and no other', () => {
    const limit = { ...LIMIT, value: 1500, text: '1500' };
    const unnamed = { ...BOTH, title: 'memory towards 460' };
    expect(corrected(unnamed, { series: 'disk', limit }).title).toBe('disk towards 1500');
    expect(corrected(BOTH, { series: 'disk', limit }).title).toBe(BOTH.title);
    expect(corrected(unnamed, { series: 'disk', limit, title: 'Nightly job' }).title).toBe('Nightly job');
  });

  it('ends with the acting, and has its whole stretch again when that is moved back', () => {
    const acted = corrected(BOTH, { stretch: EARLIER, actedAt: at(15) });
    expect(acted.stretch).toEqual({ from: at(12), to: at(15) });
    expect(corrected(BOTH, { stretch: EARLIER, actedAt: at(15) }, { actedAt: at(17) }).stretch).toEqual(EARLIER);
  });

  it('never looks past the moment of acting, whatever is chosen', () => {
    const moment = fc.integer({ min: at(7), max: at(23) });
    fc.assert(
      fc.property(moment, moment, moment, fc.constantFrom('memory', 'disk'), (one, other, actedAt, series) => {
        const stretch = { from: Math.min(one, other), to: Math.max(one, other) };
        const { projection } = corrected(BOTH, { stretch, series, actedAt });
        expect(projection?.ok && projection.window.to > actedAt).toBe(false);
      }),
      { numRuns: 50 }
    );
  });

  it('made in two ways at once is shown as a conflict of each field', () => {
    const set = (to: number, series: string) => ({ stretch: { from: at(12), to }, series });
    const stretches = [at(15), at(16)].map((to, index): DecodedChange => {
      const of = {
        id: `c${index}`,
        nearMiss: BOTH.id,
        set: set(to, index ? 'disk' : 'memory'),
        base: { stretch: [], series: [] },
      };
      return { what: 'change', change: aChange(of), annotation: anAnnotation({ id: index + 2 }), unreadParts: [] };
    });
    const [nearMiss] = fold([stored(BOTH)], stretches);
    expect(nearMiss?.conflicts.map(({ field }) => field)).toEqual(['series', 'stretch']);
    expect(nearMiss).toMatchObject(set(at(16), 'disk'));
  });
});

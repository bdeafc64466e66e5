import fc from 'fast-check';
import { A_RISING_TREND } from '../../testing/builders/aRisingTrend';
import { AN_OPEN_PROJECTION } from '../../testing/builders/builders';
import { marginOf } from '../projection/margin';
import { marginText } from './marginText';
import { plainSpeech } from './plainSpeech';
import { projectStretch } from '../projection/projectStretch';
import { projectionSentence } from './projectionSentence';
import type { Speech } from './speech';
import type { Projection, RefusalReason } from '../projection/projection';

const HOUR = 3_600_000;
const clock: Speech = { ...plainSpeech, time: (at) => new Date(at).toISOString().slice(11, 16) };
const actedAt = Date.UTC(2026, 0, 1, 14, 5);
const limit = { ...A_RISING_TREND.limit, text: '4 GiB' };

function projection(over: Partial<Extract<Projection, { ok: true }>> = {}): Projection {
  return {
    ok: true,
    crossing: Date.UTC(2026, 0, 1, 14, 52),
    lo: Date.UTC(2026, 0, 1, 14, 36),
    hi: null,
    p: 0.67,
    method: 'replay',
    window: { from: actedAt - 1.5 * HOUR, to: actedAt },
    horizon: 3 * HOUR,
    points: 40,
    ...over,
  };
}

const say = (given: Projection) =>
  projectionSentence({ name: 'cart memory', limit, projection: given, actedAt, stretch: null }, clock);

it('says when, how long after acting, not before when, and how many such climbs stop', () => {
  expect(say(projection())).toBe(
    'cart memory would have hit 4 GiB around 14:52, 47 min after it was acted on (9 in 10: not before 14:36). ' +
      '1 in 3 such climbs stops on its own.'
  );
});

it('says of what goes down that it drops, and of its like that they fall', () => {
  const falling = { ...limit, direction: 'falling', text: '0' } as const;
  const told = (p: number) =>
    projectionSentence(
      { name: 'Free disk', limit: falling, projection: projection({ p }), actedAt, stretch: null },
      clock
    );
  expect(told(0.67)).toBe(
    'Free disk would have dropped to 0 around 14:52, 47 min after it was acted on (9 in 10: not before 14:36). ' +
      '1 in 3 such falls stops on its own.'
  );
  expect(told(0.4)).toMatch(/^Free disk would more likely have stopped; if not, it would have dropped to 0 around/);
});

it('names the series only where what people have just read does not', () => {
  const under = (heading: string, name = 'cart') =>
    projectionSentence({ name, heading, limit, projection: projection(), actedAt, stretch: null }, clock);
  expect(under('Cart memory climbed')).toMatch(/^Would have hit 4 GiB around 14:52, /);
  expect(under('Nearly out of memory')).toMatch(/^cart would have hit 4 GiB around 14:52, /);
  expect(under('The order journal, almost full', 'order-journal')).toMatch(/^Would have hit 4 GiB/);
  expect(under('Nearly out of memory', 'me')).toMatch(/^me would have hit/);
  expect(under('', '%')).toMatch(/^% would have hit/);
  expect(under('Nearly out of memory', '')).toMatch(/^Would have hit 4 GiB/);
});

it('says the day of two moments once, and both where there are two', () => {
  const dated: Speech = { ...plainSpeech };
  const told = (lo: number) =>
    projectionSentence({ name: '', limit, projection: projection({ lo, hi: null }), actedAt, stretch: null }, dated);
  expect(told(Date.UTC(2026, 0, 1, 14, 36))).toContain(
    'around 2026-01-01 14:52 UTC, 47 min after it was acted on (9 in 10: not before 14:36).'
  );
  expect(told(Date.UTC(2025, 11, 31, 23, 59))).toContain('(9 in 10: not before 2025-12-31 23:59 UTC).');
});

it('says you to who acted alone', () => {
  const subject = { name: 'cart memory', limit, projection: projection(), actedAt, stretch: null };
  expect(projectionSentence({ ...subject, toActor: true }, clock)).toContain(
    'around 14:52, 47 min after you acted (9 in'
  );
  expect(projectionSentence(subject, clock)).not.toMatch(/\byou\b/);
});

it('names both ends only when there is an upper one', () => {
  expect(say(projection({ hi: Date.UTC(2026, 0, 1, 15, 30), p: 0.93 }))).toBe(
    'cart memory would have hit 4 GiB around 14:52, 47 min after it was acted on (9 in 10: not before 14:36; 9 in 10: not after 15:30).'
  );
});

it('begins with the likelier end below an even chance', () => {
  expect(say(projection({ p: 0.4 }))).toBe(
    'cart memory would more likely have stopped; if not, it would have hit 4 GiB around 14:52, 47 min after it was acted on ' +
      '(9 in 10: not before 14:36). 3 in 5 such climbs stop on their own.'
  );
});

it('says why it refuses and what to do', () => {
  const refused: Projection = { ok: false, reason: 'heading-away', window: { from: 0, to: 1 }, horizon: 2, points: 9 };
  expect(say(refused)).toBe(
    'The series moves away from this limit. Choose another limit, or the stretch before it turned.'
  );
});

it.each<[RefusalReason, RegExp]>([
  ['too-few-points', /too few points.* Choose a longer stretch/],
  ['constant', /does not move.* Choose the stretch/],
  ['heading-away', /moves away.* Choose another limit/],
  ['already-past', /had crossed this limit.* Choose a limit/],
  ['no-trend', /no clear trend.* Choose the stretch/],
  ['counter-resets', /starts again at zero.* Show its rate/],
  ['season-longer-than-stretch', /swing longer than the stretch.* Choose a stretch/],
  ['limit-unreachable', /never cross this limit.* Choose a limit within/],
  ['points-not-kept', /were not kept.* Taking the correction back/],
  ['beyond-horizon', /farther away than we can speak of.* Choose a longer stretch/],
])('says of %s what is wrong and what to do', (reason, words) => {
  expect(say({ ok: false, reason, window: { from: 0, to: 1 }, horizon: 2, points: 9 })).toMatch(words);
});

it('says nothing of an earliest time that is hardly in sight', () => {
  expect(say(projection({ p: 0.06, lo: null }))).toBe(
    'cart memory would more likely have stopped; if not, it would have hit 4 GiB around 14:52, 47 min after it was acted on. ' +
      '9 in 10 such climbs stop on their own.'
  );
});

it('names no time for a crossing beyond the horizon', () => {
  expect(say(projection({ p: 0.02, lo: null, crossing: null }))).toBe(
    'cart memory would more likely have stopped than hit 4 GiB within the 3 h we can speak of. ' +
      'Nearly all such climbs stop on their own.'
  );
  expect(say(projection({ p: 0.3, crossing: null }))).toBe(
    'cart memory would more likely have stopped; if not, we cannot say when it would have hit 4 GiB ' +
      '(9 in 10: not before 14:36). 2 in 3 such climbs stop on their own.'
  );
  expect(say(projection({ p: 0.6, crossing: null }))).toMatch(
    /^cart memory would have hit 4 GiB, we cannot say when \(9 in 10: not before 14:36\)\./
  );
});

it('writes the limit itself when its text is missing', () => {
  const bare = { ...limit, text: '', value: 2 ** 32, unit: 'bytes' };
  expect(
    projectionSentence({ name: 'x', limit: bare, projection: projection(), actedAt, stretch: null }, clock)
  ).toContain('4 GiB');
});

describe('a series that was not measured for the last 45 min', () => {
  const minutes = Array.from({ length: 300 }, (_, i) => i);
  const climb = { times: minutes.map((i) => i * 60_000), values: minutes.map((i) => 100 + (250 * i) / 299) };
  const acted = (299 + 45) * 60_000;
  const road = projectStretch(climb, { from: 0, to: acted }, 360);
  const subject = {
    name: 'heap',
    limit: { ...limit, value: 360, text: '360' },
    projection: road,
    actedAt: acted,
    stretch: null,
  };

  it('has no margin, and says what was not measured instead of "0 s after it was acted on"', () => {
    expect(marginOf(road, acted)).toEqual({ atLeast: null, around: null });
    const text = projectionSentence(subject, clock);
    expect(text).toContain('would have hit 360 around 05:');
    expect(text).toContain(', before it was acted on (9 in 10: not before ');
    expect(text).toContain('The last 45 min before it was acted on were not measured.');
    expect(text).not.toContain('0 s');
    expect(projectionSentence({ ...subject, toActor: true }, clock)).toContain(
      ', before you acted (9 in 10: not before '
    );
  });

  it('says it was looked at only as far as it was measured', () => {
    expect(road.window).toEqual({ from: 0, to: 299 * 60_000 });
  });
});

it('never leaves a placeholder, NaN or null in a sentence', () => {
  const moment = fc.option(fc.integer({ min: actedAt - HOUR, max: actedAt + 3 * HOUR }));
  fc.assert(
    fc.property(moment, moment, moment, fc.double({ min: 0, max: 1, noNaN: true }), (crossing, lo, hi, p) => {
      expect(say(projection({ crossing, lo, hi, p }))).not.toMatch(/[{}]|NaN|null|undefined/);
    })
  );
});

describe('the margin', () => {
  it('is counted from acting, and unknown when refused', () => {
    expect(marginOf(projection(), actedAt)).toEqual({ atLeast: 31 * 60_000, around: 47 * 60_000 });
    expect(marginOf({ ...AN_OPEN_PROJECTION, ok: false, reason: 'no-trend' }, actedAt)).toEqual({
      atLeast: null,
      around: null,
    });
    expect(marginOf(null, actedAt)).toEqual({ atLeast: null, around: null });
  });

  it.each([
    ['its lower end', { lo: actedAt }],
    ['its middle', { lo: null, crossing: actedAt - 5 }],
    ['both', { lo: actedAt - 9, crossing: actedAt - 5 }],
  ])('is not known where %s lies before the moment of acting', (_which, over) => {
    expect(marginOf(projection(over), actedAt)).toEqual({ atLeast: null, around: null });
  });

  it('is said from its lower end', () => {
    expect(marginText({ atLeast: 16 * 60_000, around: 30 * 60_000 }, plainSpeech)).toBe('at least 16 min (9 in 10)');
    expect(marginText({ atLeast: null, around: 30 * 60_000 }, plainSpeech)).toBe('around 30 min');
    expect(marginText({ atLeast: null, around: null }, plainSpeech)).toBe('margin not known');
  });

  it.each([
    [119_999, '119 s'],
    [47.9 * 60_000, '47 min'],
    [261 * 60_000, '4.35 h'],
    [10.56 * HOUR, '10.5 h'],
    [24 * HOUR * 2.999, '2.99 days'],
  ])('of %d ms is never said to be longer than it is', (atLeast, said) => {
    expect(marginText({ atLeast, around: null }, plainSpeech)).toBe(`at least ${said} (9 in 10)`);
  });
});

describe('plain speech', () => {
  it.each([
    [4 * 2 ** 30, 'bytes', '4 GiB'],
    [-1536, 'bytes', '-1.5 KiB'],
    [25_000, 'short', '25 K'],
    [0.913, 'percentunit', '91.3 %'],
    [80, 'percent', '80 %'],
    [90, 's', '90 s'],
    [0, '', '0'],
    [1_000, 'short', '1 K'],
    [1023, 'bytes', '1020 B'],
    [1024, 'bytes', '1 KiB'],
    [2 ** 70, 'bytes', '1050000 PiB'],
    [1e18, 'short', '1000000 T'],
    [1500, 'ms', '1.5 s'],
    [7, 'unheard of', '7'],
  ])('writes %d in %s as %s', (value, unit, text) => {
    expect(plainSpeech.value(value, unit)).toBe(text);
  });

  it.each([
    [400, '400 ms'],
    [999, '999 ms'],
    [1_000, '1 s'],
    [9_990, '9.99 s'],
    [10_000, '10 s'],
    [2 * 60_000 - 1, '120 s'],
    [2 * 60_000, '2 min'],
    [2 * HOUR, '2 h'],
    [48 * HOUR, '2 days'],
    [-1500, '-1.5 s'],
    [95_000, '95 s'],
    [47 * 60_000, '47 min'],
    [3 * HOUR, '3 h'],
    [72 * HOUR, '3 days'],
    [NaN, 'an unknown time'],
  ])('writes %d ms as %s', (ms, text) => {
    expect(plainSpeech.duration(ms)).toBe(text);
  });

  it('writes times in UTC', () => {
    expect(plainSpeech.time(actedAt)).toBe('2026-01-01 14:05 UTC');
    expect(plainSpeech.time(NaN)).toBe('an unknown time');
  });

  it('says the clock alone beside a moment of the same day', () => {
    expect(plainSpeech.time(actedAt, actedAt - HOUR)).toBe('14:05');
    expect(plainSpeech.time(actedAt, actedAt - 24 * HOUR)).toBe('2026-01-01 14:05 UTC');
    expect(plainSpeech.time(actedAt, NaN)).toBe('2026-01-01 14:05 UTC');
  });
});

describe('at an even chance', () => {
  it('begins with the road, not with its end', () => {
    expect(say(projection({ p: 0.5 }))).toMatch(/^cart memory would have hit 4 GiB around 14:52/);
  });

  it('begins with the road also where no time can be said, and then says no more of it', () => {
    expect(say(projection({ p: 0.5, crossing: null, lo: null }))).toBe(
      'cart memory would have hit 4 GiB, we cannot say when. 1 in 2 such climbs stops on its own.'
    );
  });
});

it('asks for the words of no moment that is not known', () => {
  const asked = (over: Parameters<typeof projection>[0]) => {
    const time = jest.fn(clock.time);
    projectionSentence({ name: 'x', limit, projection: projection(over), actedAt, stretch: null }, { ...clock, time });
    return time.mock.calls.map(([at]) => clock.time(at));
  };
  expect(asked({ lo: null })).toEqual(['14:52']);
  expect(asked({})).toEqual(['14:52', '14:36']);
  expect(asked({ crossing: null })).toEqual(['14:36']);
  expect(asked({ crossing: null, lo: null })).toEqual([]);
});

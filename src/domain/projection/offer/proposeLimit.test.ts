import fc from 'fast-check';
import { colourBadness } from './colourBadness';
import type { LimitHints } from './limitHints';
import type { LimitLine } from './limitLines';
import { proposeLimit } from './proposeLimit';

const DRAWN: LimitHints = { steps: [], mode: 'absolute', thresholdsShown: true };
const steps = (...values: number[]) => values.map((value) => ({ value }));
const RED_ABOVE = { base: 'green', steps: [{ value: 80, colour: 'red' }] };
const GREEN_ABOVE = { base: 'red', steps: [{ value: 10, colour: 'green' }] };

const propose = (hints: LimitHints, last: number, heads: 'rising' | 'falling', lines: LimitLine[] = []) =>
  proposeLimit(hints, { values: [last], last, heads }, lines);
const offered = (...args: Parameters<typeof propose>) => propose(...args).all.map(({ value }) => value);

describe('threshold steps', () => {
  it('are proposed by the farthest ahead, and all of them offered, on both sides, each with its direction', () => {
    const { proposed, all } = propose({ ...DRAWN, steps: steps(95, 10, 70, 85) }, 50, 'rising');
    expect(proposed).toEqual({ value: 95, direction: 'rising', origin: 'threshold' });
    expect(all.map(({ value, direction }) => [value, direction])).toEqual([
      [10, 'falling'],
      [70, 'rising'],
      [85, 'rising'],
      [95, 'rising'],
    ]);
  });

  it('below are those of a falling series', () => {
    const hints = { ...DRAWN, steps: steps(5, 10, 70), min: 0 };
    expect(propose(hints, 50, 'falling').proposed).toEqual({ value: 5, direction: 'falling', origin: 'threshold' });
    expect(offered(hints, 50, 'falling')).toEqual([0, 5, 10, 70]);
  });

  it('count from min to max in percentage mode, from 0 without a min, and are none without a max', () => {
    const hints: LimitHints = { ...DRAWN, steps: steps(50, 80), mode: 'percentage', min: 200, max: 700 };
    expect(propose(hints, 300, 'rising').proposed?.value).toBe(600);
    expect(offered({ ...hints, min: undefined }, 300, 'rising')).toEqual([350, 560, 700]);
    expect(propose({ ...hints, min: undefined, max: undefined }, 30, 'rising')).toEqual({ all: [] });
  });

  it('say nothing where nobody set them: one red step at 80 that is not drawn, in any unit', () => {
    const untouched: LimitHints = { ...DRAWN, ...RED_ABOVE, thresholdsShown: false };
    expect(propose(untouched, 50, 'rising')).toEqual({ all: [] });
    expect(offered({ ...untouched, base: '', steps: steps(80) }, 50, 'rising')).toEqual([]);
    expect(propose({ ...untouched, unit: 'percent' }, 50, 'rising').proposed?.value).toBe(100);
    expect(propose({ ...untouched, thresholdsShown: true }, 50, 'rising').proposed?.value).toBe(80);
    expect(offered({ ...untouched, steps: [{ value: 80, colour: 'orange' }] }, 50, 'rising')).toEqual([80]);
    expect(offered({ ...untouched, base: 'blue' }, 50, 'rising')).toEqual([80]);
    expect(offered({ ...untouched, steps: steps(81) }, 50, 'rising')).toEqual([81]);
  });

  it('are chips alone where the graph does not draw them', () => {
    const hints = { ...DRAWN, steps: steps(70, 90), thresholdsShown: false };
    expect(propose(hints, 50, 'rising')).toMatchObject({ all: [{ value: 70 }, { value: 90 }] });
    expect(propose(hints, 50, 'rising').proposed).toBeUndefined();
  });

  it('beyond the end of the scale by far were meant in another unit', () => {
    const share = { ...DRAWN, ...RED_ABOVE, unit: 'percentunit' };
    expect(propose(share, 0.5, 'rising')).toMatchObject({ proposed: { value: 1, origin: 'percent' } });
    expect(offered(share, 0.5, 'rising')).toEqual([0, 1]);
  });

  it('propose nothing while a variable leaves one without a number, and neither does an end of the scale', () => {
    const hints = { ...DRAWN, steps: steps(70), max: 100, stepsUnfilled: true };
    expect(propose(hints, 50, 'rising').proposed).toBeUndefined();
    expect(offered(hints, 50, 'rising')).toEqual([70, 100]);
  });
});

describe('good news', () => {
  it('is to rise into the better colour: of a red base and green from 10 only falling has a limit', () => {
    expect(propose({ ...DRAWN, ...GREEN_ABOVE }, 5, 'rising').proposed).toBeUndefined();
    expect(propose({ ...DRAWN, ...GREEN_ABOVE, unit: 'percent' }, 5, 'rising').proposed).toBeUndefined();
    expect(propose({ ...DRAWN, ...GREEN_ABOVE, unit: 'percent' }, 99, 'rising').proposed).toBeUndefined();
    expect(propose({ ...DRAWN, ...GREEN_ABOVE, unit: 'percent' }, 50, 'falling').proposed?.value).toBe(10);
  });

  it('is to fall out of the red, and to go on to the end of the scale', () => {
    expect(propose({ ...DRAWN, ...RED_ABOVE, min: 0 }, 90, 'falling').proposed).toBeUndefined();
    expect(propose({ ...DRAWN, ...RED_ABOVE, min: 0 }, 50, 'falling').proposed).toBeUndefined();
  });

  it('leaves a range to be left on both sides', () => {
    const range = {
      base: 'red',
      steps: [
        { value: 20, colour: 'green' },
        { value: 80, colour: 'dark-red' },
      ],
    };
    expect(propose({ ...DRAWN, ...range }, 50, 'rising').proposed?.value).toBe(80);
    expect(propose({ ...DRAWN, ...range }, 50, 'falling').proposed?.value).toBe(20);
  });

  it('is told by names where no colours tell', () => {
    const better = { ...DRAWN, unit: 'percent', meaning: 'more-is-better' } as const;
    expect(propose(better, 50, 'rising').proposed).toBeUndefined();
    expect(propose(better, 50, 'falling').proposed?.value).toBe(0);
    const worse = { ...better, meaning: 'more-is-worse' } as const;
    expect(propose(worse, 50, 'rising').proposed?.value).toBe(100);
    expect(propose(worse, 50, 'falling').proposed).toBeUndefined();
    expect(propose({ ...better, ...RED_ABOVE }, 99, 'rising').proposed?.value).toBe(100);
  });

  it('is known of nothing in colours that say nothing', () => {
    const blue = { base: 'purple', steps: [{ value: 10, colour: 'blue' }] };
    expect(propose({ ...DRAWN, ...blue }, 5, 'rising').proposed?.value).toBe(10);
  });
});

describe('where nothing nearer lies ahead', () => {
  it.each([
    [{ max: 200 }, 50, 'rising', 200, 'max'],
    [{ min: 10 }, 50, 'falling', 10, 'min'],
    [{ unit: 'percent' }, 60, 'rising', 100, 'percent'],
    [{ unit: 'percentunit' }, 0.6, 'rising', 1, 'percent'],
    [{ unit: 'percent' }, 60, 'falling', 0, 'percent'],
    [{ unit: 'percent', max: 400 }, 60, 'rising', 400, 'max'],
    [{ softMax: 80 }, 60, 'rising', 80, 'soft'],
    [{ softMin: 8 }, 60, 'falling', 8, 'soft'],
    [{ softMax: 80, max: 90, unit: 'percent' }, 60, 'rising', 90, 'max'],
    [{ softMax: 80, unit: 'percent' }, 60, 'rising', 100, 'percent'],
    [{ steps: steps(40), max: 200 }, 50, 'rising', 200, 'max'],
    [{ steps: steps(70), max: 200 }, 50, 'rising', 70, 'threshold'],
  ] as const)('%j at %d %s proposes %d', (hints, last, direction, value, origin) => {
    expect(propose({ ...DRAWN, ...hints }, last, direction).proposed).toEqual({ value, direction, origin });
  });

  it('no end is proposed that was overstepped', () => {
    const cpus = { values: [340, 60], last: 60, heads: 'rising' } as const;
    expect(proposeLimit({ ...DRAWN, unit: 'percent' }, cpus).proposed).toBeUndefined();
    expect(proposeLimit({ ...DRAWN, max: 100 }, cpus).proposed).toBeUndefined();
  });

  it('one chip stands where the maximum is the end of the percentage', () => {
    expect(offered({ ...DRAWN, unit: 'percent', min: 0, max: 100 }, 60, 'rising')).toEqual([0, 100]);
  });
});

describe('limit lines', () => {
  const line: LimitLine = { name: 'memory limit', value: 120, moves: false, towards: 'rising' };

  it('come before all thresholds, the farthest first', () => {
    const request = { ...line, name: 'memory request', value: 90 };
    const { proposed, all } = propose({ ...DRAWN, steps: steps(200) }, 50, 'rising', [request, line]);
    expect(proposed).toEqual({ value: 120, direction: 'rising', origin: 'line', line });
    expect(all.map(({ value }) => value)).toEqual([90, 120, 200]);
  });

  it('are met from the side that their name says', () => {
    expect(propose(DRAWN, 150, 'falling', [line])).toMatchObject({ all: [{ value: 120, direction: 'falling' }] });
    expect(propose(DRAWN, 150, 'falling', [line]).proposed).toBeUndefined();
    expect(propose(DRAWN, 150, 'falling', [{ ...line, towards: null }]).proposed?.value).toBe(120);
  });
});

describe('whatever the panel says', () => {
  const colour = fc.constantFrom('green', 'yellow', '#ff9830', 'red', 'blue', 'transparent', '', undefined);
  const number = fc.integer({ min: -120, max: 120 });
  const maybe = fc.option(number, { nil: undefined });
  const hints: fc.Arbitrary<LimitHints> = fc.record({
    base: colour,
    steps: fc.array(fc.record({ value: fc.oneof(number, fc.constant(NaN)), colour }), { maxLength: 5 }),
    mode: fc.constantFrom('absolute', 'percentage'),
    thresholdsShown: fc.boolean(),
    min: maybe,
    max: maybe,
    softMin: maybe,
    softMax: maybe,
    unit: fc.constantFrom('percent', 'percentunit', 'bytes', undefined),
  });
  const lines = fc.array(
    fc.record({
      name: fc.string(),
      value: number,
      moves: fc.boolean(),
      towards: fc.constantFrom('rising', 'falling', null),
    }),
    { maxLength: 3 }
  );
  const heads = fc.constantFrom('rising', 'falling');
  const always = (check: (...args: Parameters<typeof propose>) => void) =>
    fc.assert(fc.property(hints, number, heads, lines, check));
  const side = (value: number, last: number) => Math.sign(value - last);

  it('the proposal lies ahead and is one of those offered', () => {
    always((panel, last, direction, drawn) => {
      const { proposed, all } = propose(panel, last, direction, drawn);
      if (proposed) {
        expect(side(proposed.value, last)).toBe(direction === 'rising' ? 1 : -1);
        expect(proposed.direction).toBe(direction);
        expect(all.map(({ value }) => value)).toContain(proposed.value);
      }
    });
  });

  it('nothing is offered twice, and each limit says on which side it lies', () => {
    always((panel, last, direction, drawn) => {
      const { all } = propose(panel, last, direction, drawn);
      expect(new Set(all.map(({ value }) => value)).size).toBe(all.length);
      all.forEach((one) => {
        expect(Number.isFinite(one.value)).toBe(true);
        expect(side(one.value, last) * (one.direction === 'rising' ? 1 : -1)).toBeGreaterThanOrEqual(0);
      });
    });
  });

  it('what is offered does not depend on where the stretch heads', () => {
    always((panel, last, _direction, drawn) => {
      expect(offered(panel, last, 'rising', drawn)).toEqual(offered(panel, last, 'falling', drawn));
    });
  });

  it('no good news is proposed: no threshold leads from a worse colour to a better one', () => {
    always((panel, last, direction, drawn) => {
      const { proposed } = propose(panel, last, direction, drawn);
      if (proposed?.origin === 'threshold' && panel.mode === 'absolute') {
        const sorted = panel.steps.filter(({ value }) => value === value).sort((a, b) => a.value - b.value);
        const at = sorted.findIndex(({ value }) => value === proposed.value);
        const same = sorted.filter(({ value }) => value === proposed.value).length;
        const [below, above] = [sorted[at - 1]?.colour ?? (at === 0 ? panel.base : ''), sorted[at]?.colour];
        const [from, to] = direction === 'rising' ? [below, above] : [above, below];
        const [before, after] = [colourBadness(from ?? ''), colourBadness(to ?? '')];
        expect(same > 1 || before === null || after === null || after >= before).toBe(true);
      }
    });
  });
});

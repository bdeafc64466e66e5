import fc from 'fast-check';
import { type LimitHints, boundsOf } from './proposeLimit';
import { proposeLimit } from './proposeLimit';

const DRAWN: LimitHints = { steps: [], mode: 'absolute', thresholdsShown: true };
const steps = (...values: number[]) => values.map((value) => ({ value }));

describe('proposeLimit', () => {
  it('proposes the farthest step beyond the last value, and offers the nearer ones first', () => {
    const { proposed, others } = proposeLimit({ ...DRAWN, steps: steps(10, 70, 85, 95) }, 50, 'rising');
    expect(proposed).toEqual({ value: 95, direction: 'rising', origin: 'threshold' });
    expect(others.map(({ value }) => value)).toEqual([70, 85]);
  });

  it('looks below for a falling series', () => {
    const { proposed, others } = proposeLimit({ ...DRAWN, steps: steps(5, 10, 70), min: 0 }, 50, 'falling');
    expect(proposed).toEqual({ value: 5, direction: 'falling', origin: 'threshold' });
    expect(others).toEqual([
      { value: 10, direction: 'falling', origin: 'threshold' },
      { value: 0, direction: 'falling', origin: 'min' },
    ]);
  });

  it('proposes nothing when no step lies beyond, but still offers the maximum', () => {
    const { proposed, others } = proposeLimit({ ...DRAWN, steps: steps(40), max: 200 }, 50, 'rising');
    expect(proposed).toBeUndefined();
    expect(others).toEqual([{ value: 200, direction: 'rising', origin: 'max' }]);
  });

  it.each([
    ['percent', 60, 'rising', 100],
    ['percentunit', 0.6, 'rising', 1],
    ['percent', 60, 'falling', 0],
  ] as const)('offers the end of a percentage (%s at %d, %s)', (unit, last, direction, end) => {
    const { others } = proposeLimit({ ...DRAWN, unit }, last, direction);
    expect(others).toEqual([{ value: end, direction, origin: 'percent' }]);
  });

  it('offers one chip where the maximum is the end of the percentage or the proposal itself', () => {
    expect(proposeLimit({ ...DRAWN, unit: 'percent', max: 100 }, 60, 'rising').others).toHaveLength(1);
    expect(proposeLimit({ ...DRAWN, steps: steps(100), unit: 'percent', max: 100 }, 60, 'rising').others).toEqual([]);
  });

  it('resolves percentage mode between min and max', () => {
    const hints: LimitHints = { ...DRAWN, steps: steps(50, 80), mode: 'percentage', min: 200, max: 700 };
    const { proposed, others } = proposeLimit(hints, 300, 'rising');
    expect(proposed?.value).toBe(600);
    expect(others.map(({ value }) => value)).toEqual([450, 700]);
  });

  it("takes Grafana's untouched default for no proposal", () => {
    const untouched: LimitHints = { ...DRAWN, steps: steps(80), thresholdsShown: false };
    expect(proposeLimit(untouched, 50, 'rising')).toEqual({ others: [] });
    expect(proposeLimit({ ...untouched, thresholdsShown: true }, 50, 'rising').proposed?.value).toBe(80);
    expect(proposeLimit({ ...untouched, unit: 'percent' }, 50, 'rising').proposed?.value).toBe(80);
    expect(proposeLimit({ ...untouched, steps: steps(81) }, 50, 'rising').proposed?.value).toBe(81);
  });

  it('never offers what lies behind, nor anything twice', () => {
    const any = fc.array(fc.integer({ min: -100, max: 100 })).map((values) => values.map((value) => ({ value })));
    fc.assert(
      fc.property(
        any,
        fc.integer({ min: -100, max: 100 }),
        fc.constantFrom('rising', 'falling'),
        (list, last, direction) => {
          const { proposed, others } = proposeLimit(
            { ...DRAWN, steps: list, min: -50, max: 50, unit: 'percent' },
            last,
            direction
          );
          const all = [...(proposed ? [proposed] : []), ...others];
          const sign = direction === 'rising' ? 1 : -1;
          expect(all.every(({ value }) => sign * (value - last) > 0)).toBe(true);
          expect(new Set(all.map(({ value }) => value)).size).toBe(all.length);
        }
      )
    );
  });
});

const none = { steps: [], mode: 'absolute', thresholdsShown: false } as const;

it('knows where percentages end', () => {
  expect(boundsOf({ ...none, unit: 'percent' }, [10, 40])).toEqual({ floor: 0, ceiling: 100 });
  expect(boundsOf({ ...none, unit: 'percentunit' }, [0.1, NaN])).toEqual({ floor: 0, ceiling: 1 });
  expect(boundsOf({ ...none, unit: 'bytes' }, [10])).toEqual({});
});

it('takes the min and max of the panel otherwise', () => {
  expect(boundsOf({ ...none, unit: 'bytes', min: 0, max: 4096 }, [10, 40])).toEqual({ floor: 0, ceiling: 4096 });
});

it('takes no bound that was overstepped: eight CPUs count to 800 %', () => {
  expect(boundsOf({ ...none, unit: 'percent' }, [10, 340])).toEqual({ floor: 0 });
  expect(boundsOf({ ...none, min: 0, max: 50 }, [-1, 40])).toEqual({ ceiling: 50 });
});

it('takes no max that the panel draws a threshold beyond: it is where its axis ends', () => {
  expect(boundsOf({ ...none, max: 50, steps: [{ value: 80 }] }, [40])).toEqual({});
  expect(boundsOf({ ...none, max: 50, mode: 'percentage', steps: [{ value: 80 }] }, [40])).toEqual({ ceiling: 50 });
});

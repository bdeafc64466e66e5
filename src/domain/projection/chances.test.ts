import { chancesOf } from './chances';
import type { Shape } from './shape';

const LINE: Shape = { heights: new Float64Array(40), states: new Float64Array(40), straightness: 1, range: 1 };
const CROOKED = { ...LINE, straightness: 0 };
const at = (bucket: number) => new Float64Array(100).fill(bucket);

describe('chancesOf', () => {
  it('counts a straight climb that would cross after as long again by the Lindy rule', () => {
    expect(chancesOf(at(40), LINE, 1, 80).p).toBeCloseTo(0.5 ** 0.8);
    expect(chancesOf(at(40), LINE, 1, 80)).toMatchObject({ lo: 40, hi: Infinity });
  });

  it('closes the interval when nearly all cross at once', () => {
    const { lo, hi, p } = chancesOf(at(2), LINE, 0.05, 80);
    expect([lo, hi]).toEqual([2, 2]);
    expect(p).toBeGreaterThan(0.95);
  });

  it('leaves a crooked climb a chance though no replay crosses, the smaller the farther the limit', () => {
    const near = chancesOf(at(Infinity), CROOKED, 0.1, 80);
    const far = chancesOf(at(Infinity), CROOKED, 10, 80);
    expect(near.p).toBeGreaterThan(0.1);
    expect(far.p).toBeLessThan(near.p / 2);
    expect(chancesOf(at(Infinity), LINE, 0.1, 80)).toEqual({ lo: Infinity, hi: Infinity, p: 0 });
  });

  it('says p as its own quantiles do', () => {
    const crossings = Float64Array.from({ length: 200 }, (_, i) => 10 + i / 4);
    const { lo } = chancesOf(crossings, CROOKED, 0.5, 80);
    expect(chancesOf(crossings, CROOKED, 0.5, lo).p).toBeCloseTo(0.1, 1);
  });
});

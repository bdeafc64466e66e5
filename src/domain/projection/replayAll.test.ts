import { recentShare } from './replayAll';

const heights = (step: (index: number) => number) => {
  let height = 0;
  return Array.from({ length: 40 }, (_, i) => (height += step(i)));
};

describe('recentShare', () => {
  it('stays low for a climb that goes on as it was', () => {
    expect(recentShare(heights((i) => 1 + ((i * 7) % 5) / 10))).toBeLessThan(0.4);
  });

  it('rises when the last third is clearly faster, or clearly slower', () => {
    expect(recentShare(heights((i) => (i < 26 ? 0 : 1) + ((i * 7) % 5) / 10))).toBeGreaterThan(0.85);
    expect(recentShare(heights((i) => (i < 26 ? 1 : 0) + ((i * 7) % 5) / 10))).toBeGreaterThan(0.85);
  });

  it('has an answer for a straight line and for two points', () => {
    expect(recentShare(heights(() => 1))).toBe(0.3);
    expect(recentShare([0, 1])).toBeGreaterThanOrEqual(0.3);
  });
});

import { likeMoments } from './likeMoments';
import { shapeOf } from './shape';

describe('likeMoments', () => {
  it('keeps a saw in phase: a moment is only like those in the same place of a tooth', () => {
    const saw = shapeOf(Float64Array.from({ length: 40 }, (_, i) => i / 10 + (i % 4)));
    const like = likeMoments(saw, 0)[38] ?? [];
    expect(like.length).toBeGreaterThan(2);
    expect(new Set(like.map((bucket) => bucket % 4))).toEqual(new Set([2]));
  });

  it('never offers the last bucket, from which no step leads on, nor one before `from`', () => {
    const shape = shapeOf(Float64Array.from({ length: 20 }, (_, i) => i + Math.sin(i)));
    const offered = likeMoments(shape, 12).flat();
    expect(Math.min(...offered)).toBeGreaterThanOrEqual(12);
    expect(Math.max(...offered)).toBeLessThan(19);
  });
});

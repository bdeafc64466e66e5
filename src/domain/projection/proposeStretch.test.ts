import fc from 'fast-check';
import { proposeStretch } from './proposeStretch';

const MINUTE = 60_000;
const START = 1_700_000_000_000;
const wobble = (i: number) => Math.sin(i * 12.9898) * Math.cos(i * 4.1414);

/** Proposed from and to of a series of points a minute apart, in minutes. */
function proposed(count: number, height: (index: number) => number, actedAt = Infinity) {
  const times = Array.from({ length: count }, (_, i) => START + i * MINUTE);
  const stretch = proposeStretch(
    times,
    times.map((_, i) => height(i)),
    START + actedAt * MINUTE
  );
  return stretch && { from: (stretch.from - START) / MINUTE, to: (stretch.to - START) / MINUTE };
}

function expectNear(stretch: ReturnType<typeof proposed>, from: number, to: number) {
  const tolerance = (to - from) / 10;
  expect(Math.abs((stretch?.from ?? NaN) - from)).toBeLessThanOrEqual(tolerance);
  expect(Math.abs((stretch?.to ?? NaN) - to)).toBeLessThanOrEqual(tolerance);
}

describe('proposeStretch', () => {
  it('takes all of a growth that fills what is shown', () => {
    expectNear(
      proposed(400, (i) => i + 5 * wobble(i)),
      0,
      399
    );
  });

  it('begins where a level turns into a climb', () => {
    expectNear(
      proposed(600, (i) => 20 + wobble(i) + Math.max(0, i - 350) / 5),
      350,
      599
    );
  });

  it('begins where a decline begins', () => {
    expectNear(
      proposed(600, (i) => 90 + wobble(i) - Math.max(0, i - 350) / 5),
      350,
      599
    );
  });

  it('begins after a restart', () => {
    expectNear(
      proposed(600, (i) => 20 + ((i < 300 ? i : i - 300) % 300) / 4 + wobble(i)),
      300,
      599
    );
  });

  it('ends at the peak before a lasting relief', () => {
    expectNear(
      proposed(600, (i) => (i < 400 ? 20 + i / 4 : 25) + wobble(i)),
      0,
      400
    );
  });

  it('leaves out the first point of the relief', () => {
    for (let peak = 380; peak < 420; peak++) {
      const to = proposed(600, (i) => (i <= peak ? 20 + i / 4 : 25))?.to ?? NaN;
      expect(to).toBeLessThanOrEqual(peak);
      expect(to).toBeGreaterThan(peak - 10);
    }
  });

  it('ends where it was acted on, whatever came after', () => {
    expectNear(
      proposed(600, (i) => 20 + i / 4 + wobble(i), 300),
      0,
      300
    );
  });

  it('keeps a saw on a rising floor whole, and a staircase', () => {
    expectNear(
      proposed(600, (i) => 20 + i / 10 + 25 * ((i % 40) / 40)),
      0,
      599
    );
    expectNear(
      proposed(600, (i) => 20 + 5 * Math.floor(i / 60)),
      0,
      599
    );
  });

  it('has nothing to propose for a constant, too few points, or before the first of them', () => {
    expect(proposed(400, () => 42)).toBeUndefined();
    expect(proposed(5, (i) => i)).toBeUndefined();
    expect(proposed(400, (i) => i, -1)).toBeUndefined();
  });

  it('stays inside the series and never ends before it begins', () => {
    const anyValues = fc.array(fc.oneof(fc.integer(), fc.constant(NaN)), { minLength: 1, maxLength: 300 });
    fc.assert(
      fc.property(anyValues, fc.integer({ min: -10, max: 400 }), (values, actedAt) => {
        const stretch = proposed(values.length, (i) => values[i] ?? NaN, actedAt);
        if (stretch) {
          expect(stretch.from).toBeGreaterThanOrEqual(0);
          expect(stretch.to).toBeLessThanOrEqual(Math.min(actedAt, values.length - 1));
          expect(stretch.from).toBeLessThan(stretch.to);
        }
      })
    );
  });
});

import fc from 'fast-check';
import { proposeStretch } from './proposeStretch';
import { type ProposedStretch, proposeStretches } from './proposeStretches';

const COUNT = 600;
const waver = (i: number) => Math.sin(i * 12.9898) * Math.cos(i * 4.1414);

function proposed(height: (index: number) => number, count = COUNT): ProposedStretch[] {
  const times = Array.from({ length: count }, (_, i) => i);
  return proposeStretches(
    times,
    times.map((i) => height(i)),
    Infinity
  );
}
const words = (stretches: readonly ProposedStretch[]) => stretches.map(({ heads, ends }) => `${heads} ${ends}`);

it('tells a growth that goes on from one that was relieved at once, and from one that went back slowly', () => {
  expect(words(proposed((i) => i / 4 + waver(i)))).toEqual(['rising now']);
  expect(words(proposed((i) => 100 - i / 6 + waver(i)))).toEqual(['falling now']);
  expect(words(proposed((i) => (i < 400 ? 20 + i / 4 : 25) + waver(i)))[0]).toBe('rising jump');
  expect(words(proposed((i) => (i < 400 ? 90 - i / 5 : 90) + waver(i)))[0]).toBe('falling jump');
  expect(words(proposed((i) => (i < 300 ? i : 600 - i) / 3 + waver(i)))).toEqual(['rising past', 'falling now']);
});

it('offers an earlier growth beside the last one', () => {
  const twice = proposed((i) => (i % 300) / 3 + waver(i));
  expect(words(twice)).toEqual(['rising now', 'rising jump']);
  expect(twice[1]?.to).toBeLessThan(twice[0]?.from ?? 0);
});

it('offers the growths before an earlier one too', () => {
  const thrice = proposed((i) => (i % 200) / 2 + waver(i));
  expect(words(thrice)).toEqual(['rising now', 'rising jump', 'rising jump']);
});

it('begins a growth at its restart or a little later, never before', () => {
  for (const restart of [400, 401, 402, 403, 404]) {
    const [last] = proposed((i) => (i < restart ? i / 4 : (i - restart) / 2) + waver(i));
    expect(last?.from).toBeGreaterThanOrEqual(restart);
    expect(last?.from).toBeLessThan(restart + 5);
  }
});

it('offers no growth that is small beside the largest', () => {
  expect(proposed((i) => (i < 200 ? i / 100 : i < 300 ? 0 : (i - 300) / 2))).toHaveLength(1);
});

it('begins with the one that is proposed alone', () => {
  const times = Array.from({ length: COUNT }, (_, i) => i);
  const values = times.map((i) => (i < 250 ? i : 500 - i));
  const [first] = proposeStretches(times, values, 500);
  expect(proposeStretch(times, values, 500)).toEqual({ from: first?.from, to: first?.to });
});

it('never offers more than three, nothing outside the series, and nothing twice', () => {
  const anyValues = fc.array(fc.oneof(fc.integer({ min: -50, max: 50 }), fc.constant(NaN)), { maxLength: 200 });
  fc.assert(
    fc.property(anyValues, (values) => {
      const stretches = proposed((i) => values[i] ?? NaN, values.length);
      expect(stretches.length).toBeLessThanOrEqual(3);
      stretches.forEach(({ from, to }, index) => {
        expect(from).toBeGreaterThanOrEqual(0);
        expect(from).toBeLessThanOrEqual(to);
        expect(to).toBeLessThan(values.length);
        expect(stretches.slice(0, index).some((one) => one.from === from && one.to === to)).toBe(false);
      });
    })
  );
});

import { periodLabel, periodOf } from '../../components/words/period';
import { periodBefore, quartersUpTo } from './insightPeriods';

const NOW = Date.UTC(2026, 10, 28, 16);
const of = (key: string) => {
  const period = periodOf(key, NOW);
  if (!period) {
    throw new Error(`${key} is no period`);
  }
  return period;
};
const labels = (key: string) => quartersUpTo(of(key), NOW).map(periodLabel);

it('goes from a quarter to the one before, also over the turn of the year', () => {
  expect(periodBefore(of('2026-Q1'), NOW)).toEqual(of('2025-Q4'));
});

it('goes from any other period back by its own length, and from all time nowhere', () => {
  const { from, to } = of('30d');
  expect(periodBefore(of('30d'), NOW)).toEqual({ key: '', from: from - (to - from), to: from });
  expect(periodBefore(of(''), NOW)).toBeNull();
});

it('ends four quarters with that of the period, or with this one where the period goes on', () => {
  expect(labels('2026-Q2')).toEqual(['Q3 2025', 'Q4 2025', 'Q1 2026', 'Q2 2026']);
  expect(labels('')).toEqual(['Q1 2026', 'Q2 2026', 'Q3 2026', 'Q4 2026']);
  expect(labels('2026-01-01..2027-12-31').at(-1)).toBe('Q4 2026');
});

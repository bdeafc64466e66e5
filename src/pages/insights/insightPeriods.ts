import { type Period, periodOf, quarterKeys } from '../../components/words/period';

const QUARTERS = 4;
const QUARTER = /-Q\d$/;

/** The quarter of the period's last day (of `now`, epoch ms, where that comes first) and the three before it, oldest first. */
export function quartersUpTo({ to }: Period, now: number): Period[] {
  return quarterKeys(Math.min(to - 1, now), QUARTERS)
    .flatMap((key) => periodOf(key, now) ?? [])
    .reverse();
}

/** The quarter before a quarter; as much time before any other period, with no key of its own; null for all time. */
export function periodBefore({ key, from, to }: Period, now: number): Period | null {
  if (QUARTER.test(key)) {
    return periodOf(quarterKeys(from - 1, 1)[0] ?? '', now);
  }
  return Number.isFinite(from) ? { key: '', from: from - (to - from), to: from } : null;
}

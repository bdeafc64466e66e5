import type { MarginSpan } from './narrowestMargins';

/** A logarithmic axis of lengths of time. */
export interface LogAxis {
  /** Round lengths to be written at it, ascending, ms. */
  ticks: readonly number[];
  /** Where a length lies on it: 0 at the left to 1 at the right end. */
  share(ms: number): number;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const ROUND = [
  ...[1, 5, 15].map((seconds) => seconds * SECOND),
  ...[1, 5, 15].map((minutes) => minutes * MINUTE),
  ...[1, 4, 12].map((hours) => hours * HOUR),
  ...[1, 3, 7, 28, 91, 364].map((days) => days * DAY),
];
/** As many as 320 px have room for. */
const MOST_TICKS = 4;

/** An axis on which all of them fit, with room to the right of the last one for an end that is open. */
export function logAxis(spans: readonly MarginSpan[]): LogAxis {
  const [shortest, longest] = spans.reduce(
    ([low, high], { atLeast, atMost }) => [Math.min(low, atLeast), Math.max(high, 2 * atLeast, atMost ?? 0)],
    [HOUR, HOUR]
  );
  const start = ROUND.findLast((round) => round <= shortest) ?? shortest;
  const end = ROUND.find((round) => round > longest) ?? longest;
  const within = ROUND.filter((round) => round >= start && round <= end);
  const each = Math.ceil(within.length / MOST_TICKS);
  return {
    ticks: within.filter((_, at) => at % each === 0),
    share: (ms) => Math.min(1, Math.max(0, Math.log(ms / start) / Math.log(end / start))),
  };
}

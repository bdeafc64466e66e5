import type { EvidenceSeries } from '../../domain/series/evidence';
import type { Limit } from '../../domain/projection/limit';
import type { Stretch } from '../../domain/series/stretch';

/** When the fixture's trace begins: 3 November 2026, 12:00 UTC. */
const START = Date.UTC(2026, 10, 3, 12);
const MINUTE = 60_000;

/** Every 20th measurement of our own trace `lab-queue-scale`: a real queue that grows until consumers are added. */
const WAITING = [
  45, 492, 952, 1701, 2278, 2732, 3229, 3717, 4210, 4632, 5101, 5528, 5910, 6392, 6953, 7409, 7787, 8317, 8751, 9285,
  9773, 10336, 10782, 11352, 11779, 12268, 12848, 13367, 13818, 14404, 14887, 15458, 15994, 16330, 16726, 17073, 17608,
  17447, 16470, 15594, 14649, 13801, 12772, 11656, 10579, 9511, 8638, 7560, 6627, 5657, 4543, 3516, 2499, 1604, 510, 0,
  0, 0, 0, 0,
];

/** A second of the trace is told as a minute, so that stretch and margin have the lengths people meet. */
function minutes(count: number): number {
  return START + count * MINUTE;
}

const SERIES: EvidenceSeries = {
  name: 'orders waiting',
  unit: 'short',
  times: WAITING.map((_, index) => minutes(index * 5)),
  values: WAITING,
};
const STRETCH: Stretch = { from: minutes(70), to: minutes(175) };
const LIMIT: Limit = { value: 25_000, direction: 'rising', unit: 'short', text: '25 K', origin: 'threshold' };

/** A trend somebody acted on in time, with what came after: real points, one every five minutes. */
export const A_RISING_TREND = {
  series: SERIES,
  stretch: STRETCH,
  noticedAt: minutes(168),
  actedAt: minutes(178),
  limit: LIMIT,
} as const;

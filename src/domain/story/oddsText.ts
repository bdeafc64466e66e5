import type { Limit } from '../projection/limit';
import type { Speech } from './speech';

/** Odds that people can picture: "1 in 3", "2 in 5". */
const ODDS: ReadonlyArray<Odds> = [
  [1, 10],
  [1, 5],
  [1, 4],
  [1, 3],
  [2, 5],
  [1, 2],
  [3, 5],
  [2, 3],
  [3, 4],
  [4, 5],
  [9, 10],
];

type Odds = readonly [count: number, of: number];

/** How many stop on their own, from the chance `p` (0 to 1) of a crossing: "1 in 3", or hardly any and nearly all of them. */
export function oddsOfStopping(p: number): Odds | 'hardly any' | 'nearly all' {
  const stops = 1 - p;
  if (stops < 0.05) {
    return 'hardly any';
  }
  return stops > 0.95 ? 'nearly all' : nearestOdds(stops);
}

/** How many climbs or falls like this one stop on their own, from the chance `p` (0 to 1) of a crossing within the horizon. */
export function oddsText(p: number, direction: Limit['direction'], speech: Speech): string {
  const odds = oddsOfStopping(p);
  const such = suchText(direction, speech);
  if (odds === 'hardly any') {
    return speech.phrase('projection.odds-none', 'Hardly any {{such}} stop on their own.', { such });
  }
  if (odds === 'nearly all') {
    return speech.phrase('projection.odds-all', 'Nearly all {{such}} stop on their own.', { such });
  }
  const [count, of] = odds;
  const values = { count: String(count), of: String(of), such };
  return count === 1
    ? speech.phrase('projection.odds-one', '1 in {{of}} {{such}} stops on its own.', values)
    : speech.phrase('projection.odds-several', '{{count}} in {{of}} {{such}} stop on their own.', values);
}

/** What else goes the way of this series: "such climbs", "such falls". */
export function suchText(direction: Limit['direction'], speech: Speech): string {
  return direction === 'falling'
    ? speech.phrase('projection.such-falls', 'such falls')
    : speech.phrase('projection.such-climbs', 'such climbs');
}

function nearestOdds(share: number): Odds {
  const distance = ([count, of]: Odds) => Math.abs(share - count / of);
  return ODDS.reduce((best, odds) => (distance(odds) < distance(best) ? odds : best));
}

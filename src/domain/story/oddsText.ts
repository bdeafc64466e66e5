import type { Speech } from './speech';

/** Odds that people can picture: "1 in 3", "2 in 5". */
const ODDS: ReadonlyArray<readonly [count: number, of: number]> = [
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

/**
 * How many growths like this one stop on their own, from the chance `p` (0 to 1) of a crossing within `horizon` (ms).
 * Below 1 in 20 and above 19 in 20 it says "hardly any" and "nearly all".
 */
export function oddsText(p: number, horizon: number, speech: Speech): string {
  const stops = 1 - p;
  const within = speech.duration(horizon);
  if (stops < 0.05) {
    return speech.phrase(
      'projection.odds-none',
      'Hardly any growth like this one stops on its own within the {{horizon}} we can speak of.',
      { horizon: within }
    );
  }
  if (stops > 0.95) {
    return speech.phrase(
      'projection.odds-all',
      'Nearly every growth like this one stops on its own within the {{horizon}} we can speak of.',
      { horizon: within }
    );
  }
  const [count, of] = nearestOdds(stops);
  return count === 1
    ? speech.phrase(
        'projection.odds-one',
        'About 1 growth in {{of}} like this one stops on its own within the {{horizon}} we can speak of.',
        { of: String(of), horizon: within }
      )
    : speech.phrase(
        'projection.odds-several',
        'About {{count}} growths in {{of}} like this one stop on their own within the {{horizon}} we can speak of.',
        { count: String(count), of: String(of), horizon: within }
      );
}

function nearestOdds(share: number): readonly [count: number, of: number] {
  const distance = ([count, of]: readonly [number, number]) => Math.abs(share - count / of);
  return ODDS.reduce((best, odds) => (distance(odds) < distance(best) ? odds : best));
}

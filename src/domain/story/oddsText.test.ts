import { oddsText } from './oddsText';
import { plainSpeech } from './plainSpeech';

const HOUR = 3_600_000;
const WITHIN = 'within the 3 h we can speak of.';

it.each([
  [1, 'Hardly any growth like this one stops on its own'],
  [0.951, 'Hardly any growth like this one stops on its own'],
  [0.95, 'About 1 growth in 10 like this one stops on its own'],
  [0.5, 'About 1 growth in 2 like this one stops on its own'],
  [0.35, 'About 2 growths in 3 like this one stop on their own'],
  [0.05, 'About 9 growths in 10 like this one stop on their own'],
  [0.049, 'Nearly every growth like this one stops on its own'],
  [0, 'Nearly every growth like this one stops on its own'],
])('says of a chance of %d to cross how many stop, and within which time', (p, words) => {
  expect(oddsText(p, 3 * HOUR, plainSpeech)).toBe(`${words} ${WITHIN}`);
});

it.each([
  [0.9, '1 growth in 10'],
  [0.8, '1 growth in 5'],
  [0.75, '1 growth in 4'],
  [0.67, '1 growth in 3'],
  [0.6, '2 growths in 5'],
  [0.4, '3 growths in 5'],
  [0.33, '2 growths in 3'],
  [0.25, '3 growths in 4'],
  [0.2, '4 growths in 5'],
])('has odds that people can picture for a chance of %d: %s', (p, odds) => {
  expect(oddsText(p, HOUR, plainSpeech)).toContain(`About ${odds} `);
});

it('speaks of the lower of two odds that are as near, so as not to promise too much', () => {
  expect(oddsText(0.225, HOUR, plainSpeech)).toContain('About 3 growths in 4 ');
});

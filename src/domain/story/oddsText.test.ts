import { oddsText } from './oddsText';
import { plainSpeech } from './plainSpeech';

const say = (p: number, direction: 'rising' | 'falling' = 'rising') => oddsText(p, direction, plainSpeech);

it.each([
  [1, 'Hardly any such climbs stop on their own.'],
  [0.951, 'Hardly any such climbs stop on their own.'],
  [0.95, '1 in 10 such climbs stops on its own.'],
  [0.5, '1 in 2 such climbs stops on its own.'],
  [0.35, '2 in 3 such climbs stop on their own.'],
  [0.05, '9 in 10 such climbs stop on their own.'],
  [0.049, 'Nearly all such climbs stop on their own.'],
  [0, 'Nearly all such climbs stop on their own.'],
])('says of a chance of %d to cross how many stop', (p, words) => {
  expect(say(p)).toBe(words);
});

it.each([
  [0.9, '1 in 10 such climbs stops'],
  [0.8, '1 in 5 such climbs stops'],
  [0.75, '1 in 4 such climbs stops'],
  [0.67, '1 in 3 such climbs stops'],
  [0.6, '2 in 5 such climbs stop '],
  [0.4, '3 in 5 such climbs stop '],
  [0.33, '2 in 3 such climbs stop '],
  [0.25, '3 in 4 such climbs stop '],
  [0.2, '4 in 5 such climbs stop '],
])('has odds that people can picture for a chance of %d: %s', (p, odds) => {
  expect(say(p)).toContain(odds);
});

it('speaks of the lower of two odds that are as near, so as not to promise too much', () => {
  expect(say(0.225)).toContain('3 in 4 such climbs stop ');
});

it('calls what goes down a fall', () => {
  expect(say(0.9, 'falling')).toBe('1 in 10 such falls stops on its own.');
  expect(say(0.4, 'falling')).toBe('3 in 5 such falls stop on their own.');
  expect(say(1, 'falling')).toBe('Hardly any such falls stop on their own.');
  expect(say(0, 'falling')).toBe('Nearly all such falls stop on their own.');
});

import { belongingLabel } from './labels';

it.each([
  ['payments', ['checkout'], 'Team payments · checkout'],
  ['payments', [], 'Team payments'],
  ['', ['checkout', 'cart'], 'checkout · cart'],
  ['Team Rocket', ['cart'], 'Team Rocket · cart'],
  ['teams-bridge', [], 'Team teams-bridge'],
  ['', [], ''],
])('says of team %j and services %j whose it is', (team, services, words) => {
  expect(belongingLabel({ team, services })).toBe(words);
});

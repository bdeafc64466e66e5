import { plainSpeech } from './plainSpeech';
import { teamText } from './teamText';

it.each([
  ['payments', 'Team payments'],
  ['Team Rocket', 'Team Rocket'],
  ['team-rocket', 'team-rocket'],
  ['teams-bridge', 'Team teams-bridge'],
  ['', ''],
])('calls the team %j %j', (team, words) => {
  expect(teamText(team, plainSpeech)).toBe(words);
});

import type { Speech } from './speech';

/** A team where its name stands alone or beside others: "Team payments", and "Team Rocket" as it is. Empty without a name. */
export function teamText(team: string, speech: Pick<Speech, 'phrase'>): string {
  return !team || /^team\b/i.test(team) ? team : speech.phrase('team.named', 'Team {{team}}', { team });
}

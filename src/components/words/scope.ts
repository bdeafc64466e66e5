import { periodOf } from './period';

/** Which near misses are looked at, as an address carries it from the list to insights and the evidence pack and back. */
export interface Scope {
  /** Key of a period; empty for all time. Absent: nobody said, so that each page takes its own. */
  period?: string;
  /** Any of these; empty for all. */
  teams: readonly string[];
}

/** What the address says; a period that means nothing counts as not said. */
export function scopeOf(address: URLSearchParams): Scope {
  const period = address.get('period');
  const teams = [...new Set(address.getAll('team'))].filter(Boolean);
  return period === null || !periodOf(period, 0) ? { teams } : { period, teams };
}

/** The end of an address, with its question mark, or nothing where nothing is said. */
export function scopeSearch({ period, teams }: Scope): string {
  const address = new URLSearchParams(teams.map((team) => ['team', team]));
  if (period !== undefined) {
    address.set('period', period);
  }
  const search = address.toString();
  return search && `?${search}`;
}

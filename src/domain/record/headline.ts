import type { NearMissFields, Source } from './record';
import type { Limit } from '../projection/limit';

/** What its name is made of. */
export interface Subject extends Pick<NearMissFields, 'title' | 'almost' | 'kind'> {
  limit: Limit | null;
  source: Source | null;
}

/** What a near miss is called in lists and texts: its title, else what almost happened, else its graph, else its kind. */
export function headline({ title, almost, kind, limit, source }: Subject): string {
  return title.trim() || almost.trim() || graphName(source, limit) || `near miss (${kind})`;
}

/** The graph alone, `memory towards 4 GiB`, which anybody who sees the panel sees anyway; empty without one. */
export function graphName(source: Source | null, limit: Limit | null): string {
  const name = source?.series || source?.panelTitle || '';
  return name && limit ? `${name} towards ${limit.text}` : name;
}

import type { NearMissFields, Source } from './record';
import type { Limit } from '../projection/limit';
import { firstClause } from '../text/firstClause';
import { visibleText } from '../text/visibleText';

/** What its name is made of. */
export interface Subject extends Pick<NearMissFields, 'title' | 'almost' | 'kind'> {
  limit: Limit | null;
  source: Source | null;
}

/**
 * What a near miss is called in lists and texts: its title, else the first clause of what almost happened, else its graph,
 * else its kind. Older records hold the name of their graph as their title: nobody gave it.
 */
export function headline({ title, almost, kind, limit, source }: Subject): string {
  const graph = graphName(source, limit);
  const given = title.trim() === graph ? '' : title.trim();
  return given || firstClause(almost) || graph || `near miss (${kind})`;
}

/** True where the headline says all of a text, but for the stops at its end: nobody reads the same twice. */
export function isHeadline(text: string, subject: Subject): boolean {
  const title = visibleText(headline(subject));
  const said = visibleText(text);
  return said.startsWith(title) && /^[\s\p{P}]*$/u.test(said.slice(title.length));
}

/** The graph alone, `memory towards 4 GiB`, which anybody who sees the panel sees anyway; empty without one. */
export function graphName(source: Source | null, limit: Limit | null): string {
  const name = source?.series || source?.panelTitle || '';
  return name && limit ? `${name} towards ${limit.text}` : name;
}

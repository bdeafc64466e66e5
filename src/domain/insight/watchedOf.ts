import type { NearMiss } from '../fold/nearMiss';

/** What records say of machines that watch; not whether a rule is still there, nor whether it watches just this. */
export interface Watched {
  /** An alert or automation saved it. */
  byMachine: number;
  /** Its links or what came of it hold the address of one of Grafana's alert rules. */
  namesRule: number;
  /** Neither of the two: not known. */
  notKnown: number;
}

/** `/alerting/<source>/<id>/view`, `/alerting/<source>/<name>/find` or `/alerting/<id>/edit`; silences and contact points have others. */
const RULE = /\/alerting\/(?:[^/\s?#]+\/[^/\s?#]+\/(?:view|find)|[^/\s?#]+\/edit)(?![\w/-])/;

/** Counts them; one that a machine saved and that names a rule is in both of the first two. */
export function watchedOf(list: readonly NearMiss[]): Watched {
  const byMachine = list.filter(isByMachine);
  const named = list.filter(namesRule);
  return {
    byMachine: byMachine.length,
    namesRule: named.length,
    notKnown: list.length - new Set([...byMachine, ...named]).size,
  };
}

function isByMachine({ savedBy }: NearMiss): boolean {
  return savedBy.includes('alert') || savedBy.includes('automation');
}

function namesRule({ links, outcome }: NearMiss): boolean {
  return [...links, outcome].some((text) => RULE.test(text));
}

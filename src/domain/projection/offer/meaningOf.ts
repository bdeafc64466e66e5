import { wordsOf } from '../../text/wordsOf';

/** Which way is the good one. */
export type Meaning = 'more-is-better' | 'more-is-worse';

const BETTER = new Set(
  (
    'success successful succeeded hit hits healthy health availability available uptime up ready idle free remaining left ' +
    'efficiency apdex'
  ).split(' ')
);
const WORSE = new Set(
  (
    'used usage utilization utilisation load latency duration error errors failed failure failures failing miss misses missed lag ' +
    'queue queued pending blocked throttled throttling wait waiting dropped drops retries rejected timeouts saturation unhealthy ' +
    'unavailable pressure busy consumed exhausted swap swapped'
  ).split(' ')
);

/** Whether more of a thing is better (what hits, is healthy or free) or worse (what is used, waits or fails), by the first of its names that says so; null when none does. */
export function meaningOf(names: readonly string[]): Meaning | null {
  return names.map(meaningOfName).find((meaning) => meaning !== null) ?? null;
}

function meaningOfName(name: string): Meaning | null {
  // What stands in brackets says what else is meant, or what is not: "success rate (non-error responses)".
  const words = wordsOf(name.replace(/\([^)]*\)/g, ' '));
  const isBetter = words.some((word) => BETTER.has(word));
  const isWorse = words.some((word) => WORSE.has(word));
  if (isBetter === isWorse) {
    return null;
  }
  return isBetter ? 'more-is-better' : 'more-is-worse';
}

import { useCallback, useMemo } from 'react';
import { ALL_TIME, type Period, periodOf, quarterKeys } from './period';
import { type Scope, scopeOf } from './scope';
import { useAddress } from './useAddress';

export interface ShownScope {
  /** This quarter, where the address says none. */
  period: Period;
  teams: readonly string[];
  /** Writes into the address, where everything else stays. */
  change: (part: Scope) => void;
}

/** What a page about a quarter looks at, by its address; `now` in epoch ms. */
export function useScope(now: number): ShownScope {
  const [address, changeAddress] = useAddress();
  const said = useMemo(() => scopeOf(address), [address]);
  const period = useMemo(() => periodOf(said.period ?? quarterKeys(now, 1)[0] ?? '', now), [said, now]);
  const change = useCallback(
    ({ period: key, teams }: Scope) =>
      changeAddress((before) => {
        const next = new URLSearchParams(before);
        next.delete('team');
        teams.forEach((team) => next.append('team', team));
        if (key !== undefined) {
          next.set('period', key);
        }
        return next;
      }),
    [changeAddress]
  );
  return { period: period ?? ALL_TIME, teams: said.teams, change };
}

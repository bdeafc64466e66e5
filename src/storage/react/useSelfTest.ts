import { useMemo } from 'react';
import { useComposition } from './NearMissStoreProvider';
import { repair, type Repaired } from '../selfTest/repair';
import { inspect, runSelfTest, type InspectionResult, type RunOptions } from '../selfTest/runSelfTest';
import { whoAmI } from '../../grafana/whoAmI';
import type { Repair } from '../selfTest/checkResult';

/** The self-test of the Grafana this page runs in. */
export interface SelfTest {
  run: (options: RunOptions) => Promise<void>;
  repair: (wanted: Repair) => Promise<Repaired>;
  inspect: (readsAll: boolean) => Promise<readonly InspectionResult[]>;
}

/** The same object as long as the Grafana is the same. */
export function useSelfTest(): SelfTest {
  const { send, context } = useComposition();
  return useMemo(() => {
    const tested = { ...context, send, me: whoAmI().login };
    return {
      run: (options) => runSelfTest(tested, options),
      repair: (wanted) => repair(tested, wanted),
      inspect: (readsAll) => inspect(tested, { readsAll }),
    };
  }, [send, context]);
}

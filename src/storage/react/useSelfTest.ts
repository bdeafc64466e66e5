import { useMemo } from 'react';
import { grafanaAnnotations } from '../annotations/grafanaAnnotations';
import { realClock } from '../store/retry';
import { linkTo, useSend } from './NearMissStoreProvider';
import { repair, type Repaired } from '../selfTest/repair';
import { inspect, runSelfTest, type InspectionResult, type RunOptions } from '../selfTest/runSelfTest';
import type { Repair } from '../selfTest/checkResult';

/** The self-test of the Grafana this page runs in. */
export interface SelfTest {
  run: (options: RunOptions) => Promise<void>;
  repair: (wanted: Repair) => Promise<Repaired>;
  inspect: (readsAll: boolean) => Promise<readonly InspectionResult[]>;
}

/** The same object as long as the Grafana is the same. */
export function useSelfTest(): SelfTest {
  const send = useSend();
  return useMemo(() => {
    const context = { send, port: grafanaAnnotations(send), clock: realClock, link: linkTo };
    return {
      run: (options) => runSelfTest(context, options),
      repair: (wanted) => repair(context, wanted),
      inspect: (readsAll) => inspect(context, { readsAll }),
    };
  }, [send]);
}

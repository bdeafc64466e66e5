import { useMemo } from 'react';
import type { ExportOrigin } from '../../domain/transfer/exportFile';
import type { ImportPlan } from '../../domain/transfer/planImport';
import type { GatheredNearMisses } from '../../domain/fold/storedPart';
import { exportOrigin } from '../../grafana/address';
import { grafanaAnnotations } from '../annotations/grafanaAnnotations';
import { importNearMisses, type ImportOptions, type ImportResult } from '../transfer/importNearMisses';
import type { Outcome } from '../../grafana/outcome';
import { readEverything } from '../transfer/readEverything';
import { realClock } from '../store/retry';
import { linkTo, useSend } from './NearMissStoreProvider';

/** Export and import in the Grafana this page runs in. */
export interface Transfer {
  /** What an export names as its origin. */
  origin: ExportOrigin;
  read: (signal?: AbortSignal) => Promise<Outcome<GatheredNearMisses>>;
  write: (plan: ImportPlan, options: ImportOptions) => Promise<ImportResult>;
}

/** The same object as long as the Grafana is the same. */
export function useTransfer(): Transfer {
  const send = useSend();
  return useMemo(() => {
    const port = grafanaAnnotations(send);
    return {
      origin: exportOrigin(),
      read: (signal) => readEverything(port, { signal }),
      write: (plan, options) => importNearMisses({ port, clock: realClock, link: linkTo }, plan, options),
    };
  }, [send]);
}

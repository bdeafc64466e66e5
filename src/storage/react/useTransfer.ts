import { useMemo, useCallback } from 'react';
import type { ExportOrigin } from '../../domain/transfer/exportFile';
import type { ImportPlan } from '../../domain/transfer/planImport';
import type { GatheredNearMisses } from '../../domain/fold/storedPart';
import { grafanaAnnotations } from '../annotations/grafanaAnnotations';
import { exportOrigin } from '../../grafana/address';
import { importNearMisses, type ImportOptions, type ImportResult } from '../transfer/importNearMisses';
import type { Outcome } from '../../grafana/outcome';
import { readEverything } from '../transfer/readEverything';
import { useComposition } from './NearMissStoreProvider';
import type { AppSettings } from '../../domain/record/settings';
import {
  moveNearMisses,
  type MoveOptions,
  type MoveResult,
  type Movable,
  readMovable,
} from '../transfer/moveNearMisses';
import { type Answer, useAnswer } from './useAnswer';

interface Moving {
  movable: Answer<Movable>;
  move: (options: MoveOptions) => Promise<MoveResult>;
}

/** What can be moved in the Grafana this page runs in, and moving it. The settings must be stable. */
export function useMoving(settings: AppSettings): Moving {
  const { send, context } = useComposition();
  const load = useCallback((signal: AbortSignal) => readMovable(send, settings, signal), [send, settings]);
  const movable = useAnswer(load);
  const move = useCallback(
    // Not the page's own port: what that one knows of journals may be older than the one to move to.
    (options: MoveOptions) => moveNearMisses({ ...context, port: grafanaAnnotations(send) }, options),
    [send, context]
  );
  return { movable, move };
}

/** Export and import in the Grafana this page runs in. */
export interface Transfer {
  /** What an export names as its origin. */
  origin: ExportOrigin;
  read: (signal?: AbortSignal) => Promise<Outcome<GatheredNearMisses>>;
  write: (plan: ImportPlan, options: ImportOptions) => Promise<ImportResult>;
}

/** The same object as long as the Grafana is the same. */
export function useTransfer(): Transfer {
  const { context } = useComposition();
  return useMemo(
    () => ({
      origin: exportOrigin(),
      read: (signal) => readEverything(context.port, { signal }),
      write: (plan, options) => importNearMisses(context, plan, options),
    }),
    [context]
  );
}

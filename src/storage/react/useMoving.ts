import { useCallback } from 'react';
import type { AppSettings } from '../../domain/record/settings';
import { grafanaAnnotations } from '../annotations/grafanaAnnotations';
import { moveNearMisses, type MoveOptions, type MoveResult } from '../transfer/moveNearMisses';
import { type Movable, readMovable } from '../transfer/readMovable';
import { realClock } from '../store/retry';
import { type Answer, useAnswer } from './useAnswer';
import { linkTo, useSend } from './NearMissStoreProvider';

interface Moving {
  movable: Answer<Movable>;
  move: (options: MoveOptions) => Promise<MoveResult>;
}

/** What can be moved in the Grafana this page runs in, and moving it. The settings must be stable. */
export function useMoving(settings: AppSettings): Moving {
  const send = useSend();
  const load = useCallback((signal: AbortSignal) => readMovable(send, settings, signal), [send, settings]);
  const movable = useAnswer(load);
  const move = useCallback(
    (options: MoveOptions) =>
      moveNearMisses({ port: grafanaAnnotations(send), clock: realClock, link: linkTo }, options),
    [send]
  );
  return { movable, move };
}

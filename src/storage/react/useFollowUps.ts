import { useCallback } from 'react';
import { foldEntries } from '../../domain/fold/foldEntries';
import type { FollowUps } from '../../domain/pack/packStory';
import type { Outcome } from '../../grafana/outcome';
import { readEverything } from '../transfer/readEverything';
import { useComposition } from './NearMissStoreProvider';
import { type Answer, useAnswer } from './useAnswer';

/** The follow-ups that people shared, of every near miss: one reading of all that is stored, so none, and null, until `wanted`. */
export function useFollowUps(wanted: boolean): Answer<FollowUps> {
  const { port } = useComposition().context;
  const load = useCallback(
    async (signal: AbortSignal): Promise<Outcome<FollowUps>> => {
      if (!wanted) {
        return { ok: true, value: null };
      }
      const read = await readEverything(port, { signal });
      return read.ok
        ? {
            ok: true,
            value: new Map(
              read.value.whole.map(({ nearMiss, entries }) => [
                nearMiss.id,
                foldEntries(entries).flatMap(({ type, text }) => (type === 'followUp' ? [text] : [])),
              ])
            ),
          }
        : read;
    },
    [port, wanted]
  );
  return useAnswer(load);
}

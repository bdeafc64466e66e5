import { useCallback, useMemo } from 'react';
import type { NearMissFile, NearMissList, NearMissStore } from '../store/nearMissStore';
import type { NearMiss } from '../../domain/fold/nearMiss';
import type { Failure, Outcome } from '../../grafana/outcome';
import { useAnswer } from './useAnswer';
import { useNearMissStore } from './NearMissStoreProvider';
import { useWritten } from './useOutbox';

export type NearMissFileAnswer =
  | { state: 'loading'; refresh: () => void }
  | { state: 'failed'; failure: Failure; retry: () => void }
  | { state: 'ready'; file: NearMissFile; refreshing: boolean; failure?: Failure; refresh: () => void };

/** One near miss with its worksheet. A near miss that is gone or hidden fails with kind `missing`. */
export function useNearMissFile(id: string): NearMissFileAnswer {
  const store = useNearMissStore();
  const load = useCallback((signal: AbortSignal) => store.read(id, signal), [store, id]);
  const answer = useAnswer(load);
  // What a first reading began before may lack it.
  useWritten(() => (answer.state === 'failed' ? answer.retry() : answer.refresh()));
  if (answer.state !== 'ready') {
    return answer;
  }
  const { value, ...rest } = answer;
  return { ...rest, file: value };
}

export type NamedNearMisses = ReadonlyMap<string, Outcome<NearMiss>>;

/** Other near misses that one names, each read by itself: one that is gone or hidden is `missing`, and hides no other. */
export function useNamedNearMisses(ids: readonly string[]): NamedNearMisses {
  const store = useNearMissStore();
  const key = JSON.stringify(ids);
  const load = useCallback(
    async (signal: AbortSignal): Promise<Outcome<NamedNearMisses>> => {
      const read = ids.map(async (id): Promise<[string, Outcome<NearMiss>]> => {
        const file = await store.read(id, signal);
        return [id, file.ok ? { ok: true, value: file.value.nearMiss } : file];
      });
      return { ok: true, value: new Map(await Promise.all(read)) };
    },
    // The ids come anew with each reading of the page; what they say rarely changes.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [store, key]
  );
  const answer = useAnswer(load);
  return answer.state === 'ready' ? answer.value : NONE_READ;
}

const NONE_READ: NamedNearMisses = new Map();

export type NearMissListAnswer =
  | { state: 'loading'; refresh: () => void }
  | { state: 'failed'; failure: Failure; retry: () => void }
  | { state: 'ready'; list: NearMissList; refreshing: boolean; failure?: Failure; refresh: () => void };

/**
 * All near misses this reader may see; the newest show first, while `refreshing` says that more are coming.
 * `failure` beside a list: the last refresh did not get through. `atMost` stops after so many annotations.
 * A refresh reads everything only where the newest page changed, so what others change in an old near miss may take five
 * minutes to appear; what was written from here shows at once.
 */
export function useNearMissList(atMost?: number): NearMissListAnswer {
  const store = useNearMissStore();
  const { load, forget } = useMemo(() => listLoad(store, atMost), [store, atMost]);
  const answer = useAnswer(load);
  useWritten(() => {
    forget();
    // What a first reading began before may lack it.
    return answer.state === 'failed' ? answer.retry() : answer.refresh();
  });
  if (answer.state !== 'ready') {
    return answer;
  }
  const { value, ...rest } = answer;
  return { ...rest, list: value };
}

function listLoad(store: NearMissStore, atMost: number | undefined) {
  let known: NearMissList | undefined;
  const load = async (signal: AbortSignal, onProgress: (list: NearMissList) => void) => {
    const outcome = await store.list({ signal, onProgress, atMost, known });
    if (outcome.ok && !signal.aborted) {
      known = outcome.value;
    }
    return outcome;
  };
  return { load, forget: () => (known = undefined) };
}

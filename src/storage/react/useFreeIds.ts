import { useMemo } from 'react';
import { useNearMissStore } from './NearMissStoreProvider';
import { useOutbox } from './useOutbox';

interface IdsToCome {
  /**
   * Whether an id may go on standing for an unfinished near miss: this browser is still sending it, or nothing is stored under
   * it. False too when Grafana does not say.
   */
  isFree: (id: string) => Promise<boolean>;
  /** Whether this browser is sending something under it now. */
  isSent: (id: string) => boolean;
}

/** What may be known of the ids of near misses to be. */
export function useFreeIds(): IdsToCome {
  const store = useNearMissStore();
  const outbox = useOutbox();
  return useMemo(() => {
    const isSent = (id: string) => outbox.queued().some((item) => item.id === id);
    return {
      isSent,
      isFree: async (id) => {
        outbox.sync();
        if (isSent(id)) {
          return true;
        }
        const stored = await store.read(id);
        return !stored.ok && stored.failure.kind === 'missing';
      },
    };
  }, [store, outbox]);
}

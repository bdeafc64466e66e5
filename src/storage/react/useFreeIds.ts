import { useCallback } from 'react';
import { useNearMissStore } from './NearMissStoreProvider';
import { useOutbox } from './useOutbox';

/**
 * Whether an id may go on standing for an unfinished near miss: this browser is still sending it, or nothing is stored under
 * it. False too when Grafana does not say.
 */
export function useFreeIds(): (id: string) => Promise<boolean> {
  const store = useNearMissStore();
  const outbox = useOutbox();
  return useCallback(
    async (id) => {
      outbox.sync();
      if (outbox.queued().some((item) => item.id === id)) {
        return true;
      }
      const stored = await store.read(id);
      return !stored.ok && stored.failure.kind === 'missing';
    },
    [store, outbox]
  );
}

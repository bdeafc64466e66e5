import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { Outbox, Written } from '../outbox/outbox';
import { useComposition } from './NearMissStoreProvider';
import type { QueuedItem } from '../outbox/queuedItems';

/** Everything this person wrote here and Grafana does not have yet. It is sent from the first use on. */
export function useOutbox(): Outbox {
  const { outbox, begin } = useComposition();
  useEffect(begin, [begin]);
  return outbox;
}

/** Everything that Grafana does not have yet, oldest first. */
export function useQueued(): readonly QueuedItem[] {
  const outbox = useOutbox();
  return useSyncExternalStore(outbox.subscribe, outbox.queued);
}

/** Calls the newest `listener` for each write that Grafana has got. */
export function useWritten(listener: (written: Written) => void): void {
  const outbox = useOutbox();
  const newest = useRef(listener);
  newest.current = listener;
  useEffect(() => outbox.onWritten((written) => newest.current(written)), [outbox]);
}

import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { Outbox, Through } from '../outbox/outbox';
import { useComposition } from './NearMissStoreProvider';
import type { Waiting } from '../outbox/waiting';

/** Everything this person wrote here and Grafana does not have yet. It is sent from the first use on. */
export function useOutbox(): Outbox {
  const { outbox, begin } = useComposition();
  useEffect(begin, [begin]);
  return outbox;
}

/** What waits, oldest first. */
export function useWaiting(): readonly Waiting[] {
  const outbox = useOutbox();
  return useSyncExternalStore(outbox.subscribe, outbox.waiting);
}

/** Calls the newest `listener` for each write that got through. */
export function useThrough(listener: (through: Through) => void): void {
  const outbox = useOutbox();
  const newest = useRef(listener);
  newest.current = listener;
  useEffect(() => outbox.onThrough((through) => newest.current(through)), [outbox]);
}

import { useEffect, useRef, useSyncExternalStore } from 'react';
import { newId } from '../domain/newId';
import { keptWrites } from './keptWrites';
import type { NearMissStore } from './nearMissStore';
import { createOutbox, type Outbox, type Through } from './outbox';
import type { UnfinishedText } from './unfinishedText';
import { useNearMissStore, useSend } from './useNearMissStore';
import { unfinishedOver } from './unfinishedOver';
import type { Waiting } from './waitingItems';
import { whoAmI } from './whoAmI';

// One a store, so that everything on the page shares it and its pauses.
const outboxes = new WeakMap<NearMissStore, Outbox>();

function outboxOver(store: NearMissStore, typed: UnfinishedText): Outbox {
  const known = outboxes.get(store);
  if (known) {
    return known;
  }
  const kept = keptWrites({ browser: () => window.localStorage, owner: whoAmI(), tab: newId(), now: Date.now });
  const outbox = createOutbox({ kept, write: (write) => store.write(write), typed });
  outboxes.set(store, outbox);
  window.addEventListener('online', () => void outbox.retryNow());
  window.addEventListener('storage', outbox.look);
  window.addEventListener('pagehide', outbox.leave);
  // What an earlier page left behind.
  void outbox.retryNow();
  return outbox;
}

/** Everything this person wrote here and Grafana does not have yet. */
export function useOutbox(): Outbox {
  const store = useNearMissStore();
  return outboxOver(store, unfinishedOver(useSend()));
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

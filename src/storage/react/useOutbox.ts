import { useEffect, useRef, useSyncExternalStore } from 'react';
import { textOf } from '../../domain/json/fieldOf';
import { keptWrites } from '../outbox/kept';
import type { NearMissStore } from '../store/nearMissStore';
import { createOutbox, type Outbox, type Through } from '../outbox/outbox';
import type { Failure } from '../../grafana/outcome';
import type { Send } from '../../grafana/send';
import { useNearMissStore, useSend } from './NearMissStoreProvider';
import type { Waiting } from '../outbox/waiting';
import { whoAmI } from '../../grafana/whoAmI';
import { newId } from '../../domain/record/id';
import { unfinishedOver } from '../unfinished/unfinishedText';

// One a store, so that everything on the page shares it and its pauses.
const outboxes = new WeakMap<NearMissStore, Outbox>();

function outboxOver(store: NearMissStore, send: Send): Outbox {
  const known = outboxes.get(store);
  if (known) {
    return known;
  }
  const owner = whoAmI();
  const outbox = createOutbox({
    kept: keptWrites({ browser: () => window.localStorage, owner, tab: newId(), now: Date.now }),
    write: (write) => store.write(write),
    typed: unfinishedOver(send),
    notOwner: () => notOwner(send, owner.login),
  });
  outboxes.set(store, outbox);
  window.addEventListener('online', () => void outbox.retryNow());
  window.addEventListener('storage', outbox.look);
  window.addEventListener('pagehide', outbox.leave);
  // What an earlier page left behind.
  void outbox.retryNow();
  return outbox;
}

/** Another tab may have signed in somebody else: what one wrote must not be stored as another's. */
async function notOwner(send: Send, login: string): Promise<Failure | null> {
  const user = await send({ method: 'GET', path: '/api/user' });
  if (!user.ok) {
    return user.failure;
  }
  return textOf(user.value, 'login') === login ? null : { kind: 'unauthorized', status: 0, detail: '' };
}

/** Everything this person wrote here and Grafana does not have yet. */
export function useOutbox(): Outbox {
  const store = useNearMissStore();
  return outboxOver(store, useSend());
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

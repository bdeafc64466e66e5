import { createNearMissStore } from '../store/createNearMissStore';
import type { NearMissStore } from '../store/nearMissStore';
import { type Clock, realClock } from '../store/retry';
import type { StoreContext } from '../store/storeContext';
import { grafanaAnnotations } from '../annotations/grafanaAnnotations';
import { createOutbox, type Outbox } from '../outbox/outbox';
import { browserQueue } from '../outbox/browserQueue';
import { type UnfinishedTexts, unfinishedOver } from '../unfinished/unfinishedTexts';
import { linkTo } from '../../grafana/address';
import type { Place } from '../../domain/record/place';
import type { Failure } from '../../grafana/outcome';
import { mayDeleteIn } from '../../grafana/rights';
import type { Send } from '../../grafana/send';
import { type Me, whoAmI } from '../../grafana/whoAmI';
import { newId } from '../../domain/record/id';
import { textOf } from '../../domain/json/fieldOf';

/** Everything the hooks of this folder work with. */
export interface Composition {
  send: Send;
  /** What works on annotations beside the store: import, move, self-test. */
  context: StoreContext;
  store: NearMissStore;
  unfinished: UnfinishedTexts;
  outbox: Outbox;
  /**
   * Sends what an earlier page left behind and goes on while the page lives. Only the first call does anything, and nothing
   * ends it: what was written must get through also after the form that wrote it is closed.
   */
  begin: () => void;
}

interface Given {
  /** Default: over the annotations that `send` reaches. */
  store?: NearMissStore;
  clock?: Clock;
}

/** Puts together, for one way to Grafana, what must be there once: pauses, caches and what waits are shared by the whole page. */
export function compose(send: Send, { store: given, clock = realClock }: Given = {}): Composition {
  const mayDelete = (place: Place) => mayDeleteIn(send, place);
  const context: StoreContext = { port: grafanaAnnotations(send), clock, link: linkTo, mayDelete };
  const me = () => whoAmI().login;
  const store = given ?? createNearMissStore(context.port, { link: linkTo, ...clock, me, mayDelete });
  const unfinished = unfinishedOver(send);
  const owner = whoAmI();
  const outbox = createOutbox({
    browser: browserQueue({ browser: () => window.localStorage, owner, tab: newId(), now: clock.now }),
    write: (write) => store.write(write),
    typed: unfinished,
    notOwner: () => notOwner(send, owner),
    clock,
  });
  return { send, context, store, unfinished, outbox, begin: once(() => attend(outbox, unfinished)) };
}

function attend(outbox: Outbox, unfinished: UnfinishedTexts): void {
  window.addEventListener('online', () => void outbox.retryNow());
  window.addEventListener('storage', outbox.sync);
  window.addEventListener('pagehide', outbox.leave);
  unfinished.clearOld();
  void outbox.retryNow();
}

function once(work: () => void): () => void {
  let begun = false;
  return () => {
    if (!begun) {
      begun = true;
      work();
    }
  };
}

/** Another tab may have signed in somebody else: what one wrote must not be stored as another's. */
async function notOwner(send: Send, { login, signedIn }: Me): Promise<Failure | null> {
  const user = await send({ method: 'GET', path: '/api/user' });
  if (!user.ok) {
    // Whoever writes without signing in is still nobody.
    return !signedIn && user.failure.kind === 'unauthorized' ? null : user.failure;
  }
  return textOf(user.value, 'login') === login ? null : { kind: 'unauthorized', status: 0, detail: '' };
}

import { createNearMissStore } from '../store/createNearMissStore';
import type { NearMissStore } from '../store/nearMissStore';
import { type Clock, realClock } from '../store/retry';
import type { StoreContext } from '../store/storeContext';
import type { AnnotationPort } from '../annotations/annotationPort';
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

/** What is asked of the page's window. */
export interface Page {
  readonly localStorage: Storage;
  addEventListener: (type: string, listener: () => void) => void;
}

interface Given {
  /** Default: over the annotations that `send` reaches. */
  store?: NearMissStore;
  clock?: Clock;
  page?: Page;
  /** Who the page was opened by. */
  who?: () => Me;
  grafanaNow?: () => number | null;
}

/** Puts together, for one way to Grafana, what must be there once: pauses, caches and what waits are shared by the whole page. */
export function compose(
  send: Send,
  { store: given, clock = realClock, page = window, who = whoAmI, grafanaNow }: Given = {}
): Composition {
  const owner = who();
  const mayDelete = (place: Place) => mayDeleteIn(send, place);
  const context: StoreContext = { port: grafanaAnnotations(send), clock, link: linkTo, mayDelete };
  const me = () => who().login;
  const store =
    given ?? createNearMissStore(postingAs(owner, send, context.port), { link: linkTo, ...clock, me, mayDelete });
  const browser = () => page.localStorage;
  const unfinished = unfinishedOver(send, { who: owner, browser, grafanaNow });
  const outbox = createOutbox({
    browser: browserQueue({ browser, owner, tab: newId(), now: clock.now }),
    write: (write) => store.write(write),
    typed: unfinished,
    notOwner: () => notOwner(send, owner),
    clock,
  });
  return { send, context, store, unfinished, outbox, begin: once(() => attend(page, outbox)) };
}

function attend(page: Page, outbox: Outbox): void {
  page.addEventListener('online', () => void outbox.retryNow());
  page.addEventListener('storage', outbox.sync);
  page.addEventListener('pagehide', outbox.leave);
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

/** The port; between the looks before a POST and the POST somebody else may have signed in. */
function postingAs(owner: Me, send: Send, port: AnnotationPort): AnnotationPort {
  return {
    ...port,
    post: async (annotation, signal) => {
      const stranger = await notOwner(send, owner);
      return stranger ? { ok: false, failure: stranger } : port.post(annotation, signal);
    },
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

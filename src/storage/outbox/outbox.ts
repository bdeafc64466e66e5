import { type BrowserQueue, type WrittenIn, decodeQueued, encodeQueued } from './browserQueue';
import type { Recorded } from '../store/nearMissStore';
import { type Failure, type Outcome, failed, isTriedAgain } from '../../grafana/outcome';
import { ownChanges } from './ownChanges';
import { queuedId, type QueuedWrite } from '../store/queuedWrite';
import type { UnfinishedTexts } from '../unfinished/unfinishedTexts';
import { type Clock, realClock, retry } from '../store/retry';
import { type QueuedItem, type QueuedItems, queuedItems } from './queuedItems';

/** A write that Grafana has now. */
export interface Written {
  id: string;
  from: WrittenIn;
  write: QueuedWrite;
  recorded: Recorded;
}

/** What was written and is not through yet: kept in the browser before the first attempt, tried again until Grafana has it. */
export interface Outbox {
  /** Oldest first; the same array until something changes. */
  queued: () => readonly QueuedItem[];
  subscribe: (listener: () => void) => () => void;
  /** Calls the listener for each write that Grafana has got, whenever that is. */
  onWritten: (listener: (written: Written) => void) => () => void;
  /**
   * Keeps the write, then tries it. An outcome that does not say whether Grafana did it leaves it here to be tried again;
   * a refusal of this first attempt does not: the form it came from still has it.
   */
  send: (from: WrittenIn, write: QueuedWrite) => Promise<Outcome<Recorded>>;
  /** Tries everything now, refused things too. */
  retryNow: () => Promise<void>;
  /** Gives up on it. What got through unseen stays. */
  takeBack: (id: string) => void;
  /** Looks at what other tabs put into the browser or took out. */
  sync: () => void;
  /** Lets other tabs have what this one was sending: the page is about to go. */
  leave: () => void;
}

interface OutboxOptions {
  browser: BrowserQueue;
  /** One attempt, which looks first: however often it is repeated, one thing is written. */
  write: (write: QueuedWrite) => Promise<Outcome<Recorded>>;
  /** Forgotten once it is through, unless somebody typed on. */
  typed: Pick<UnfinishedTexts, 'peek' | 'forget'>;
  /**
   * Why nothing may be sent now: somebody else signed in since, or nobody knows; null when all is as it was. Asked just before
   * each attempt: what one person wrote must not be stored as another's.
   */
  notOwner?: () => Promise<Failure | null>;
  clock?: Clock;
}

/** Pauses between rounds, in ms: doubled after each that brought nothing. */
const FIRST_PAUSE = 5_000;
const LONGEST_PAUSE = 120_000;

export function createOutbox({
  browser,
  write,
  typed,
  notOwner = async () => null,
  clock = realClock,
}: OutboxOptions): Outbox {
  const items = queuedItems();
  const own = ownChanges(write);
  const listeners = new Set<(written: Written) => void>();
  const rounds = retryRounds(() => round(false));
  const typedIn = ({ subject, field }: WrittenIn) => typed.peek(subject, field)?.text ?? null;

  const takeBack = (id: string) => {
    browser.remove(id);
    items.remove(id);
  };
  const tellWritten = ({ id, from, write: written, typed: words }: QueuedItem, recorded: Recorded) => {
    if (typedIn(from) === words) {
      typed.forget(from.subject, from.field);
    }
    listeners.forEach((listener) => listener({ id, from, write: written, recorded }));
  };
  /** Some attempts in a row; the item is left due, refused or gone. `fromForm`: what is refused is the form's again. */
  const attempt = async (item: QueuedItem, fromForm = false): Promise<Outcome<Recorded>> => {
    items.put({ ...item, state: 'saving' });
    // Taken back meanwhile, perhaps sent anew.
    const isGone = () => items.get(item.id)?.token !== item.token;
    const writeIt = async (): Promise<Outcome<Recorded>> => {
      const stranger = await notOwner();
      if (stranger || isGone()) {
        return stranger ? { ok: false, failure: stranger } : failed('aborted');
      }
      return own.write(item.write).catch((error: unknown) => failed('unreadable', String(error)));
    };
    const outcome = await retry(clock, { attempt: writeIt });
    if (isGone()) {
      return outcome;
    }
    const left = leftOf(item, outcome, fromForm);
    if (left?.id !== item.id) {
      takeBack(item.id);
    }
    if (left) {
      browser.keep(left);
      items.put(left);
    }
    if (outcome.ok) {
      tellWritten(item, outcome.value);
    }
    return outcome;
  };
  const round = (withRefused: boolean) => sendDue({ browser, items, attempt }, withRefused);

  return {
    queued: items.all,
    subscribe: items.subscribe,
    onWritten: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    send: async (from, given) => {
      const after = own.after(given);
      // As it is read back after a reload: the very same text is what tells a twin from another record.
      const queued = decodeQueued(encodeQueued(after)) ?? after;
      const put = { from, write: queued, at: clock.now(), typed: typedIn(from) };
      const id = queuedId(queued);
      const keptIn = browser.keep(put, true);
      const outcome = await attempt({ ...put, id, state: 'saving', failure: null, keptIn, token: nextToken() }, true);
      if (items.all().some(({ state }) => state === 'due')) {
        rounds.plan();
      }
      return outcome;
    },
    retryNow: async () => rounds.now(() => round(true)),
    takeBack,
    sync: () => {
      sync(browser, items);
      if (items.all().some(({ state }) => state === 'due')) {
        rounds.plan();
      }
    },
    leave: () => items.all().forEach(browser.release),
  };
}

interface Due extends Pick<OutboxOptions, 'browser'> {
  items: QueuedItems;
  attempt: (item: QueuedItem) => Promise<unknown>;
}

/** Tries what is due, oldest first, until one gets no answer: then neither would the next. True when nothing is left. */
async function sendDue({ browser, items, attempt }: Due, withRefused: boolean): Promise<boolean> {
  sync(browser, items);
  for (const { id } of items.all()) {
    const item = items.get(id);
    const isDue = item?.state === 'due' || (withRefused && item?.state === 'refused');
    if (item && isDue && browser.hold(item)) {
      await attempt(item);
      if (items.get(id)?.state === 'due') {
        return false;
      }
    }
  }
  return items.all().every(({ state }) => state !== 'due');
}

/** Takes over what other tabs, or an earlier page, left in the browser, and lets go of what they took out. */
function sync(browser: BrowserQueue, items: QueuedItems): void {
  const found = new Map(browser.all().map((one) => [queuedId(one.write), one]));
  for (const { id, state, keptIn } of items.all()) {
    if (keptIn === 'browser' && state !== 'saving' && !found.has(id)) {
      items.remove(id);
    }
  }
  for (const [id, one] of found) {
    if (!items.get(id)) {
      items.put({ ...one, id, state: 'due', failure: null, keptIn: 'browser', token: nextToken() });
    }
  }
}

/** What is left of a write that is stored, but not its marker; a change is no longer its form's. */
function markerOf({ write, from }: QueuedItem): Pick<QueuedItem, 'id' | 'write' | 'from'> | null {
  switch (write.what) {
    case 'record':
      return {
        id: write.record.id,
        from,
        write: { what: 'marker', nearMiss: write.record.id, draftId: write.draftId },
      };
    case 'change': {
      const { nearMiss } = write.change;
      return { id: nearMiss, from: { ...from, field: 'marker' }, write: { what: 'marker', nearMiss, draftId: null } };
    }
    default:
      return null;
  }
}

let lastToken = 0;
const nextToken = () => (lastToken += 1);

/** What an attempt left of an item; null when nothing is left to do, or it is the form's again. */
function leftOf(item: QueuedItem, outcome: Outcome<Recorded>, fromForm: boolean): QueuedItem | null {
  const failure = failureIn(item.write, outcome);
  const isLeft = failure && (isTriedAgain(failure) || !fromForm);
  return isLeft
    ? {
        ...item,
        ...(outcome.ok ? markerOf(item) : null),
        failure,
        state: isTriedAgain(failure) ? 'due' : 'refused',
      }
    : null;
}

/** Why it is to be tried again: its own failure, or that of a marker of which nobody knows. */
function failureIn(write: QueuedWrite, outcome: Outcome<Recorded>): Failure | null {
  if (!outcome.ok) {
    // Its near miss was deleted meanwhile: nothing is left to mark.
    return write.what === 'marker' && outcome.failure.kind === 'missing' ? null : outcome.failure;
  }
  const { marker } = outcome.value;
  return marker && !marker.ok && isTriedAgain(marker.failure) ? marker.failure : null;
}

/** Runs one round at a time; after one that left something, another later. */
function retryRounds(round: () => Promise<boolean>) {
  let pause = FIRST_PAUSE;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let running: Promise<void> | null = null;

  const plan = () => {
    timer ??= setTimeout(() => {
      timer = null;
      void run(round);
    }, pause);
  };
  const run = (work: () => Promise<boolean>): Promise<void> => {
    running ??= work()
      .then((done) => {
        pause = done ? FIRST_PAUSE : Math.min(pause * 2, LONGEST_PAUSE);
        if (!done) {
          plan();
        }
      })
      .finally(() => (running = null));
    return running;
  };
  return {
    plan,
    now: (work: () => Promise<boolean>) => {
      pause = FIRST_PAUSE;
      if (timer !== null) {
        clearTimeout(timer);
        timer = null;
      }
      return run(work);
    },
  };
}

import { type KeptWrites, type WrittenIn, decodePending, encodePending } from './kept';
import type { Recorded } from '../store/nearMissStore';
import { type Failure, type Outcome, failed, isTriedAgain } from '../../grafana/outcome';
import { ownChanges } from './ownChanges';
import { pendingId, type PendingWrite } from '../store/pendingWrite';
import type { UnfinishedText } from '../unfinished/unfinishedText';
import { type Clock, realClock, retry } from '../store/retry';
import { type Waiting, type WaitingItems, waitingItems } from './waiting';

/** A write that Grafana has now. */
export interface Through {
  id: string;
  from: WrittenIn;
  write: PendingWrite;
  recorded: Recorded;
}

/** What was written and is not through yet: kept in the browser before the first attempt, tried again until Grafana has it. */
export interface Outbox {
  /** Oldest first; the same array until something changes. */
  waiting: () => readonly Waiting[];
  subscribe: (listener: () => void) => () => void;
  /** Calls the listener for each write that got through, whenever that is. */
  onThrough: (listener: (through: Through) => void) => () => void;
  /**
   * Keeps the write, then tries it. An outcome that does not say whether Grafana did it leaves it here to be tried again;
   * a refusal of this first attempt does not: the form it came from still has it.
   */
  send: (from: WrittenIn, write: PendingWrite) => Promise<Outcome<Recorded>>;
  /** Tries everything now, refused things too. */
  retryNow: () => Promise<void>;
  /** Gives up on it. What got through unseen stays. */
  takeBack: (id: string) => void;
  /** Looks at what other tabs put into the browser or took out. */
  look: () => void;
  /** Lets other tabs have what this one was sending: the page is about to go. */
  leave: () => void;
}

interface OutboxOptions {
  kept: KeptWrites;
  /** One attempt, which looks first: however often it is repeated, one thing is written. */
  write: (write: PendingWrite) => Promise<Outcome<Recorded>>;
  /** Forgotten once it is through, unless somebody typed on. */
  typed: Pick<UnfinishedText, 'peek' | 'forget'>;
  /** Why nothing may be sent now: somebody else signed in since, or nobody knows; null when all is as it was. */
  notOwner?: () => Promise<Failure | null>;
  clock?: Clock;
}

/** Pauses between rounds, in ms: doubled after each that brought nothing. */
const FIRST_PAUSE = 5_000;
const LONGEST_PAUSE = 120_000;

export function createOutbox({
  kept,
  write,
  typed,
  notOwner = async () => null,
  clock = realClock,
}: OutboxOptions): Outbox {
  const items = waitingItems();
  const own = ownChanges(write);
  const listeners = new Set<(through: Through) => void>();
  const rounds = retryRounds(() => round(false));
  const typedIn = ({ subject, field }: WrittenIn) => typed.peek(subject, field)?.text ?? null;

  const takeBack = (id: string) => {
    kept.remove(id);
    items.remove(id);
  };
  const tellThrough = ({ id, from, write: written, typed: words }: Waiting, recorded: Recorded) => {
    if (typedIn(from) === words) {
      typed.forget(from.subject, from.field);
    }
    listeners.forEach((listener) => listener({ id, from, write: written, recorded }));
  };
  /** Some attempts in a row; the item is left waiting, refused or gone. `fromForm`: what is refused is the form's again. */
  const attempt = async (item: Waiting, fromForm = false): Promise<Outcome<Recorded>> => {
    items.put({ ...item, state: 'saving' });
    // Taken back meanwhile, perhaps sent anew.
    const isGone = () => items.get(item.id)?.token !== item.token;
    const writeIt = async () =>
      isGone()
        ? failed<Recorded>('aborted')
        : own.write(item.write).catch((error: unknown) => failed<Recorded>('unreadable', String(error)));
    const outcome = await retry(clock, { attempt: writeIt });
    if (isGone()) {
      return outcome;
    }
    const left = leftOf(item, outcome);
    if (left === null || (fromForm && left.state === 'refused')) {
      takeBack(item.id);
    } else {
      kept.keep(left);
      items.put(left);
    }
    if (outcome.ok) {
      tellThrough(item, outcome.value);
    }
    return outcome;
  };
  const round = (withRefused: boolean) => sendDue({ kept, items, attempt, notOwner }, withRefused);

  return {
    waiting: items.all,
    subscribe: items.subscribe,
    onThrough: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    send: async (from, given) => {
      // As it is read back after a reload: the very same text is what tells a twin from another record.
      const after = own.after(given);
      const pending = decodePending(encodePending(after)) ?? after;
      const put = { from, write: pending, at: clock.now(), typed: typedIn(from) };
      const id = pendingId(pending);
      const keptIn = kept.keep(put);
      kept.hold(put);
      const outcome = await attempt({ ...put, id, state: 'saving', failure: null, keptIn, token: nextToken() }, true);
      if (items.get(id)) {
        rounds.plan();
      }
      return outcome;
    },
    retryNow: async () => rounds.now(() => round(true)),
    takeBack,
    look: () => {
      look(kept, items);
      if (items.all().some(({ state }) => state === 'waiting')) {
        rounds.plan();
      }
    },
    leave: () => items.all().forEach(kept.release),
  };
}

interface Due extends Required<Pick<OutboxOptions, 'kept' | 'notOwner'>> {
  items: WaitingItems;
  attempt: (item: Waiting) => Promise<unknown>;
}

/** Tries what is due, oldest first, until one gets no answer: then neither would the next. True when nothing is left. */
async function sendDue({ kept, items, attempt, notOwner }: Due, withRefused: boolean): Promise<boolean> {
  look(kept, items);
  const stranger = items.all().length > 0 ? await notOwner() : null;
  if (stranger) {
    items.all().forEach((item) => item.state === 'waiting' && items.put({ ...item, failure: stranger }));
    return false;
  }
  for (const { id } of items.all()) {
    const item = items.get(id);
    const isDue = item?.state === 'waiting' || (withRefused && item?.state === 'refused');
    if (item && isDue && kept.hold(item)) {
      await attempt(item);
      if (items.get(id)?.state === 'waiting') {
        return false;
      }
    }
  }
  return items.all().every(({ state }) => state !== 'waiting');
}

/** Takes over what other tabs, or an earlier page, left in the browser, and lets go of what they took out. */
function look(kept: KeptWrites, items: WaitingItems): void {
  const found = new Map(kept.all().map((one) => [pendingId(one.write), one]));
  for (const { id, state, keptIn } of items.all()) {
    if (keptIn === 'browser' && state !== 'saving' && !found.has(id)) {
      items.remove(id);
    }
  }
  for (const [id, one] of found) {
    if (!items.get(id)) {
      items.put({ ...one, id, state: 'waiting', failure: null, keptIn: 'browser', token: nextToken() });
    }
  }
}

const markerOf = (nearMiss: string, draftId: number | null): PendingWrite => ({ what: 'marker', nearMiss, draftId });

let lastToken = 0;
const nextToken = () => (lastToken += 1);

/** What an attempt left of an item; null when nothing is left to do. */
function leftOf(item: Waiting, outcome: Outcome<Recorded>): Waiting | null {
  const failure = failureIn(item.write, outcome);
  return (
    failure && {
      ...item,
      // Of a record that is stored, its marker is left.
      write: outcome.ok && item.write.what === 'record' ? markerOf(item.id, item.write.draftId) : item.write,
      failure,
      state: isTriedAgain(failure) ? 'waiting' : 'refused',
    }
  );
}

/** Why it is to be tried again: its own failure, or that of a marker of which nobody knows. */
function failureIn(write: PendingWrite, outcome: Outcome<Recorded>): Failure | null {
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

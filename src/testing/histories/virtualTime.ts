interface Timer {
  at: number;
  /** In the order in which they were set. */
  number: number;
  work: () => void;
}

export interface VirtualTime {
  /** Epoch ms; only `pass` moves it. */
  now: () => number;
  after: (ms: number, work: () => void) => number;
  cancel: (number: unknown) => void;
  sleep: (ms: number) => Promise<void>;
  /** Lets so many ms pass: everything that is due is done, with all that follows from it at once. */
  pass: (ms: number) => Promise<void>;
}

export function virtualTime(start: number): VirtualTime {
  let now = start;
  let last = 0;
  const timers = new Map<number, Timer>();
  const after = (ms: number, work: () => void) => {
    last += 1;
    timers.set(last, { at: now + Math.max(0, ms), number: last, work });
    return last;
  };
  const due = (until: number): Timer | undefined => {
    let first: Timer | undefined;
    for (const timer of timers.values()) {
      if (timer.at <= until && (!first || timer.at < first.at)) {
        first = timer;
      }
    }
    return first;
  };
  return {
    now: () => now,
    after,
    cancel: (number) => void (typeof number === 'number' && timers.delete(number)),
    sleep: (ms) => new Promise((resolve) => after(ms, resolve)),
    pass: async (ms) => {
      const until = now + ms;
      await allPromises();
      for (let timer = due(until); timer; timer = due(until)) {
        timers.delete(timer.number);
        now = timer.at;
        timer.work();
        await allPromises();
      }
      now = until;
    },
  };
}

/** Every promise that can be settled without a timer is, before the event loop comes to this. */
const allPromises = () => new Promise<void>((resolve) => setImmediate(resolve));

/** The timers of everything that runs are those of `time`, until the answer is called. */
export function useTimersOf(time: VirtualTime): () => void {
  const { setTimeout: set, clearTimeout: clear } = globalThis;
  Object.assign(globalThis, {
    setTimeout: (work: () => void, ms = 0) => time.after(ms, work),
    clearTimeout: time.cancel,
  });
  return () => void Object.assign(globalThis, { setTimeout: set, clearTimeout: clear });
}

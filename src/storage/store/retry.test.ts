import { type FailureKind, type Outcome, failed } from '../../grafana/outcome';
import { realClock, retry } from './retry';

const UNSURE: readonly FailureKind[] = ['unavailable', 'timeout', 'offline', 'unreadable'];
const SURE: readonly FailureKind[] = [
  'aborted',
  'unauthorized',
  'forbidden',
  'missing',
  'refused',
  'overtaken',
  'too-long',
];

const done = (value: string): Outcome<string> => ({ ok: true, value });
const nothing: Outcome<string | null> = { ok: true, value: null };

/** Answers by number: the last one again when there are no more. */
function answering<T>(...answers: ReadonlyArray<Outcome<T>>) {
  let calls = 0;
  const ask = async (): Promise<Outcome<T>> => {
    const answer = answers[Math.min(calls, answers.length - 1)];
    calls += 1;
    return answer ?? failed<T>('unreadable', 'no answer was prepared');
  };
  return { ask, calls: () => calls };
}

/** A clock that notes how long it was asked to wait; each attempt takes `pace` ms. */
function aClock(pace = 0) {
  const slept: number[] = [];
  const signals: Array<AbortSignal | undefined> = [];
  let time = 1_000;
  const clock = {
    now: () => time,
    sleep: async (ms: number, signal?: AbortSignal) => {
      slept.push(ms);
      signals.push(signal);
      time += pace;
    },
  };
  return { clock, slept, signals };
}

describe('retry', () => {
  it('asks once when it is answered', async () => {
    const { clock, slept } = aClock();
    const attempts = answering(done('first'), done('second'));
    const looks = answering<string | null>(done('seen'));
    expect(await retry(clock, { attempt: attempts.ask, look: looks.ask })).toEqual(done('first'));
    expect([attempts.calls(), looks.calls()]).toEqual([1, 0]);
    expect(slept).toEqual([]);
  });

  it.each(SURE)('takes %s for an answer', async (kind) => {
    const { clock } = aClock();
    const attempts = answering(failed<string>(kind), done('second'));
    const looks = answering<string | null>(done('seen'));
    expect(await retry(clock, { attempt: attempts.ask, look: looks.ask })).toEqual(failed(kind));
    expect([attempts.calls(), looks.calls()]).toEqual([1, 0]);
  });

  it.each(UNSURE)('tries again after %s, twice and later each time, then says so', async (kind) => {
    const { clock, slept } = aClock();
    const attempts = answering<string>(failed('offline', '1'), failed('timeout', '2'), failed(kind, '3'));
    expect(await retry(clock, { attempt: attempts.ask })).toEqual(failed(kind, '3'));
    expect(attempts.calls()).toBe(3);
    expect(slept).toEqual([400, 1600]);
  });

  it('stops at the first answer', async () => {
    const { clock, slept } = aClock();
    const attempts = answering<string>(failed('unreadable'), done('second'), done('third'));
    expect(await retry(clock, { attempt: attempts.ask })).toEqual(done('second'));
    expect(slept).toEqual([400]);
  });

  it('begins nothing more once somebody waited for more than 45 s', async () => {
    const within = answering(failed<string>('offline'));
    await retry(aClock(45_000).clock, { attempt: within.ask });
    expect(within.calls()).toBe(3);
    const over = answering(failed<string>('offline'));
    const { clock, slept } = aClock(45_001);
    await retry(clock, { attempt: over.ask });
    expect(over.calls()).toBe(2);
    expect(slept).toEqual([400]);
  });
});

describe('retry with a look', () => {
  it('takes what it sees for the answer that was lost', async () => {
    const { clock } = aClock();
    const attempts = answering(failed<string>('timeout'), done('a twin'));
    const looks = answering<string | null>(done('seen'));
    expect(await retry(clock, { attempt: attempts.ask, look: looks.ask })).toEqual(done('seen'));
    expect([attempts.calls(), looks.calls()]).toEqual([1, 1]);
  });

  it('takes an empty value for one too', async () => {
    const { clock } = aClock();
    const attempts = answering(failed<string>('timeout'), done('a twin'));
    expect(await retry(clock, { attempt: attempts.ask, look: answering<string | null>(done('')).ask })).toEqual(
      done('')
    );
  });

  it('tries again after seeing nothing', async () => {
    const { clock } = aClock();
    const attempts = answering(failed<string>('timeout'), done('second'));
    const looks = answering(nothing);
    expect(await retry(clock, { attempt: attempts.ask, look: looks.ask })).toEqual(done('second'));
    expect([attempts.calls(), looks.calls()]).toEqual([2, 1]);
  });

  it('writes nothing while it cannot look', async () => {
    const { clock, slept } = aClock();
    const attempts = answering(failed<string>('timeout'), done('a twin'));
    const looks = answering<string | null>(failed('offline'), done('seen'));
    expect(await retry(clock, { attempt: attempts.ask, look: looks.ask })).toEqual(done('seen'));
    expect([attempts.calls(), looks.calls()]).toEqual([1, 2]);
    expect(slept).toEqual([400, 1600]);
  });

  it('stops when the look is refused', async () => {
    const { clock } = aClock();
    const attempts = answering(failed<string>('timeout'), done('a twin'));
    const looks = answering<string | null>(failed('forbidden'), done('seen'));
    expect(await retry(clock, { attempt: attempts.ask, look: looks.ask })).toEqual(failed('forbidden'));
    expect([attempts.calls(), looks.calls()]).toEqual([1, 1]);
  });

  it('looks once more at the end', async () => {
    const { clock } = aClock();
    const attempts = answering(failed<string>('timeout'));
    const looks = answering<string | null>(nothing, nothing, done('seen at last'));
    expect(await retry(clock, { attempt: attempts.ask, look: looks.ask })).toEqual(done('seen at last'));
    expect([attempts.calls(), looks.calls()]).toEqual([3, 3]);
  });

  it('keeps the reason of the attempt when the last look shows nothing or fails', async () => {
    for (const last of [nothing, failed<string | null>('forbidden')]) {
      const looks = answering(nothing, nothing, last);
      const attempts = answering(failed<string>('timeout'));
      expect(await retry(aClock().clock, { attempt: attempts.ask, look: looks.ask })).toEqual(failed('timeout'));
      expect(looks.calls()).toBe(3);
    }
  });
});

describe('retry, when nobody waits any more', () => {
  it('neither tries again nor looks', async () => {
    const { clock, slept } = aClock();
    const attempts = answering(failed<string>('timeout'), done('second'));
    const looks = answering<string | null>(done('seen'));
    const outcome = await retry(clock, { attempt: attempts.ask, look: looks.ask }, AbortSignal.abort());
    expect(outcome).toEqual(failed('timeout'));
    expect([attempts.calls(), looks.calls()]).toEqual([1, 0]);
    expect(slept).toEqual([]);
  });

  it('waits no longer than they do', async () => {
    const { clock, signals } = aClock();
    const { signal } = new AbortController();
    await retry(clock, { attempt: answering(failed<string>('offline')).ask }, signal);
    expect(signals).toEqual([signal, signal]);
  });
});

describe('the clock of the browser', () => {
  beforeEach(() => jest.useFakeTimers({ now: 1_790_000_000_000 }));
  afterEach(() => jest.useRealTimers());

  /** A sleep that says when it is over. */
  function sleeping(signal?: AbortSignal) {
    let over = false;
    const slept = realClock.sleep(500, signal).then(() => (over = true));
    return { slept, isOver: () => over };
  }

  it('tells the time', () => {
    expect(realClock.now()).toBe(1_790_000_000_000);
  });

  it('sleeps as long as it was told to', async () => {
    const { isOver } = sleeping();
    await jest.advanceTimersByTimeAsync(499);
    expect(isOver()).toBe(false);
    await jest.advanceTimersByTimeAsync(1);
    expect(isOver()).toBe(true);
  });

  it('wakes up at once when aborted, and leaves no timer running', async () => {
    const controller = new AbortController();
    const { isOver } = sleeping(controller.signal);
    await jest.advanceTimersByTimeAsync(100);
    expect(isOver()).toBe(false);
    controller.abort();
    await jest.advanceTimersByTimeAsync(0);
    expect(isOver()).toBe(true);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('does not even fall asleep when aborted before', async () => {
    const { isOver } = sleeping(AbortSignal.abort());
    await jest.advanceTimersByTimeAsync(0);
    expect(isOver()).toBe(true);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('listens to the signal only while it sleeps', async () => {
    const { signal } = new AbortController();
    const added = jest.spyOn(signal, 'addEventListener');
    const removed = jest.spyOn(signal, 'removeEventListener');
    const { isOver } = sleeping(signal);
    expect(added.mock.calls.map(([type]) => type)).toEqual(['abort']);
    expect(removed).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(500);
    expect(isOver()).toBe(true);
    expect(removed.mock.calls).toEqual(added.mock.calls);
  });
});

import { isUnsure, type Outcome } from '../../grafana/outcome';

export interface Clock {
  /** Epoch ms. */
  now: () => number;
  /** Resolves after so many ms, at once when aborted. */
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
}

/** Pauses before the second and the third attempt, in ms. */
const PAUSES = [400, 1600];
/** No further attempt is begun after this, in ms: somebody is looking at "saving". */
const PATIENCE = 45_000;

interface Attempts<T> {
  attempt: () => Promise<Outcome<T>>;
  /** Looks whether an attempt whose answer was lost went through after all; null when it did not. */
  look?: () => Promise<Outcome<T | null>>;
}

/**
 * Up to three attempts while no answer says whether the server did it. With `look`, each further attempt is made only
 * after looking, so a lost answer never makes a twin; the end looks once more.
 */
export async function retry<T>(clock: Clock, attempts: Attempts<T>, signal?: AbortSignal): Promise<Outcome<T>> {
  const begun = clock.now();
  let last = await attempts.attempt();
  for (const pause of PAUSES) {
    if (last.ok || !isUnsure(last.failure) || signal?.aborted || clock.now() - begun > PATIENCE) {
      break;
    }
    await clock.sleep(pause, signal);
    last = (await seen(attempts)) ?? (await attempts.attempt());
  }
  const found = !last.ok && isUnsure(last.failure) && !signal?.aborted ? await seen(attempts) : null;
  return found?.ok ? found : last;
}

/** What looking brought: null when there is nothing yet. While even looking fails, writing again could only make a twin. */
async function seen<T>({ look }: Attempts<T>): Promise<Outcome<T> | null> {
  const found = await look?.();
  if (!found?.ok) {
    return found ?? null;
  }
  return found.value === null ? null : { ok: true, value: found.value };
}

/** The browser's clock. */
export const realClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      signal?.addEventListener('abort', done);
      if (signal?.aborted) {
        done();
      }
    }),
};

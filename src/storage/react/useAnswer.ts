import { useCallback, useEffect, useRef, useState } from 'react';
import { type Failure, type Outcome, failed } from '../../grafana/outcome';

export type Answer<T> =
  | { state: 'loading'; refresh: () => void }
  | { state: 'failed'; failure: Failure; retry: () => void }
  | { state: 'ready'; value: T; refreshing: boolean; failure?: Failure; refresh: () => void };

/** Reads something; may hand over a part of it early, before the whole. */
export type Load<T> = (signal: AbortSignal, onProgress: (part: T) => void) => Promise<Outcome<T>>;

interface Shown<T> {
  /** Which reader this came from: another one's value must not show for even one frame. */
  of: Load<T> | null;
  value?: T;
  /** True while `value` is only a part that came early. */
  partial: boolean;
  failure?: Failure;
  running: boolean;
}

/**
 * Keeps what `load` reads: aborts on unmount and when `load` changes, never lets an older answer replace a newer one,
 * keeps showing the old value while refreshing and after a failed refresh. `load` must be stable (`useCallback`).
 */
export function useAnswer<T>(load: Load<T>): Answer<T> {
  const [shown, setShown] = useState<Shown<T>>({ of: null, partial: false, running: true });
  const running = useRef<AbortController | null>(null);

  const run = useCallback(() => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    const show = (next: (before: Shown<T>) => Shown<T>) => {
      if (!controller.signal.aborted) {
        setShown((before) => next(before.of === load ? before : { of: load, partial: false, running: true }));
      }
    };
    show((before) => ({ ...before, failure: undefined, running: true }));
    load(controller.signal, (value) =>
      show((before) => (before.value === undefined || before.partial ? { ...before, value, partial: true } : before))
    )
      .catch((error: unknown) => failed<T>('unreadable', String(error)))
      .then((outcome) => show((before) => settled(before, outcome)));
  }, [load]);

  useEffect(() => {
    run();
    return () => running.current?.abort();
  }, [run]);

  return answerOf(shown.of === load ? shown : { of: load, partial: false, running: true }, run);
}

function settled<T>(before: Shown<T>, outcome: Outcome<T>): Shown<T> {
  return outcome.ok
    ? { of: before.of, value: outcome.value, partial: false, running: false }
    : { ...before, failure: outcome.failure, running: false };
}

function answerOf<T>({ value, failure, running }: Shown<T>, run: () => void): Answer<T> {
  if (value !== undefined) {
    return { state: 'ready', value, refreshing: running, failure, refresh: run };
  }
  return failure && !running ? { state: 'failed', failure, retry: run } : { state: 'loading', refresh: run };
}

import { useEffect, useRef, useState } from 'react';
import type { MoveOptions, MoveResult } from '../../../storage/transfer/moveNearMisses';

/** What was asked for; asked again, it continues. */
export type MoveChoice = Pick<MoveOptions, 'from' | 'to' | 'team' | 'added'>;

export type MoveState =
  | { is: 'idle' }
  | { is: 'running'; handled: number; total: number }
  | { is: 'ended'; choice: MoveChoice; result: MoveResult };

/** Runs one move at a time. Leaving the page stops it: what was moved stays moved, and the same choice continues it. */
export function useMove(move: (options: MoveOptions) => Promise<MoveResult>, onEnd: () => void) {
  const [state, setState] = useState<MoveState>({ is: 'idle' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const start = async (choice: MoveChoice) => {
    if (running.current) {
      return;
    }
    const controller = new AbortController();
    running.current = controller;
    setState({ is: 'running', handled: 0, total: 0 });
    const result = await move({
      ...choice,
      signal: controller.signal,
      onProgress: (handled, total) => setState({ is: 'running', handled, total }),
    });
    running.current = null;
    setState({ is: 'ended', choice, result });
    onEnd();
  };
  return { state, start, stop: () => running.current?.abort() };
}

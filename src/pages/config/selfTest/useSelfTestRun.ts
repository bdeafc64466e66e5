import { useEffect, useRef, useState } from 'react';
import type { Repaired } from '../../../storage/selfTest/repair';
import type { SelfTestResult } from '../../../storage/selfTest/runSelfTest';
import { useSelfTest } from '../../../storage/react/useSelfTest';
import type { Repair } from '../../../storage/selfTest/checkResult';

export interface SelfTestRun {
  phase: 'idle' | 'running' | 'repairing';
  /** True after somebody stopped the last run. */
  stopped: boolean;
  results: readonly SelfTestResult[];
  /** What the last repair did, under the check that offered it. */
  repaired: { check: SelfTestResult['check']; did: Repaired } | null;
}

interface SelfTestControls extends SelfTestRun {
  start: () => Promise<void>;
  stop: () => void;
  repair: (check: SelfTestResult['check'], wanted: Repair) => Promise<void>;
}

const NOTHING: SelfTestRun = { phase: 'idle', stopped: false, results: [], repaired: null };

/** One run at a time; leaving the page stops it, and it still cleans up after itself. */
export function useSelfTestRun(): SelfTestControls {
  const test = useSelfTest();
  const [state, setState] = useState(NOTHING);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const start = async () => {
    if (state.phase !== 'idle') {
      return;
    }
    const controller = new AbortController();
    running.current = controller;
    setState({ ...NOTHING, phase: 'running' });
    const onResult = (result: SelfTestResult) =>
      setState((before) => ({ ...before, results: [...before.results, result] }));
    await test.run({ signal: controller.signal, onResult });
    setState((before) => ({ ...before, phase: 'idle', stopped: controller.signal.aborted }));
  };

  const repair: SelfTestControls['repair'] = async (check, wanted) => {
    if (state.phase !== 'idle') {
      return;
    }
    setState((before) => ({ ...before, phase: 'repairing', repaired: null }));
    const did = await test.repair(wanted);
    const inspected = await test.inspect(readsAll(state.results));
    setState((before) => ({
      ...before,
      phase: 'idle',
      repaired: { check, did },
      results: before.results.map((result) => inspected.find((each) => each.check === result.check) ?? result),
    }));
  };

  return { ...state, start, stop: () => running.current?.abort(), repair };
}

function readsAll(results: readonly SelfTestResult[]): boolean {
  return results.some((result) => result.check === 'rights' && result.facts.readsAll);
}

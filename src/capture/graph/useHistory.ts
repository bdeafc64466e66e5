import { useEffect, useRef, useState } from 'react';
import type { PanelSeries } from '../../domain/projection/panelSeries';
import type { Failure } from '../../grafana/outcome';
import type { Material } from '../material/useMaterial';

/** What became of asking for the history of a panel that shows one moment. */
export type History =
  | { state: 'none' }
  | { state: 'offered'; ask: () => void }
  | { state: 'asking' }
  | { state: 'failed'; failure: Failure; ask: () => void }
  /** Empty when nothing was measured in that time. */
  | { state: 'answered'; series: readonly PanelSeries[] };

type Asked =
  | { state: 'offered' | 'asking' }
  | { state: 'failed'; failure: Failure }
  | { state: 'answered'; series: readonly PanelSeries[] };

/** Asks when a person wants it; what is under way ends with the modal. */
export function useHistory(askHistory: Material['askHistory']): History {
  const [asked, setAsked] = useState<Asked>({ state: 'offered' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  if (!askHistory) {
    return { state: 'none' };
  }
  const ask = async () => {
    const controller = new AbortController();
    running.current = controller;
    setAsked({ state: 'asking' });
    const answer = await askHistory(controller.signal);
    if (!controller.signal.aborted) {
      setAsked(answer.ok ? { state: 'answered', series: answer.value } : { state: 'failed', failure: answer.failure });
    }
  };
  switch (asked.state) {
    case 'offered':
      return { state: 'offered', ask: () => void ask() };
    case 'asking':
      return { state: 'asking' };
    case 'failed':
      return { ...asked, ask: () => void ask() };
    case 'answered':
      return asked;
  }
}

import { useEffect, useRef, useState } from 'react';
import type { Failure } from '../../grafana/outcome';
import { coarseStep, usualStep } from '../material/coarseStep';
import type { PanelSeries } from '../../domain/projection/panelSeries';
import type { CaptureModel } from '../model/useCapture';
import type { Material } from '../material/useMaterial';
import type { Stretch } from '../../domain/series/stretch';

export type FinerPoints =
  /** Nothing to say: the points are as fine as they are. */
  | { state: 'fine' }
  /** `step` is the ms between the points. */
  | { state: 'coarse'; step: number; ask: () => void }
  | { state: 'asking'; step: number }
  | { state: 'answered'; step: number }
  | { state: 'nothing-finer'; step: number }
  | { state: 'failed'; step: number; failure: Failure; ask: () => void };

type Asked = { key: string } & (
  { state: 'asking' | 'nothing-finer' } | { state: 'answered'; step: number } | { state: 'failed'; failure: Failure }
);

/** An answer counts when its points are at most this much of the earlier distance apart. */
const FINER = 0.75;

/** Whether the chosen series came averaged, and asking the data source for the stretch once more at a finer step. */
export function useFinerPoints({ panel, askFiner }: Material, { series, state, refine }: CaptureModel): FinerPoints {
  const [asked, setAsked] = useState<Asked | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const step = coarseStep(series.times, panel);

  const ask = async (coarse: number) => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    const { key } = series;
    setAsked({ key, state: 'asking' });
    const answer = await askFiner(around(state.stretch), controller.signal);
    if (controller.signal.aborted) {
      return;
    }
    if (!answer.ok) {
      setAsked({ key, state: 'failed', failure: answer.failure });
      return;
    }
    const found = sameSeries(answer.value, series);
    const finer = found && usualStep(found.times);
    if (!found || !finer || finer > FINER * coarse) {
      setAsked({ key, state: 'nothing-finer' });
      return;
    }
    setAsked({ key, state: 'answered', step: finer });
    refine(found.times, found.values);
  };
  return shownOf(asked?.key === series.key ? asked : null, step, ask);
}

function shownOf(asked: Asked | null, step: number | null, ask: (coarse: number) => Promise<void>): FinerPoints {
  if (asked?.state === 'answered') {
    return asked;
  }
  if (step === null) {
    return { state: 'fine' };
  }
  const again = { step, ask: () => void ask(step) };
  return asked ? { ...again, ...asked } : { ...again, state: 'coarse' };
}

/** What a projection looks at, and what an evidence keeps: a stretch before and one after; nothing is asked of the future. */
function around({ from, to }: Stretch): Stretch {
  const length = to - from;
  return { from: from - length, to: Math.max(to, Math.min(to + length, Date.now())) };
}

function sameSeries(all: readonly PanelSeries[], { key, name }: PanelSeries): PanelSeries | undefined {
  const named = all.filter((one) => one.name === name);
  return named.find((one) => one.key === key) ?? named[0];
}

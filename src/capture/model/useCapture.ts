import { useCallback, useMemo, useReducer, useState } from 'react';
import type { FormValues } from '../../recording/form/formValues';
import type { SeriesTraits } from '../../domain/projection/projectStretch';
import type { Speech } from '../../domain/story/speech';
import { type CaptureAction, captureReducer, type CaptureState, type Restored, startCapture } from './captureReducer';
import type { UnfinishedCapture } from './unfinishedCapture';
import type { PanelSeries } from '../../domain/projection/panelSeries';
import { parseQuantity } from '../../recording/graph/parseQuantity';
import {
  inOrderOfHeading,
  type LimitOffer,
  limitsFor,
  pastOf,
  projectCapture,
  stretchFor,
  traitsOf,
  typedLimit,
} from '../../recording/graph/proposals';
import type { Projection } from '../../domain/projection/projection';
import type { Limit } from '../../domain/projection/limit';
import type { Place } from '../../domain/record/place';
import type { Stretch } from '../../domain/series/stretch';
import { withFinerPoints } from '../material/coarseStep';

export interface CaptureModel {
  state: CaptureState;
  /** In the order in which they head for their limits. */
  all: readonly PanelSeries[];
  series: PanelSeries;
  offer: LimitOffer;
  /** null without a limit. */
  projection: Projection | null;
  traits: SeriesTraits;
  dispatch: (action: CaptureAction) => void;
  chooseSeries: (series: PanelSeries) => void;
  moveStretch: (stretch: Stretch) => void;
  typeLimit: (text: string, value: number | null) => void;
  chooseLimit: (limit: Limit) => void;
  /** Puts finer points in the place of those that the chosen series has in their span. */
  refine: (times: readonly number[], values: readonly number[]) => void;
  edit: (part: Partial<FormValues>) => void;
  restore: (unfinished: UnfinishedCapture) => void;
  /** Back to the proposals. */
  restart: () => void;
}

interface Subject {
  /** At least one. */
  series: readonly [PanelSeries, ...PanelSeries[]];
  /** What the panel showed. */
  range: Stretch;
  place: Place | null;
  /** To begin with; default none. */
  team?: string;
  speech: Speech;
}

/** The state of a capture, with what follows from it. */
export function useCapture({ series: given, range: shown, place, team, speech }: Subject): CaptureModel {
  const [range] = useState(() => pastOf(shown, Date.now()));
  const [finer, setFiner] = useState<ReadonlyMap<string, PanelSeries>>(new Map());
  const ordered = useMemo(() => inOrderOfHeading(given, range, speech), [given, range, speech]);
  const all = useMemo(() => ordered.map((one) => finer.get(one.key) ?? one), [ordered, finer]);
  const start = () => {
    const series = all[0] ?? given[0];
    const stretch = stretchFor(series, range);
    return startCapture({ series, stretch, offer: limitsFor(series, stretch, speech), place, team });
  };
  const [state, dispatch] = useReducer(captureReducer, undefined, start);
  const { stretch, limit } = state;
  const { actedAt } = state.form;
  const series = all.find(({ key }) => key === state.seriesKey) ?? given[0];
  const offer = useMemo(() => limitsFor(series, stretch, speech), [series, stretch, speech]);
  const projection = useMemo(
    () => (limit ? projectCapture(series, stretch, actedAt, limit) : null),
    [series, stretch, actedAt, limit]
  );
  const traits = useMemo(() => traitsOf(series), [series]);
  const moveStretch = useCallback(
    (moved: Stretch) => dispatch({ type: 'stretch', stretch: moved, offer: limitsFor(series, moved, speech) }),
    [series, speech]
  );
  const restored = (unfinished: UnfinishedCapture): Restored => {
    const its = all.find(({ name }) => name === unfinished.seriesName) ?? series;
    // Without points to draw, an earlier stretch would say nothing.
    const inside = unfinished.stretch && unfinished.stretch.from >= shown.from && unfinished.stretch.to <= shown.to;
    const part = inside && unfinished.stretch ? unfinished.stretch : stretchFor(its, range);
    const value = parseQuantity(unfinished.limitText, its.unit);
    const chosen = limitsFor(its, part, speech).all.find(({ text }) => text === unfinished.limitText);
    const typed = value === null ? null : typedLimit(value, its, part, speech);
    const { limitText, leftOut, place: chosenPlace, form, byHand } = unfinished;
    const chosenLimit = chosen ?? typed;
    return {
      seriesKey: its.key,
      stretch: part,
      limit: chosenLimit,
      limitText,
      leftOut,
      place: chosenPlace,
      form,
      byHand,
    };
  };
  return {
    state,
    all,
    series,
    offer,
    projection,
    traits,
    dispatch,
    moveStretch,
    chooseSeries: (picked) => {
      const its = stretchFor(picked, range);
      dispatch({ type: 'series', key: picked.key, stretch: its, offer: limitsFor(picked, its, speech) });
    },
    typeLimit: (text, value) =>
      dispatch({ type: 'limit', text, limit: value === null ? null : typedLimit(value, series, stretch, speech) }),
    chooseLimit: (chosen) => dispatch({ type: 'limit', text: chosen.text, limit: chosen }),
    refine: (times, values) =>
      setFiner((before) => new Map(before).set(series.key, withFinerPoints(series, { times, values }))),
    edit: (part) => dispatch({ type: 'form', part }),
    restore: (unfinished) => dispatch({ type: 'restore', restored: restored(unfinished) }),
    restart: () => dispatch({ type: 'restart', state: start() }),
  };
}

import { useCallback, useMemo, useReducer, useState } from 'react';
import type { FormValues } from '../../recording/form/formValues';
import type { SeriesTraits } from '../../domain/projection/projectStretch';
import type { Speech } from '../../domain/story/speech';
import { type CaptureAction, captureReducer, type CaptureState, startCapture } from './captureReducer';
import { restoredCapture } from './restoredCapture';
import { type Proposals, useProposals } from './useProposals';
import type { UnfinishedCapture } from './unfinishedCapture';
import type { PanelSeries } from '../../domain/projection/panelSeries';
import { type LimitOffer, pastOf, projectCapture, traitsOf, typedLimit } from '../../recording/graph/proposals';
import type { ProposedStretch } from '../../domain/projection/proposeStretches';
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
  /** Of that series, at most three. */
  stretches: readonly ProposedStretch[];
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
  const proposals = useProposals(given, range, speech);
  const { all, refine } = useFiner(proposals.ordered);
  const start = () => proposedState(all[0] ?? given[0], proposals, { place, team });
  const [state, dispatch] = useReducer(captureReducer, undefined, start);
  const { stretch, limit, byHand } = state;
  const { actedAt } = state.form;
  const series = all.find(({ key }) => key === state.seriesKey) ?? given[0];
  const stretches = useMemo(() => proposals.stretches(series), [series, proposals]);
  const offer = useMemo(() => proposals.limits(series, stretch, actedAt), [series, stretch, proposals, actedAt]);
  // For as long as nobody said when it was acted on, that is the end of the stretch.
  const actedAtByHand = byHand.actedAt ? actedAt : undefined;
  const projection = useMemo(
    () => (limit ? projectCapture(series, stretch, actedAt, limit) : null),
    [series, stretch, actedAt, limit]
  );
  const traits = useMemo(() => traitsOf(series, limit), [series, limit]);
  const moveStretch = useCallback(
    (moved: Stretch) =>
      dispatch({ type: 'stretch', stretch: moved, offer: proposals.limits(series, moved, actedAtByHand) }),
    [series, proposals, actedAtByHand]
  );
  return {
    state,
    all,
    series,
    stretches,
    offer,
    projection,
    traits,
    dispatch,
    moveStretch,
    chooseSeries: (picked) => {
      const its = proposals.stretch(picked);
      dispatch({ type: 'series', key: picked.key, stretch: its, offer: proposals.limits(picked, its, actedAtByHand) });
    },
    typeLimit: (text, value) =>
      dispatch({ type: 'limit', text, limit: value === null ? null : typedLimit(value, series, stretch, speech) }),
    chooseLimit: (chosen) => dispatch({ type: 'limit', text: chosen.text, limit: chosen }),
    refine: (times, values) => refine(withFinerPoints(series, { times, values })),
    edit: (part) => {
      const { actedAt: moved } = part;
      dispatch({
        type: 'form',
        part,
        offer: moved === undefined ? undefined : proposals.limits(series, stretch, moved),
      });
    },
    restore: (unfinished) =>
      dispatch({
        type: 'restore',
        restored: restoredCapture(unfinished, { all, series, shown, proposals, speech }),
      }),
    restart: () => dispatch({ type: 'restart', state: start() }),
  };
}

function proposedState(
  series: PanelSeries,
  { stretch, limits }: Proposals,
  from: Pick<Subject, 'place' | 'team'>
): CaptureState {
  const proposed = stretch(series);
  return startCapture({ series, stretch: proposed, offer: limits(series, proposed), ...from });
}

/** The series, each as fine as it came by now. */
function useFiner(series: readonly PanelSeries[]) {
  const [finer, setFiner] = useState<ReadonlyMap<string, PanelSeries>>(new Map());
  const all = useMemo(() => series.map((one) => finer.get(one.key) ?? one), [series, finer]);
  const refine = (one: PanelSeries) => setFiner((before) => new Map(before).set(one.key, one));
  return { all, refine };
}

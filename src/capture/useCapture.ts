import { useCallback, useMemo, useReducer } from 'react';
import type { FormValues } from '../components/NearMissForm/formValues';
import type { Limit, Place, Projection, Stretch } from '../domain/nearMiss';
import type { Speech } from '../domain/speech';
import { type CaptureAction, captureReducer, type CaptureState, startCapture } from './captureReducer';
import type { PanelSeries } from './panelSeries';
import { inOrderOfHeading, type LimitOffer, limitsFor, projectStretch, stretchFor, typedLimit } from './proposeCapture';

export interface CaptureModel {
  state: CaptureState;
  /** In the order in which they head for their limits. */
  all: readonly PanelSeries[];
  series: PanelSeries;
  offer: LimitOffer;
  /** null without a limit. */
  projection: Projection | null;
  dispatch: (action: CaptureAction) => void;
  chooseSeries: (series: PanelSeries) => void;
  moveStretch: (stretch: Stretch) => void;
  typeLimit: (text: string, value: number | null) => void;
  chooseLimit: (limit: Limit) => void;
  edit: (part: Partial<FormValues>) => void;
}

interface Subject {
  /** At least one. */
  series: readonly [PanelSeries, ...PanelSeries[]];
  /** What the panel showed. */
  range: Stretch;
  place: Place | null;
  speech: Speech;
}

/** The state of a capture, with what follows from it. */
export function useCapture({ series: given, range, place, speech }: Subject): CaptureModel {
  const all = useMemo(() => inOrderOfHeading(given, range, speech), [given, range, speech]);
  const start = () => {
    const series = all[0] ?? given[0];
    const stretch = stretchFor(series, range);
    return startCapture({ series, stretch, offer: limitsFor(series, stretch, speech), place });
  };
  const [state, dispatch] = useReducer(captureReducer, undefined, start);
  const { stretch, limit } = state;
  const { actedAt } = state.form;
  const series = all.find(({ key }) => key === state.seriesKey) ?? given[0];
  const offer = useMemo(() => limitsFor(series, stretch, speech), [series, stretch, speech]);
  const projection = useMemo(
    () => (limit ? projectStretch(series, stretch, actedAt, limit) : null),
    [series, stretch, actedAt, limit]
  );
  const moveStretch = useCallback(
    (moved: Stretch) => dispatch({ type: 'stretch', stretch: moved, offer: limitsFor(series, moved, speech) }),
    [series, speech]
  );
  return {
    state,
    all,
    series,
    offer,
    projection,
    dispatch,
    moveStretch,
    chooseSeries: (picked) => {
      const its = stretchFor(picked, range);
      dispatch({ type: 'series', key: picked.key, stretch: its, offer: limitsFor(picked, its, speech) });
    },
    typeLimit: (text, value) =>
      dispatch({ type: 'limit', text, limit: value === null ? null : typedLimit(value, series, stretch, speech) }),
    chooseLimit: (chosen) => dispatch({ type: 'limit', text: chosen.text, limit: chosen }),
    edit: (part) => dispatch({ type: 'form', part }),
  };
}

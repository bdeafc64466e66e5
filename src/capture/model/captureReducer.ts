import { emptyValues, type FormValues } from '../../recording/form/formValues';
import type { PanelSeries } from '../../domain/projection/panelSeries';
import type { LimitOffer } from '../../recording/graph/proposals';
import type { Limit } from '../../domain/projection/limit';
import type { Place } from '../../domain/record/place';
import type { Stretch } from '../../domain/series/stretch';

/** What a person may leave out of what goes along with a near miss. */
export interface LeftOut {
  values: boolean;
  query: boolean;
}

export interface ByHand {
  limit: boolean;
  actedAt: boolean;
}

export interface CaptureState {
  seriesKey: string;
  stretch: Stretch;
  limit: Limit | null;
  /** What stands in the limit's field, also while it is half typed. */
  limitText: string;
  form: FormValues;
  leftOut: LeftOut;
  /** null while somebody has yet to choose. */
  place: Place | null;
  /** What a person set by hand; proposals no longer touch it. */
  byHand: ByHand;
  /** True once a person changed anything: from then on it is kept. */
  changed: boolean;
}

export type CaptureAction =
  | { type: 'series'; key: string; stretch: Stretch; offer: LimitOffer }
  | { type: 'stretch'; stretch: Stretch; offer: LimitOffer }
  | { type: 'limit'; text: string; limit: Limit | null }
  /** With an offer where the part changes what was to be seen. */
  | { type: 'form'; part: Partial<FormValues>; offer?: LimitOffer }
  | { type: 'restore'; restored: Restored }
  | { type: 'restart'; state: CaptureState }
  | { type: 'leave-out'; part: Partial<LeftOut> }
  | { type: 'place'; place: Place };

/** What is taken over from an earlier, unfinished capture. */
export type Restored = Omit<CaptureState, 'changed'>;

interface Proposal {
  series: PanelSeries;
  stretch: Stretch;
  offer: LimitOffer;
  place: Place | null;
  /** Where that is no guess. */
  team?: string;
}

export function startCapture({ series, stretch, offer, place, team = '' }: Proposal): CaptureState {
  return {
    seriesKey: series.key,
    stretch,
    ...proposedLimit(offer),
    form: { ...emptyValues('trend', stretch.to), team },
    leftOut: { values: false, query: false },
    place,
    byHand: { limit: false, actedAt: false },
    changed: false,
  };
}

/** Everything people do before saving. Proposals follow the stretch until a person sets the thing by hand. */
export function captureReducer(state: CaptureState, action: CaptureAction): CaptureState {
  const changed = action.type !== 'restore' && action.type !== 'restart';
  return { ...reduced(state, action), changed };
}

function reduced(state: CaptureState, action: CaptureAction): CaptureState {
  switch (action.type) {
    case 'series':
      // Another series is another quantity: a limit set by hand for the one before would mean nothing.
      return moved({ ...state, seriesKey: action.key, byHand: { ...state.byHand, limit: false } }, action);
    case 'stretch':
      return moved(state, action);
    case 'limit':
      return {
        ...state,
        limit: action.limit,
        limitText: action.text,
        byHand: { ...state.byHand, limit: true },
      };
    case 'form':
      return edited(state, action);
    case 'restore':
      return { ...state, ...action.restored };
    case 'restart':
      return action.state;
    case 'leave-out':
      return { ...state, leftOut: { ...state.leftOut, ...action.part } };
    case 'place':
      return { ...state, place: action.place };
  }
}

/** Acted on at the end of the stretch, for want of better knowledge. When it was noticed nobody can know but people. */
function moved(state: CaptureState, { stretch, offer }: { stretch: Stretch; offer: LimitOffer }): CaptureState {
  const { byHand, form } = state;
  const actedAt = byHand.actedAt ? form.actedAt : stretch.to;
  return {
    ...state,
    stretch,
    ...(byHand.limit ? {} : proposedLimit(offer)),
    form: { ...form, actedAt },
  };
}

function edited(state: CaptureState, { part, offer }: { part: Partial<FormValues>; offer?: LimitOffer }): CaptureState {
  const { byHand, form } = state;
  return {
    ...state,
    ...(offer && !byHand.limit ? proposedLimit(offer) : {}),
    form: { ...form, ...part },
    byHand: { ...byHand, actedAt: byHand.actedAt || part.actedAt !== undefined },
  };
}

function proposedLimit({ proposed }: LimitOffer): Pick<CaptureState, 'limit' | 'limitText'> {
  return { limit: proposed, limitText: proposed?.text ?? '' };
}

import { emptyValues, type FormValues } from '../../components/NearMissForm/formValues';
import type { Place } from '../../domain/nearMiss';

export interface RecordFormState {
  form: FormValues;
  /** null while somebody has yet to choose. */
  place: Place | null;
  placeChosen: boolean;
  /** True once a person changed anything: from then on it is kept. */
  changed: boolean;
}

export type RecordFormAction =
  | { type: 'form'; part: Partial<FormValues> }
  | { type: 'place'; place: Place }
  | { type: 'restore'; form: FormValues }
  | { type: 'restart'; now: number };

export function startRecordForm(now: number): RecordFormState {
  const form = emptyValues('change', now);
  return { form, place: defaultPlace(form), placeChosen: false, changed: false };
}

export function recordFormReducer(state: RecordFormState, action: RecordFormAction): RecordFormState {
  switch (action.type) {
    case 'form':
      return withDefaultPlace({ ...state, form: { ...state.form, ...action.part }, changed: true });
    case 'restore':
      return withDefaultPlace({ ...state, form: action.form, changed: false });
    case 'place':
      return { ...state, place: action.place, placeChosen: true, changed: true };
    case 'restart':
      return startRecordForm(action.now);
  }
}

function withDefaultPlace(state: RecordFormState): RecordFormState {
  return state.placeChosen ? state : { ...state, place: defaultPlace(state.form) };
}

/** What is still open to attack must not be told to everybody by default. */
function defaultPlace({ kind }: FormValues): Place | null {
  return kind === 'exposure' ? null : { kind: 'organization' };
}

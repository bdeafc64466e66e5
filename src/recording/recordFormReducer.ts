import type { FormValues } from './form/formValues';
import type { Place } from '../domain/record/place';

export interface RecordFormState {
  /** Of the near miss to be. */
  id: string;
  form: FormValues;
  /** null: as `defaultPlace` has it. */
  chosenPlace: Place | null;
  /** True once a person changed anything: from then on it is kept. */
  changed: boolean;
}

export type RecordFormAction =
  | { type: 'form'; part: Partial<FormValues> }
  | { type: 'place'; place: Place }
  | { type: 'restore'; form: FormValues }
  | { type: 'adopt'; id: string }
  | { type: 'restart'; start: RecordFormStart };

export type RecordFormStart = Pick<RecordFormState, 'id' | 'form'>;

export function startRecordForm(start: RecordFormStart): RecordFormState {
  return { ...start, chosenPlace: null, changed: false };
}

export function recordFormReducer(state: RecordFormState, action: RecordFormAction): RecordFormState {
  switch (action.type) {
    case 'form':
      return { ...state, form: { ...state.form, ...action.part }, changed: true };
    case 'restore':
      return { ...state, form: action.form, changed: false };
    case 'adopt':
      return { ...state, id: action.id };
    case 'place':
      return { ...state, chosenPlace: action.place, changed: true };
    case 'restart':
      return startRecordForm(action.start);
  }
}

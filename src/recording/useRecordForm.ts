import { useReducer } from 'react';
import type { NearMissRecord } from '../domain/record/record';
import type { AppSettings } from '../domain/record/settings';
import { type FormValues, readFormValues } from './form/formValues';
import { recordFormReducer, type RecordFormStart, startRecordForm } from './recordFormReducer';
import { useUnfinishedForm } from './useUnfinishedForm';
import { charactersTooLong } from './charactersTooLong';
import { usePlace } from './usePlace';
import { useRecording } from './useRecording';
import type { Place } from '../domain/record/place';
import { fieldOf, textOf } from '../domain/json/fieldOf';
import { parseJson } from '../domain/json/parseJson';

/** A form kept as JSON with the id of its near miss to be; null for anything else. */
export function readUnfinishedRecord(text: string, start: FormValues): { id: string; form: FormValues } | null {
  const unfinished = parseJson(text);
  const id = textOf(unfinished, 'id');
  return id === '' ? null : { id, form: readFormValues(fieldOf(unfinished, 'form'), start) };
}

export interface RecordFormSubject {
  settings: AppSettings;
  /** What unfinished text belongs to. */
  subject: string;
  /** The form as it opens, and again after discarding. */
  start: () => RecordFormStart;
  /** Of the dashboard it was seen on, nearest first. */
  folders: readonly string[];
  recordOf: (id: string, form: FormValues) => NearMissRecord;
  /** Annotation id of the draft that it completes; default none. */
  draftId?: number | null;
}

/** A form without a graph: what is typed, where it will go, what is kept of it, and saving it. */
export function useRecordForm({ settings, subject, start, folders, recordOf, draftId = null }: RecordFormSubject) {
  const [{ id, form, chosenPlace, changed }, dispatch] = useReducer(recordFormReducer, undefined, () =>
    startRecordForm(start())
  );
  const chosen = usePlace(settings, { ...form, folders }, chosenPlace);
  const unfinished = useUnfinishedForm({
    id,
    subject,
    text: changed ? JSON.stringify({ id, form }) : null,
    restore: (text) => {
      const earlier = readUnfinishedRecord(text, form);
      if (earlier) {
        dispatch({ type: 'restore', form: earlier.form });
      }
    },
    adopt: (earlier) => dispatch({ type: 'adopt', id: earlier }),
  });
  const record = () => recordOf(id, form);
  const tooLong = charactersTooLong(form, record);
  const recording = useRecording({ id, subject, draftId, tooLong, onRecorded: unfinished.forget });
  return {
    ...{ id, form, chosen, unfinished },
    ...recording,
    record,
    edit: (part: Partial<FormValues>) => dispatch({ type: 'form', part }),
    choose: (place: Place) => dispatch({ type: 'place', place }),
    discard: () => {
      unfinished.forget();
      dispatch({ type: 'restart', start: start() });
    },
  };
}

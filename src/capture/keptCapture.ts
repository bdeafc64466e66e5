import { type FormValues, readFormValues } from '../recording/form/formValues';
import { fieldOf, textOf } from '../domain/json/fieldOf';
import { parseJson } from '../domain/json/parseJson';
import type { CaptureState, LeftOut } from './captureReducer';
import type { Place } from '../domain/record/place';
import type { Stretch } from '../domain/series/stretch';

/** What is kept of a capture that was not saved yet. */
export interface KeptCapture {
  /** Of the near miss to be: saving after a lost answer must find what got through. */
  id: string;
  seriesName: string;
  stretch: Stretch | null;
  limitText: string;
  leftOut: LeftOut;
  place: Place | null;
  form: FormValues;
}

export function writeKeptCapture(id: string, seriesName: string, state: CaptureState): string {
  const { stretch, limitText, leftOut, place, form } = state;
  const kept: KeptCapture = { id, seriesName, stretch, limitText, leftOut, place, form };
  return JSON.stringify(kept);
}

/** Null for text that no capture wrote; missing parts come from `start`. */
export function readKeptCapture(text: string, start: CaptureState): KeptCapture | null {
  const kept = parseJson(text);
  const id = textOf(kept, 'id');
  if (id === '') {
    return null;
  }
  return {
    id,
    seriesName: textOf(kept, 'seriesName'),
    stretch: stretchOf(fieldOf(kept, 'stretch')),
    limitText: textOf(kept, 'limitText'),
    leftOut: {
      values: fieldOf(kept, 'leftOut', 'values') === true,
      query: fieldOf(kept, 'leftOut', 'query') === true,
    },
    place: placeOf(fieldOf(kept, 'place')) ?? start.place,
    form: readFormValues(fieldOf(kept, 'form'), start.form),
  };
}

function stretchOf(kept: unknown): Stretch | null {
  const from = fieldOf(kept, 'from');
  const to = fieldOf(kept, 'to');
  return typeof from === 'number' && typeof to === 'number' && from < to ? { from, to } : null;
}

function placeOf(kept: unknown): Place | null {
  const dashboardUid = textOf(kept, 'dashboardUid');
  switch (textOf(kept, 'kind')) {
    case 'organization':
      return { kind: 'organization' };
    case 'journal':
      return dashboardUid === '' ? null : { kind: 'journal', dashboardUid };
    default:
      return null;
  }
}

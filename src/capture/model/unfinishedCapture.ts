import { type FormValues, readFormValues } from '../../recording/form/formValues';
import { fieldOf, textOf } from '../../domain/json/fieldOf';
import { parseJson } from '../../domain/json/parseJson';
import type { ByHand, CaptureState, LeftOut } from './captureReducer';
import type { Place } from '../../domain/record/place';
import type { Stretch } from '../../domain/series/stretch';

/** What is kept of a capture that was not saved yet. */
export interface UnfinishedCapture {
  /** Of the near miss to be: saving after a lost answer must find what got through. */
  id: string;
  seriesName: string;
  stretch: Stretch | null;
  limitText: string;
  leftOut: LeftOut;
  place: Place | null;
  form: FormValues;
  byHand: ByHand;
}

export function writeUnfinishedCapture(id: string, seriesName: string, state: CaptureState): string {
  const { stretch, limitText, leftOut, place, form, byHand } = state;
  const unfinished: UnfinishedCapture = { id, seriesName, stretch, limitText, leftOut, place, form, byHand };
  return JSON.stringify(unfinished);
}

/** Null for text that no capture wrote; missing parts come from `start`, and what is not known to be proposed counts as set by hand. */
export function readUnfinishedCapture(text: string, start: CaptureState): UnfinishedCapture | null {
  const unfinished = parseJson(text);
  const id = textOf(unfinished, 'id');
  if (id === '') {
    return null;
  }
  return {
    id,
    seriesName: textOf(unfinished, 'seriesName'),
    stretch: stretchOf(fieldOf(unfinished, 'stretch')),
    limitText: textOf(unfinished, 'limitText'),
    leftOut: {
      values: fieldOf(unfinished, 'leftOut', 'values') === true,
      query: fieldOf(unfinished, 'leftOut', 'query') === true,
    },
    place: placeOf(fieldOf(unfinished, 'place')) ?? start.place,
    form: readFormValues(fieldOf(unfinished, 'form'), start.form),
    byHand: {
      limit: fieldOf(unfinished, 'byHand', 'limit') !== false,
      actedAt: fieldOf(unfinished, 'byHand', 'actedAt') !== false,
    },
  };
}

function stretchOf(unfinished: unknown): Stretch | null {
  const from = fieldOf(unfinished, 'from');
  const to = fieldOf(unfinished, 'to');
  return typeof from === 'number' && typeof to === 'number' && from < to ? { from, to } : null;
}

function placeOf(unfinished: unknown): Place | null {
  const dashboardUid = textOf(unfinished, 'dashboardUid');
  switch (textOf(unfinished, 'kind')) {
    case 'organization':
      return { kind: 'organization' };
    case 'journal':
      return dashboardUid === '' ? null : { kind: 'journal', dashboardUid };
    default:
      return null;
  }
}

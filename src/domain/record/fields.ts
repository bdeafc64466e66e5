import type { FieldName } from './record';

/** All fields that people may edit, in one fixed order. */
export const FIELD_NAMES = [
  'kind',
  'title',
  'almost',
  'savedBy',
  'savedHow',
  'cue',
  'noticedAt',
  'action',
  'actedAt',
  'series',
  'stretch',
  'limit',
  'projection',
  'team',
  'services',
  'links',
  'recordedFor',
  'status',
  'outcome',
  'sameAs',
] as const satisfies readonly FieldName[];

/** Whether a stored name is one of the fields people may edit. */
export function isFieldName(name: string): name is FieldName {
  return FIELD_NAMES.some((field) => field === name);
}

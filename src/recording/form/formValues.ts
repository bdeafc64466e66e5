import { type Kind, type NearMissFields, type SavedBy, KINDS, SAVED_BY } from '../../domain/record/record';
import { safeLink } from '../../domain/text/link';
import { fieldOf } from '../../domain/json/fieldOf';
import { nameList, namesIn } from '../../domain/text/nameList';
import { isMoment } from '../../domain/json/moment';

const TEXTS = ['title', 'almost', 'savedHow', 'cue', 'action', 'team', 'services', 'links', 'recordedFor'] as const;

/**
 * The form as it was kept, perhaps in part or by an older version: what is missing, or of another kind than it must be, stays
 * as in `start`.
 */
export function readFormValues(kept: unknown, start: FormValues): FormValues {
  const values: FormValues = { ...start };
  for (const name of TEXTS) {
    const text = fieldOf(kept, name);
    values[name] = typeof text === 'string' ? text : start[name];
  }
  const savedBy = fieldOf(kept, 'savedBy');
  const noticedAt = fieldOf(kept, 'noticedAt');
  const sure = fieldOf(kept, 'sure');
  return {
    ...values,
    kind: KINDS.find((kind) => kind === fieldOf(kept, 'kind')) ?? start.kind,
    savedBy: Array.isArray(savedBy) ? SAVED_BY.filter((one) => savedBy.includes(one)) : start.savedBy,
    actedAt: momentOf(fieldOf(kept, 'actedAt')) ?? start.actedAt,
    noticedAt: noticedAt === null ? null : (momentOf(noticedAt) ?? start.noticedAt),
    sure: Array.isArray(sure) ? sure.flatMap((at) => momentOf(at) ?? []) : start.sure,
  };
}

function momentOf(at: unknown): number | null {
  return typeof at === 'number' && isMoment(at) ? at : null;
}

/** What the form holds while somebody types: texts as typed, so that an unfinished one comes back as it was left. */
export interface FormValues {
  kind: Kind;
  title: string;
  almost: string;
  savedBy: readonly SavedBy[];
  savedHow: string;
  cue: string;
  noticedAt: number | null;
  action: string;
  actedAt: number;
  /** Odd moments that somebody said are right, epoch ms. */
  sure: readonly number[];
  team: string;
  /** Separated by commas, one with a comma inside in quotes. */
  services: string;
  /** One a line. */
  links: string;
  recordedFor: string;
}

/** The fields of a near miss that the form speaks for. */
export type FormFields = Pick<NearMissFields, Exclude<keyof FormValues, 'sure'>>;

export function emptyValues(kind: Kind, actedAt: number): FormValues {
  return {
    kind,
    title: '',
    almost: '',
    savedBy: [],
    savedHow: '',
    cue: '',
    noticedAt: null,
    action: '',
    actedAt,
    sure: [],
    team: '',
    services: '',
    links: '',
    recordedFor: '',
  };
}

/** For editing what was recorded. */
export function valuesFrom(fields: FormFields): FormValues {
  const { kind, title, almost, savedBy, savedHow, cue, noticedAt, action, actedAt, team, recordedFor } = fields;
  const texts = { services: nameList(fields.services), links: fields.links.join('\n'), sure: [] };
  return { kind, title, almost, savedBy, savedHow, cue, noticedAt, action, actedAt, team, recordedFor, ...texts };
}

/** What is stored: trimmed, services and links taken apart, links that cannot be followed safely left as text nobody stores. */
export function fieldsFrom(values: FormValues): FormFields {
  const { kind, title, almost, savedBy, savedHow, cue, noticedAt, action, actedAt, team, recordedFor } = values;
  return {
    kind,
    savedBy,
    noticedAt,
    actedAt,
    title: title.trim(),
    almost: almost.trim(),
    savedHow: savedHow.trim(),
    cue: cue.trim(),
    action: action.trim(),
    team: team.trim(),
    recordedFor: recordedFor.trim(),
    services: namesIn(values.services),
    links: parts(values.links).filter((link) => safeLink(link) !== null),
  };
}

/** Lines of the links field that are no http, https or mailto address. */
export function unsafeLinks(values: FormValues): string[] {
  return parts(values.links).filter((link) => safeLink(link) === null);
}

function parts(text: string): string[] {
  return [...new Set(text.split(/\s+/))].filter((part) => part !== '');
}

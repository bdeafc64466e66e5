import { KINDS, SAVED_BY } from '../../domain/record/record';
import { fieldOf } from '../../domain/json/fieldOf';
import type { FormValues } from './formValues';

const TEXTS = ['title', 'almost', 'savedHow', 'cue', 'action', 'team', 'services', 'links', 'recordedFor'] as const;

/** Values that were kept as JSON, perhaps by an older version: what is missing or of another kind stays as in `start`. */
export function readFormValues(kept: unknown, start: FormValues): FormValues {
  const values: FormValues = { ...start };
  for (const name of TEXTS) {
    const text = fieldOf(kept, name);
    values[name] = typeof text === 'string' ? text : start[name];
  }
  const savedBy = fieldOf(kept, 'savedBy');
  const noticedAt = fieldOf(kept, 'noticedAt');
  return {
    ...values,
    kind: KINDS.find((kind) => kind === fieldOf(kept, 'kind')) ?? start.kind,
    savedBy: SAVED_BY.filter((one) => Array.isArray(savedBy) && savedBy.includes(one)),
    actedAt: momentOf(fieldOf(kept, 'actedAt')) ?? start.actedAt,
    noticedAt: noticedAt === null ? null : (momentOf(noticedAt) ?? start.noticedAt),
  };
}

function momentOf(at: unknown): number | null {
  return typeof at === 'number' && Number.isFinite(at) ? at : null;
}

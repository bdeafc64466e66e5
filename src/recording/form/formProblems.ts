import { type FormValues, unsafeLinks } from './formValues';
import { oddMoment, type OddMoment } from '../../domain/record/oddMoment';
import { t } from '../../i18n/t';

/** What keeps the form from being saved, a sentence for each field concerned; empty when nothing does. */
export type FormProblems = Partial<Record<keyof FormValues, string>>;

/** Saving needs what almost happened and what saved it; what is filled in besides must make sense at `now` (epoch ms). */
export function formProblems(values: FormValues, now: number): FormProblems {
  const problems: FormProblems = {};
  if (values.almost.trim() === '') {
    problems.almost = t('form.needs-almost', 'Say in a sentence what almost happened.');
  }
  if (values.savedBy.length === 0) {
    problems.savedBy = t('form.needs-saved-by', 'Choose at least one; luck counts too.');
  }
  for (const field of ['noticedAt', 'actedAt'] as const) {
    if (askedOf(values, field, now)) {
      problems[field] = t('form.odd-moment', 'Say whether this moment is right.');
    }
  }
  if (values.noticedAt !== null && values.noticedAt > values.actedAt) {
    problems.noticedAt = t('form.noticed-late', 'It cannot have been noticed after it was acted on.');
  }
  const [link] = unsafeLinks(values);
  if (link !== undefined) {
    problems.links = t('form.unsafe-link', '“{{link}}” is no address that starts with https://, http:// or mailto:', {
      link,
    });
  }
  return problems;
}

/** What is odd about a moment of the form, unless somebody said that it is right. */
export function askedOf(values: FormValues, field: 'noticedAt' | 'actedAt', now: number): OddMoment | null {
  const at = values[field];
  return at === null || values.sure.includes(at) ? null : oddMoment(at, now);
}

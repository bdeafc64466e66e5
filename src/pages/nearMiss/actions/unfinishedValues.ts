import type { FormValues } from '../../../recording/form/formValues';
import { KINDS, SAVED_BY } from '../../../domain/record/record';
import { fieldOf } from '../../../domain/json/fieldOf';
import { parseJson } from '../../../domain/json/parseJson';
import { sameValue } from '../../../domain/json/sameValue';
import type { NearMiss } from '../../../domain/fold/nearMiss';
import type { FieldSet } from '../model/PageModel';

type Written = FieldSet;

/** Only what differs from what is shown: a change must not repeat fields nobody touched, or it would conflict with others. */
export function changedFields(nearMiss: NearMiss, written: Written): FieldSet {
  const different = Object.entries(written).filter(([field, value]) => !sameValue(Reflect.get(nearMiss, field), value));
  return Object.fromEntries(different);
}

type Reader<T> = (raw: unknown, otherwise: T) => T;

const text: Reader<string> = (raw, otherwise) => (typeof raw === 'string' ? raw : otherwise);
const moment: Reader<number> = (raw, otherwise) =>
  Number.isFinite(Number(raw)) && raw !== null ? Number(raw) : otherwise;

/** The form as it was left, from kept text; what is missing or broken in it comes from `shown`. Empty text gives `shown`. */
export function unfinishedValues(kept: string, shown: FormValues): FormValues {
  const given = parseJson(kept);
  const part = (name: keyof FormValues) => fieldOf(given, name);
  const savedBy = part('savedBy');
  const noticedAt = part('noticedAt');
  return {
    kind: KINDS.find((kind) => kind === part('kind')) ?? shown.kind,
    title: text(part('title'), shown.title),
    almost: text(part('almost'), shown.almost),
    savedBy: Array.isArray(savedBy) ? SAVED_BY.filter((one) => savedBy.includes(one)) : shown.savedBy,
    savedHow: text(part('savedHow'), shown.savedHow),
    cue: text(part('cue'), shown.cue),
    noticedAt: noticedAt === null ? null : moment(noticedAt, shown.noticedAt ?? NaN) || shown.noticedAt,
    action: text(part('action'), shown.action),
    actedAt: moment(part('actedAt'), shown.actedAt),
    team: text(part('team'), shown.team),
    services: text(part('services'), shown.services),
    links: text(part('links'), shown.links),
    recordedFor: text(part('recordedFor'), shown.recordedFor),
  };
}

/** What is kept of the form: only the fields that differ, so that what others change meanwhile is not undone on coming back. */
export function touchedText(shown: FormValues, values: FormValues): string {
  const touched = Object.entries(values).filter(([name, value]) => !sameValue(Reflect.get(shown, name), value));
  return touched.length === 0 ? '' : JSON.stringify(Object.fromEntries(touched));
}

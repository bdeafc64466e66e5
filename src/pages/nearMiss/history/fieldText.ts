import { kindLabel, statusLabel, savedByLabel } from '../../../components/words/labels';
import type { FieldName, NearMissFields } from '../../../domain/record/record';
import type { Speech } from '../../../domain/story/speech';
import { nameList } from '../../../domain/text/nameList';
import type { FieldSet, PageModel } from '../model/PageModel';
import type { Projection } from '../../../domain/projection/projection';
import type { Stretch } from '../../../domain/series/stretch';
import type { Limit } from '../../../domain/projection/limit';
import { t } from '../../../i18n/t';

/** How moments and other near misses are called. */
type Wording = Pick<PageModel, 'speech' | 'nameOf'>;
type Words = { [F in FieldName]: (value: NearMissFields[F], wording: Wording) => string };

const asIs = (value: string) => value;
const joined = (values: readonly string[]) => values.join(', ');
const moment = (value: number | null, { speech }: Wording) => (value === null ? '' : speech.time(value));

const WORDS: Words = {
  kind: (value) => kindLabel(value),
  title: asIs,
  almost: asIs,
  savedBy: (value) => value.map(savedByLabel).join(', '),
  savedHow: asIs,
  cue: asIs,
  noticedAt: moment,
  action: asIs,
  actedAt: moment,
  series: asIs,
  stretch: (value: Stretch | null, { speech }) =>
    value ? `${speech.time(value.from)}–${speech.time(value.to, value.from)}` : '',
  limit: (value: Limit | null, { speech }) => (value ? speech.value(value.value, value.unit) : ''),
  projection: (value: Projection | null, { speech }) => projectionText(value, speech),
  team: asIs,
  services: (value) => nameList(value),
  links: joined,
  recordedFor: asIs,
  status: (value) => statusLabel(value),
  outcome: asIs,
  sameAs: (id, { nameOf }) => id && nameOf(id),
};

function projectionText(projection: Projection | null, speech: Speech): string {
  if (!projection?.ok) {
    return '';
  }
  return projection.crossing === null
    ? t('field.projection-none', 'not within the horizon')
    : speech.time(projection.crossing);
}

/** The value that `set` gives the field, in words; an empty value says that it is empty. */
export function fieldText<F extends FieldName>(field: F, set: FieldSet, wording: Wording): string {
  const value: NearMissFields[F] | undefined = set[field];
  const text = value === undefined ? '' : WORDS[field](value, wording);
  return text || t('field.empty', '(empty)');
}

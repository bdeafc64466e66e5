import type { FieldName, NearMissFields } from '../record/record';
import { isId } from '../record/id';
import { KINDS, SAVED_BY, STATUSES } from '../record/record';
import type { PartReader } from '../json/reader';
import { readList, readMoment, readNullable, readOneOf, readText } from '../json/reader';
import { readProjection } from './readProjection';
import { FIELD_NAMES } from '../record/fields';
import { readLimit, readStretch } from './readGraph';

type FieldReaders = { readonly [F in (typeof FIELD_NAMES)[number]]: PartReader<NearMissFields[F]> };

/** It becomes an address. */
const readSameAs: PartReader<string> = (raw, miss) => {
  if (raw === '' || isId(raw)) {
    return raw;
  }
  miss();
  return undefined;
};

const READERS: FieldReaders = {
  kind: readOneOf(KINDS),
  title: readText,
  almost: readText,
  savedBy: readList(readOneOf(SAVED_BY)),
  savedHow: readText,
  cue: readText,
  noticedAt: readNullable(readMoment),
  action: readText,
  actedAt: readMoment,
  series: readText,
  stretch: readNullable(readStretch),
  limit: readNullable(readLimit),
  projection: readNullable(readProjection),
  team: readText,
  services: readList(readText),
  links: readList(readText),
  recordedFor: readText,
  status: readOneOf(STATUSES),
  outcome: readText,
  sameAs: readSameAs,
};

/** The fields that are there and readable; names of the others that are there go to `unread`. */
export function readFields(part: Readonly<Record<string, unknown>>, unread: string[]): Partial<NearMissFields> {
  const fields: Partial<NearMissFields> = {};
  for (const name of FIELD_NAMES) {
    if (part[name] !== undefined) {
      readField(fields, name, part[name], unread);
    }
  }
  return fields;
}

function readField<F extends FieldName>(into: Partial<NearMissFields>, name: F, raw: unknown, unread: string[]): void {
  let whole = true;
  const value = READERS[name](raw, () => (whole = false));
  if (value !== undefined) {
    into[name] = value;
  }
  if (!whole) {
    unread.push(name);
  }
}

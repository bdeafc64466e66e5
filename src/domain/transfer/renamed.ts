import { writePayload } from '../codec/payload';
import { payloadOf } from '../fold/isAsGoodAs';
import type { StoredPart } from '../fold/storedPart';
import { isFieldName } from '../record/fields';
import type { Change } from '../record/record';

/** Which id a change or entry of one near miss goes by here; those that keep theirs are not in it. */
export type NewIds = ReadonlyMap<string, string>;

interface Naming {
  /** The part's own. */
  id: string;
  /** Of the near miss it belongs to; for a record the same. */
  nearMiss: string;
  /** Of the changes and entries before it, which it may name. */
  newIds: NewIds;
}

/** The part under other ids, its former one noted where its own is another; the very same part where every id stays. */
export function renamed(part: StoredPart, { id, nearMiss, newIds }: Naming): StoredPart {
  switch (part.what) {
    case 'record': {
      const { id: former } = part.record;
      return former === id ? part : withText({ ...part, record: { ...part.record, id, formerId: former } });
    }
    case 'change': {
      const { change } = part;
      const base = basedOn(change.base, newIds);
      const isSame = change.id === id && change.nearMiss === nearMiss && base === change.base;
      return isSame ? part : withText({ ...part, change: { ...change, ...naming(change.id, id), nearMiss, base } });
    }
    case 'entry': {
      const { entry } = part;
      const replaces = newIds.get(entry.replaces) ?? entry.replaces;
      const isSame = entry.id === id && entry.nearMiss === nearMiss && replaces === entry.replaces;
      return isSame ? part : withText({ ...part, entry: { ...entry, ...naming(entry.id, id), nearMiss, replaces } });
    }
  }
}

function naming(former: string, id: string): { id: string; formerId?: string } {
  return former === id ? { id } : { id, formerId: former };
}

function basedOn(base: Change['base'], newIds: NewIds): Change['base'] {
  const all = Object.values(base).flat();
  if (!all.some((id) => newIds.has(id))) {
    return base;
  }
  const other: Partial<Record<keyof Change['base'], readonly string[]>> = {};
  for (const [field, ids] of Object.entries(base)) {
    if (isFieldName(field)) {
      other[field] = ids.map((id) => newIds.get(id) ?? id);
    }
  }
  return other;
}

/** The text says what the part says; the rest of the payload stays as it was stored, also what this version does not know. */
function withText(part: StoredPart): StoredPart {
  const { annotation } = part;
  return { ...part, annotation: { ...annotation, text: writePayload({ ...payloadOf(annotation), ...idsIn(part) }) } };
}

function idsIn(part: StoredPart): Readonly<Record<string, unknown>> {
  switch (part.what) {
    case 'record':
      return { id: part.record.id, ...formerIn(part.record) };
    case 'change': {
      const { id, nearMiss, base } = part.change;
      return { id, nearMiss, base, ...formerIn(part.change) };
    }
    case 'entry': {
      const { id, nearMiss, replaces } = part.entry;
      return { id, nearMiss, replaces, ...formerIn(part.entry) };
    }
  }
}

const formerIn = ({ formerId }: { formerId?: string }) => (formerId === undefined ? {} : { formerId });

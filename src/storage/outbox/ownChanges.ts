import type { Change, FieldName } from '../../domain/record/record';
import type { Recorded } from '../store/nearMissStore';
import type { Outcome } from '../../grafana/outcome';
import type { QueuedWrite } from '../store/queuedWrite';
import { isFieldName } from '../../domain/record/fields';

interface OwnChanges {
  /** As given, and remembered. */
  write: (write: QueuedWrite) => Promise<Outcome<Recorded>>;
  /**
   * The same; a change is also based on what this page wrote to its fields. A page that was not read again yet, or an
   * attempt that was taken back but had got through, would otherwise be in conflict with itself.
   */
  after: (write: QueuedWrite) => QueuedWrite;
}

/** Remembers, as long as the page lives, which changes it wrote. */
export function ownChanges(write: OwnChanges['write']): OwnChanges {
  const known = new Map<string, readonly string[]>();
  const idsOf = (change: Change, field: FieldName) => known.get(keyOf(change, field)) ?? [];
  const tried = (change: Change) =>
    fieldsOf(change).forEach((field) => known.set(keyOf(change, field), withId(idsOf(change, field), change.id)));
  // What it was based on need not be named again.
  const stored = (change: Change) =>
    fieldsOf(change).forEach((field) => {
      const named = change.base[field] ?? [];
      known.set(
        keyOf(change, field),
        idsOf(change, field).filter((id) => !named.includes(id))
      );
    });
  const basedOnOwn = (change: Change): Change => ({
    ...change,
    base: fieldsOf(change).reduce<Change['base']>((base, field) => {
      const own = idsOf(change, field).filter((id) => id !== change.id);
      return { ...base, [field]: own.reduce(withId, base[field] ?? []) };
    }, change.base),
  });
  return {
    write: async (given) => {
      if (given.what !== 'change') {
        return write(given);
      }
      tried(given.change);
      const outcome = await write(given);
      if (outcome.ok) {
        stored(given.change);
      }
      return outcome;
    },
    after: (given) => (given.what === 'change' ? { ...given, change: basedOnOwn(given.change) } : given),
  };
}

const keyOf = ({ nearMiss }: Change, field: FieldName) => `${nearMiss} ${field}`;
const fieldsOf = ({ set }: Change): FieldName[] => Object.keys(set).filter(isFieldName);
const withId = (ids: readonly string[], id: string): readonly string[] => (ids.includes(id) ? ids : [...ids, id]);

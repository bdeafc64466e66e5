import { changeOf } from '../domain/changeOf';
import { encodeChange } from '../domain/encodeChange';
import { encodeEntry } from '../domain/encodeEntry';
import type { NearMiss } from '../domain/foldedNearMiss';
import { newId } from '../domain/newId';
import type { Change, Entry, NearMissFields } from '../domain/nearMiss';
import type { Outcome } from './outcome';
import { readParts, type Parts } from './readParts';
import { retry } from './retry';
import type { StoreContext } from './storeContext';

const DONE: Outcome<null> = { ok: true, value: null };

/** Appends changes; one whose answer was lost keeps its id, so that saying the same again appends nothing. */
export function createChangeWriter(context: StoreContext) {
  const unsure = new Map<string, Change>();

  return async (nearMiss: NearMiss, set: Partial<NearMissFields>): Promise<Outcome<null>> => {
    const key = JSON.stringify([nearMiss.id, set]);
    const former = unsure.get(key);
    const change = former ?? changeOf(nearMiss, set, newId());
    unsure.set(key, change);
    const is = (parts: Parts) => parts.changes.some((stored) => stored.change.id === change.id);
    const annotation = encodeChange(change, nearMiss, context.link(nearMiss.id));
    const look = async (): Promise<Outcome<true | null>> => lookFor(context, nearMiss.id, is);
    const written = await writeAfterLooking(context, former ? look : null, {
      look,
      attempt: async () => truth(await context.port.post(annotation)),
    });
    if (written.ok) {
      unsure.delete(key);
      return DONE;
    }
    return written;
  };
}

/**
 * Appends an entry once. Looks first: after a lost answer and a reload the same entry comes again, perhaps with other
 * words by now, which then replace the ones that went through.
 */
export async function shareOnce(context: StoreContext, nearMiss: NearMiss, entry: Entry): Promise<Outcome<null>> {
  const before = await retry(context.clock, { attempt: () => readParts(context.port, nearMiss.id) });
  if (!before.ok) {
    return before;
  }
  const stored = before.value.entries.find((item) => item.entry.id === entry.id);
  if (stored && stored.entry.text === entry.text) {
    return DONE;
  }
  const mine = stored ? { ...entry, id: newId(), replaces: entry.id } : entry;
  const annotation = encodeEntry(mine, nearMiss, context.link(nearMiss.id));
  const written = await retry(context.clock, {
    attempt: async () => truth(await context.port.post(annotation)),
    look: () => lookFor(context, nearMiss.id, (parts) => parts.entries.some((item) => item.entry.id === mine.id)),
  });
  return written.ok ? DONE : written;
}

interface Write {
  attempt: () => Promise<Outcome<true>>;
  look: () => Promise<Outcome<true | null>>;
}

async function writeAfterLooking(
  { clock }: StoreContext,
  first: Write['look'] | null,
  write: Write
): Promise<Outcome<true>> {
  const found = first ? await retry(clock, { attempt: first }) : null;
  if (found && !found.ok) {
    return found;
  }
  return found?.value ? { ok: true, value: true } : retry(clock, write);
}

async function lookFor(
  { port }: StoreContext,
  id: string,
  is: (parts: Parts) => boolean
): Promise<Outcome<true | null>> {
  const parts = await readParts(port, id);
  return parts.ok ? { ok: true, value: is(parts.value) || null } : parts;
}

function truth(posted: Outcome<number>): Outcome<true> {
  return posted.ok ? { ok: true, value: true } : posted;
}

import { useMemo, useState } from 'react';
import type { Draft } from '../../domain/foldedNearMiss';
import type { DraftState, NearMissStore } from '../../storage/nearMissStore';
import { useNearMissStore } from '../../storage/useNearMissStore';
import { whoAmI } from '../../storage/whoAmI';

interface Completion {
  /** Id of the near miss that somebody else made of the draft meanwhile; null unless that was seen. */
  overtaken: string | null;
  /** Saves by completing the draft. */
  store: Pick<NearMissStore, 'record'>;
}

/** Completes the draft, unless somebody else did so since it was read: theirs must not be changed unseen. */
export function useCompletion(draft: Draft): Completion {
  const nearMisses = useNearMissStore();
  const [overtaken, setOvertaken] = useState<string | null>(null);
  const store = useMemo((): Completion['store'] => {
    let mine = false;
    return {
      record: async (record, place) => {
        const now = mine ? null : await nearMisses.readDraft(draft.annotationId);
        if (now && !now.ok) {
          return now;
        }
        const theirs = now ? madeByOthers(now.value) : null;
        if (theirs !== null) {
          setOvertaken(theirs);
          return { ok: false, failure: { kind: 'missing', status: 0, detail: '' } };
        }
        const completed = await nearMisses.completeDraft(draft, record, place);
        mine = mine || completed.ok;
        return completed;
      },
    };
  }, [nearMisses, draft]);
  return { overtaken, store };
}

/** A record of one's own is an earlier attempt whose answer was lost: saving again is safe. */
function madeByOthers(state: DraftState): string | null {
  switch (state.is) {
    case 'open':
      return null;
    case 'recorded':
      return state.nearMiss.author.login === whoAmI().login ? null : state.nearMiss.id;
    case 'completed':
      return state.nearMissId;
  }
}

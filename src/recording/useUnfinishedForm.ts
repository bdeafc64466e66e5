import { useEffect, useRef, useState } from 'react';
import { textOf } from '../domain/json/fieldOf';
import { parseJson } from '../domain/json/parseJson';
import type { UnfinishedText } from '../storage/unfinished/fieldTexts';
import type { KeptIn } from '../storage/unfinished/unfinishedTexts';
import { useFreeIds } from '../storage/react/useFreeIds';
import { useUnfinished } from '../storage/react/useUnfinished';

export interface UnfinishedForm {
  /** When what was found on opening was typed; null when nothing was found, or it was typed just now. */
  foundAt: number | null;
  /** Another unfinished one, from another browser. */
  other: UnfinishedText | null;
  keptIn: KeptIn;
  takeOther: () => void;
  /** After saving or discarding. */
  forget: () => void;
}

interface FormToKeep {
  /** Of the near miss to be; the texts hold it too, as `id`. */
  id: string;
  /** What the unfinished form belongs to: a panel, or the page without a graph. */
  subject: string;
  /** The form as text; null while nobody has changed anything. */
  text: string | null;
  /** Takes over a text from earlier, under the form's own id. */
  restore: (text: string) => void;
  /** Takes over that text's id too: nothing is stored under it, or this browser is still sending it. */
  adopt: (id: string) => void;
}

/** Keeps a whole unfinished form as one text, and brings it back on opening. */
export function useUnfinishedForm({ id, subject, text, restore, adopt }: FormToKeep): UnfinishedForm {
  const unfinished = useUnfinished(subject, 'form');
  const { isFree, isSent } = useFreeIds();
  const [restoredAt, setRestoredAt] = useState<number | null>(null);
  const restoredId = useRef('');
  const takeUp = ({ text: found, at }: UnfinishedText) => {
    const earlier = idIn(found);
    restoredId.current = earlier;
    restore(found);
    setRestoredAt(at);
    // Another browser may keep the text of a form that was saved: under its id other words would replace what is stored.
    void isFree(earlier).then((free) => {
      // Saved in the meantime, it stays what it was saved as: a form under another id would not hear that it is stored.
      if (free && restoredId.current === earlier && !isSent(latest.current.id)) {
        latest.current.adopt(earlier);
      }
    });
  };
  const latest = useRef({ id, unfinished, takeUp, adopt });
  latest.current = { id, unfinished, takeUp, adopt };

  useEffect(() => {
    if (text !== null) {
      latest.current.unfinished.setText(text);
    }
  }, [text]);
  useEffect(() => {
    const { foundAt, text: found } = latest.current.unfinished;
    if (foundAt !== null && found !== '') {
      latest.current.takeUp({ text: found, at: foundAt });
    }
  }, [unfinished.foundAt]);

  // Grafana's copy lags a little behind: an earlier state of this very form is nothing to offer.
  const isEarlier = unfinished.other !== null && [id, restoredId.current].includes(idIn(unfinished.other.text));
  return {
    foundAt: restoredAt,
    other: isEarlier ? null : unfinished.other,
    keptIn: unfinished.keptIn,
    takeOther: () => {
      const { other } = unfinished;
      unfinished.takeOther();
      if (other) {
        takeUp(other);
      }
    },
    forget: () => {
      restoredId.current = '';
      unfinished.forget();
      setRestoredAt(null);
    },
  };
}

const idIn = (text: string): string => textOf(parseJson(text), 'id');

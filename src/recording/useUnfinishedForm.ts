import { useEffect, useRef, useState } from 'react';
import { textOf } from '../domain/json/fieldOf';
import { parseJson } from '../domain/json/parseJson';
import type { UnfinishedText, KeptIn } from '../storage/unfinished/unfinishedTexts';
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
  /** Takes over a text from earlier. */
  restore: (text: string) => void;
}

/** Keeps a whole unfinished form as one text, and brings it back on opening. */
export function useUnfinishedForm({ id, subject, text, restore }: FormToKeep): UnfinishedForm {
  const unfinished = useUnfinished(subject, 'form');
  const [restoredAt, setRestoredAt] = useState<number | null>(null);
  const latest = useRef({ unfinished, restore });
  latest.current = { unfinished, restore };

  useEffect(() => {
    if (text !== null) {
      latest.current.unfinished.setText(text);
    }
  }, [text]);
  useEffect(() => {
    const { foundAt, text: found } = latest.current.unfinished;
    if (foundAt !== null && found !== '') {
      latest.current.restore(found);
      setRestoredAt(foundAt);
    }
  }, [unfinished.foundAt]);

  // Grafana's copy lags a little behind: an earlier state of this very form is nothing to offer.
  const isEarlier = unfinished.other !== null && idIn(unfinished.other.text) === id;
  return {
    foundAt: restoredAt,
    other: isEarlier ? null : unfinished.other,
    keptIn: unfinished.keptIn,
    takeOther: () => {
      const { other } = unfinished;
      unfinished.takeOther();
      if (other) {
        restore(other.text);
        setRestoredAt(other.at);
      }
    },
    forget: () => {
      unfinished.forget();
      setRestoredAt(null);
    },
  };
}

const idIn = (text: string): string => textOf(parseJson(text), 'id');

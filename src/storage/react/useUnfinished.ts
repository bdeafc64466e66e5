import { useCallback, useEffect, useRef, useState } from 'react';
import type { UnfinishedText } from '../unfinished/fieldTexts';
import type { Found, KeptIn } from '../unfinished/unfinishedTexts';
import { useComposition } from './NearMissStoreProvider';

export interface Unfinished {
  text: string;
  setText: (text: string) => void;
  /** When the text shown was typed, if it was found on opening; null while it is the person's own of just now, or nothing. */
  foundAt: number | null;
  /** Another text found on opening, from another browser or older; null when there is none (any more). */
  other: UnfinishedText | null;
  /** Shows the other one; what was shown becomes the other. */
  takeOther: () => void;
  /** `memory`: the browser cannot keep it (full or blocked), so it lives only as long as this page. Say so. */
  keptIn: KeptIn;
  /** After saving or discarding: empties it here and everywhere. */
  forget: () => void;
}

interface State {
  /** Which field this is of: another one's text must not show for even one frame. */
  of: string;
  text: string;
  foundAt: number | null;
  other: UnfinishedText | null;
  keptIn: KeptIn;
  typed: boolean;
}

/**
 * A text field that loses nothing: typed text is kept at each call, and found again on opening, here or on another machine.
 * `subject` is a near miss's id, or dashboard uid and panel id; `initial` is shown when nothing unfinished is found.
 */
export function useUnfinished(subject: string, field: string, initial = ''): Unfinished {
  const { unfinished: store } = useComposition();
  const of = JSON.stringify([subject, field]);
  const opened = useRef(initial);
  opened.current = initial;
  const start = useCallback((): State => {
    const here = store.peek(subject, field);
    const at = here?.at ?? null;
    return { of, text: here?.text ?? opened.current, foundAt: at, other: null, keptIn: 'browser', typed: false };
  }, [store, subject, field, of]);
  const [state, setState] = useState(start);
  const shown = state.of === of ? state : start();

  useEffect(() => {
    let here = true;
    setState((before) => (before.of === of ? before : start()));
    store.open(subject, field).then((found) => {
      if (here) {
        setState((before) => (before.of === of ? withFound(before, found, opened.current) : before));
      }
    });
    return () => {
      here = false;
    };
  }, [store, subject, field, of, start]);

  const show = (text: string, other: UnfinishedText | null) => {
    const keptIn = store.keep(subject, field, text);
    setState({ of, text, foundAt: null, other, keptIn, typed: true });
  };
  return {
    text: shown.text,
    foundAt: shown.foundAt,
    other: shown.other,
    keptIn: shown.keptIn,
    setText: (text) => show(text, shown.other),
    takeOther: () => {
      if (shown.other) {
        const { text } = shown.other;
        const other = shown.text === '' ? null : { text: shown.text, at: shown.foundAt ?? Date.now() };
        setState({ of, text, foundAt: null, other, keptIn: store.take(subject, field, text), typed: true });
      }
    },
    forget: () => {
      store.forget(subject, field);
      setState({ of, text: '', foundAt: null, other: null, keptIn: 'browser', typed: true });
    },
  };
}

/** The newer text wins, but never over what was typed while Grafana was being asked: then it is offered. */
function withFound(before: State, { newest, other }: Found, initial: string): State {
  if (!before.typed) {
    return { ...before, text: newest?.text ?? initial, foundAt: newest?.at ?? null, other };
  }
  const offered = [newest, other].find((candidate) => candidate && candidate.text !== before.text) ?? null;
  return { ...before, other: before.other ?? offered };
}

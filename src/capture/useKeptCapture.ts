import { useState } from 'react';
import { type KeptForm, useKept } from '../recording/useKept';
import { readKeptCapture, writeKeptCapture } from './keptCapture';
import type { CaptureModel } from './useCapture';
import { newId } from '../domain/record/id';

interface KeptCaptureModel {
  /** Of the near miss to be. */
  id: string;
  kept: KeptForm;
  /** Back to the proposals, nothing kept. */
  discard: () => void;
}

/** Brings back what somebody entered for this panel earlier, and keeps what is entered now. */
export function useKeptCapture(subject: string, { state, series, restore, restart }: CaptureModel): KeptCaptureModel {
  const [id, setId] = useState(newId);
  const kept = useKept({
    id,
    subject,
    text: state.changed ? writeKeptCapture(id, series.name, state) : null,
    restore: (text) => {
      const earlier = readKeptCapture(text, state);
      if (earlier) {
        setId(earlier.id);
        restore(earlier);
      }
    },
  });
  const discard = () => {
    kept.forget();
    restart();
    setId(newId());
  };
  return { id, kept, discard };
}

import { useState } from 'react';
import { type UnfinishedForm, useUnfinishedForm } from '../../recording/useUnfinishedForm';
import { readUnfinishedCapture, writeUnfinishedCapture } from './unfinishedCapture';
import type { CaptureModel } from './useCapture';
import { newId } from '../../domain/record/id';

interface UnfinishedCaptureModel {
  /** Of the near miss to be. */
  id: string;
  unfinished: UnfinishedForm;
  /** Back to the proposals, nothing kept. */
  discard: () => void;
}

/** Brings back what somebody entered for this panel earlier, and keeps what is entered now. */
export function useUnfinishedCapture(
  subject: string,
  { state, series, restore, restart }: CaptureModel
): UnfinishedCaptureModel {
  const [id, setId] = useState(newId);
  const unfinished = useUnfinishedForm({
    id,
    subject,
    text: state.changed ? writeUnfinishedCapture(id, series.name, state) : null,
    restore: (text) => {
      const earlier = readUnfinishedCapture(text, state);
      if (earlier) {
        restore(earlier);
      }
    },
    adopt: setId,
  });
  const discard = () => {
    unfinished.forget();
    restart();
    setId(newId());
  };
  return { id, unfinished, discard };
}

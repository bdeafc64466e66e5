import { useState } from 'react';
import type { NearMissRecord } from '../domain/record/record';
import type { Recorded } from '../storage/store/nearMissStore';
import type { Failure } from '../grafana/outcome';
import { type Sending, useSending } from '../storage/react/useSending';
import type { Place } from '../domain/record/place';

export type RecordingState =
  | { phase: 'idle' }
  | { phase: 'saving' }
  /** Kept in this browser and tried again. */
  | { phase: 'queued'; sending: Sending }
  /** Refused. What was typed is still there. */
  | { phase: 'failed'; failure: Failure }
  /** More words than one near miss may have. */
  | { phase: 'too-long'; characters: number }
  | { phase: 'recorded'; record: NearMissRecord; recorded: Recorded };

export interface RecordingSubject {
  /** Of the near miss to be. */
  id: string;
  /** What its unfinished text belongs to. */
  subject: string;
  /** Annotation id of the draft that it completes; null when there is none. */
  draftId: number | null;
  /** By how many characters what is typed now is too long, see `charactersTooLong`. */
  tooLong: number;
  /** Once Grafana has it. */
  onRecorded: () => void;
}

type Ended = Extract<RecordingState, { phase: 'recorded' }>;

/** Saves a new near miss: at once, or kept here until Grafana has it. */
export function useRecording({ id, subject, draftId, tooLong, onRecorded }: RecordingSubject) {
  const [ended, setEnded] = useState<Ended | null>(null);
  const sending = useSending({
    subject,
    field: 'form',
    id,
    onWritten: (recorded, write) => {
      if (write.what === 'record') {
        setEnded({ phase: 'recorded', record: write.record, recorded });
        onRecorded();
      } else {
        setEnded((before) => (before?.phase === 'recorded' ? { ...before, recorded } : before));
      }
    },
  });
  const send = (record: NearMissRecord, place: Place) => sending.send({ what: 'record', record, place, draftId });
  return {
    state: ended ?? stateOf(sending, tooLong),
    save: (record: NearMissRecord, place: Place) => {
      setEnded(null);
      if (tooLong === 0) {
        void send(record, place);
      }
    },
    /** For a marker that failed: what is stored stays shown meanwhile. */
    saveAgain: (record: NearMissRecord, place: Place) =>
      sending.state.is === 'queued' ? sending.retryNow() : void send(record, place),
  };
}

function stateOf(sending: Sending, tooLong: number): RecordingState {
  const { state } = sending;
  switch (state.is) {
    case 'saving':
      return { phase: 'saving' };
    case 'queued':
      return { phase: 'queued', sending };
    case 'idle':
      return tooLong > 0 ? { phase: 'too-long', characters: tooLong } : { phase: 'idle' };
    case 'failed':
      return tooLong > 0 ? { phase: 'too-long', characters: tooLong } : { phase: 'failed', failure: state.failure };
  }
}

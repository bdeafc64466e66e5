import { useState } from 'react';
import { encodeRecord } from '../domain/codec/encodeRecord';
import type { NearMissRecord } from '../domain/record/record';
import type { Recorded } from '../storage/store/nearMissStore';
import type { Failure } from '../grafana/outcome';
import { linkTo } from '../grafana/address';
import { type Sending, useSending } from '../storage/react/useSending';
import type { Place } from '../domain/record/place';
import { bytesOver } from '../domain/codec/payload';

export type RecordingState =
  | { phase: 'idle' }
  | { phase: 'saving' }
  /** Kept in this browser and tried again. */
  | { phase: 'queued'; sending: Sending }
  /** Refused. What was typed is still there. */
  | { phase: 'failed'; failure: Failure }
  /** More words than one annotation holds: by so many bytes. */
  | { phase: 'too-long'; bytes: number }
  | { phase: 'recorded'; record: NearMissRecord; recorded: Recorded };

export interface RecordingSubject {
  /** Of the near miss to be. */
  id: string;
  /** What its unfinished text belongs to. */
  subject: string;
  /** Annotation id of the draft that it completes; null when there is none. */
  draftId: number | null;
  /** Once Grafana has it. */
  onRecorded: () => void;
}

type Ended = Extract<RecordingState, { phase: 'too-long' | 'recorded' }>;

/** Saves a new near miss: at once, or kept here until Grafana has it. */
export function useRecording({ id, subject, draftId, onRecorded }: RecordingSubject) {
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
    state: ended ?? stateOf(sending),
    save: (record: NearMissRecord, place: Place) => {
      // With its address, as Grafana will get it: too long a text must come back while somebody can shorten it.
      const bytes = bytesOver(encodeRecord(record, place, linkTo(record.id)));
      setEnded(bytes > 0 ? { phase: 'too-long', bytes } : null);
      if (bytes <= 0) {
        void send(record, place);
      }
    },
    /** For a marker that failed: what is stored stays shown meanwhile. */
    saveAgain: (record: NearMissRecord, place: Place) =>
      sending.state.is === 'queued' ? sending.retryNow() : void send(record, place),
  };
}

function stateOf(sending: Sending): RecordingState {
  const { state } = sending;
  switch (state.is) {
    case 'idle':
    case 'saving':
      return { phase: state.is };
    case 'queued':
      return { phase: 'queued', sending };
    case 'failed':
      return { phase: 'failed', failure: state.failure };
  }
}

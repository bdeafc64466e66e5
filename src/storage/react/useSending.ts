import { useState } from 'react';
import type { WrittenIn } from '../outbox/browserQueue';
import type { Recorded } from '../store/nearMissStore';
import type { Failure } from '../../grafana/outcome';
import type { QueuedWrite } from '../store/queuedWrite';
import type { KeptIn } from '../unfinished/unfinishedTexts';
import { useOutbox, useWritten, useQueued } from './useOutbox';
import type { QueuedItem } from '../outbox/queuedItems';

type SendingState =
  | { is: 'idle' }
  | { is: 'saving' }
  /**
   * Grafana did not say that it has it: it is kept and tried again, also after the page is closed (unless `memory`).
   * `refused`: a later attempt was refused, and the next one waits for a person. `trying`: one is under way.
   */
  | { is: 'queued'; refused: boolean; trying: boolean; failure: Failure | null; keptIn: KeptIn; write: QueuedWrite }
  /** Refused: nothing is stored, and nothing goes on. */
  | { is: 'failed'; failure: Failure };

export interface Sending {
  state: SendingState;
  /** While one is saving or waits, another is not begun. */
  send: (write: QueuedWrite) => Promise<void>;
  /** For one that waits. */
  retryNow: () => void;
  /** Gives up on one that waits: the form is its again. */
  takeBack: () => void;
}

interface Options extends WrittenIn {
  /** Only the write of this id; default whatever was written in that form. */
  id?: string;
  /** Called with what was taken back, so that sending it again can keep its id. */
  onTakenBack?: (write: QueuedWrite) => unknown;
  /** Called once for each write of the form that got through, at once or much later. */
  onWritten?: (recorded: Recorded, write: QueuedWrite) => void;
}

/** One form's way to Grafana: saved, saving, or kept here and tried again. */
export function useSending({ subject, field, id, onWritten, onTakenBack }: Options): Sending {
  const outbox = useOutbox();
  const [refused, setRefused] = useState<Failure | null>(null);
  const isMine = (one: { from: WrittenIn; id: string }) =>
    one.from.subject === subject && one.from.field === field && (id === undefined || one.id === id);
  const item = useQueued().find(isMine);
  useWritten((written) => {
    if (isMine(written)) {
      onWritten?.(written.recorded, written.write);
    }
  });
  return {
    state: stateOf(item, refused),
    send: async (write) => {
      if (item) {
        return;
      }
      setRefused(null);
      const outcome = await outbox.send({ subject, field }, write);
      setRefused(outcome.ok || outbox.queued().some(isMine) ? null : outcome.failure);
    },
    retryNow: () => void outbox.retryNow(),
    takeBack: () => {
      if (item) {
        outbox.takeBack(item.id);
        onTakenBack?.(item.write);
      }
    },
  };
}

function stateOf(item: QueuedItem | undefined, refused: Failure | null): SendingState {
  if (!item) {
    return refused ? { is: 'failed', failure: refused } : { is: 'idle' };
  }
  const { state, failure, keptIn, write } = item;
  if (state === 'saving' && failure === null) {
    return { is: 'saving' };
  }
  return { is: 'queued', refused: state === 'refused', trying: state === 'saving', failure, keptIn, write };
}

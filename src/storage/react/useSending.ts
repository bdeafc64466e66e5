import { useState } from 'react';
import type { WrittenIn } from '../outbox/kept';
import type { Recorded } from '../store/nearMissStore';
import type { Failure } from '../../grafana/outcome';
import type { PendingWrite } from '../store/pendingWrite';
import type { KeptIn } from '../unfinished/unfinishedText';
import { useOutbox, useThrough, useWaiting } from './useOutbox';
import type { Waiting } from '../outbox/waiting';

type SendingState =
  | { is: 'idle' }
  | { is: 'saving' }
  /**
   * Grafana did not say that it has it: it is kept and tried again, also after the page is closed (unless `memory`).
   * `refused`: a later attempt was refused, and the next one waits for a person. `trying`: one is under way.
   */
  | { is: 'waiting'; refused: boolean; trying: boolean; failure: Failure | null; keptIn: KeptIn; write: PendingWrite }
  /** Refused: nothing is stored, and nothing goes on. */
  | { is: 'failed'; failure: Failure };

export interface Sending {
  state: SendingState;
  /** While one is saving or waits, another is not begun. */
  send: (write: PendingWrite) => Promise<void>;
  /** For one that waits. */
  retryNow: () => void;
  /** Gives up on one that waits: the form is its again. */
  takeBack: () => void;
}

interface Options extends WrittenIn {
  /** Only the write of this id; default whatever was written in that form. */
  id?: string;
  /** Called with what was taken back, so that sending it again can keep its id. */
  onTakenBack?: (write: PendingWrite) => unknown;
  /** Called once for each write of the form that got through, at once or much later. */
  onThrough?: (recorded: Recorded, write: PendingWrite) => void;
}

/** One form's way to Grafana: saved, saving, or kept here and tried again. */
export function useSending({ subject, field, id, onThrough, onTakenBack }: Options): Sending {
  const outbox = useOutbox();
  const [refused, setRefused] = useState<Failure | null>(null);
  const isMine = (one: { from: WrittenIn; id: string }) =>
    one.from.subject === subject && one.from.field === field && (id === undefined || one.id === id);
  const item = useWaiting().find(isMine);
  useThrough((through) => {
    if (isMine(through)) {
      onThrough?.(through.recorded, through.write);
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
      setRefused(outcome.ok || outbox.waiting().some(isMine) ? null : outcome.failure);
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

function stateOf(item: Waiting | undefined, refused: Failure | null): SendingState {
  if (!item) {
    return refused ? { is: 'failed', failure: refused } : { is: 'idle' };
  }
  const { state, failure, keptIn, write } = item;
  if (state === 'saving' && failure === null) {
    return { is: 'saving' };
  }
  return { is: 'waiting', refused: state === 'refused', trying: state === 'saving', failure, keptIn, write };
}

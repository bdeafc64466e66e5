import { useCallback, useRef, useState } from 'react';
import { bytesOver } from '../../domain/bytesOver';
import { encodeRecord } from '../../domain/encodeRecord';
import type { NearMissRecord, Place } from '../../domain/nearMiss';
import type { NearMissStore, Recorded } from '../../storage/nearMissStore';
import type { Failure } from '../../storage/outcome';

export type RecordingState =
  | { phase: 'idle' }
  | { phase: 'saving' }
  /** What was typed is still there; saving again is safe, the store looks for the id first. */
  | { phase: 'failed'; failure: Failure }
  /** More words than one annotation holds: by so many bytes. */
  | { phase: 'too-long'; bytes: number }
  | { phase: 'recorded'; record: NearMissRecord; recorded: Recorded };

/** Saves a new near miss once at a time. */
export function useRecording(store: Pick<NearMissStore, 'record'>, linkTo: (id: string) => string) {
  const [state, setState] = useState<RecordingState>({ phase: 'idle' });
  // The buttons stay on while saving, or they would lose the focus; a second click does nothing.
  const running = useRef(false);
  const save = useCallback(
    async (record: NearMissRecord, place: Place): Promise<boolean> => {
      if (running.current) {
        return false;
      }
      const bytes = bytesOver(encodeRecord(record, place, linkTo(record.id)));
      if (bytes > 0) {
        setState({ phase: 'too-long', bytes });
        return false;
      }
      running.current = true;
      setState({ phase: 'saving' });
      const outcome = await store.record(record, place);
      running.current = false;
      setState(
        outcome.ok
          ? { phase: 'recorded', record, recorded: outcome.value }
          : { phase: 'failed', failure: outcome.failure }
      );
      return outcome.ok;
    },
    [store, linkTo]
  );
  /** For a marker that was refused: what is stored stays shown meanwhile. */
  const saveAgain = useCallback(
    async (record: NearMissRecord, place: Place): Promise<void> => {
      if (running.current) {
        return;
      }
      running.current = true;
      const outcome = await store.record(record, place);
      running.current = false;
      setState((before) =>
        outcome.ok
          ? { phase: 'recorded', record, recorded: outcome.value }
          : before.phase === 'recorded'
            ? { ...before, recorded: { ...before.recorded, marker: outcome } }
            : before
      );
    },
    [store]
  );
  return { state, save, saveAgain };
}

import { useRef, useState } from 'react';
import type { AppSettings } from '../../../domain/record/settings';
import { type JournalWish, makeJournal } from '../../../storage/journals/makeJournal';
import type { Failure } from '../../../grafana/outcome';
import { useSend } from '../../../storage/react/NearMissStoreProvider';
import { newId } from '../../../domain/record/id';

type Making = { is: 'idle' | 'running' | 'made' | 'managed' } | { is: 'failed'; failure: Failure };

/** Makes one journal at a time; a further try after a failure is about the same dashboard. */
export function useMakeJournal(onMade: (stored: AppSettings) => void) {
  const send = useSend();
  const [state, setState] = useState<Making>({ is: 'idle' });
  const uid = useRef(newId());
  const running = useRef(false);
  const make = async (wish: Omit<JournalWish, 'uid'>) => {
    if (running.current) {
      return;
    }
    running.current = true;
    setState({ is: 'running' });
    const made = await makeJournal(send, { ...wish, uid: uid.current });
    running.current = false;
    if (!made.ok) {
      setState({ is: 'failed', failure: made.failure });
      return;
    }
    uid.current = newId();
    setState({ is: made.value.is === 'mapped' ? 'made' : 'managed' });
    if (made.value.is === 'mapped') {
      onMade(made.value.settings);
    }
  };
  return { state, make };
}

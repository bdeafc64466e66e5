import { isTriedAgain, type Outcome } from '../../grafana/outcome';
import type { RemoteTexts } from '../../grafana/userStorage';

const PAUSE = 2_000;
const LONGEST_PAUSE = 60_000;

export interface Queue {
  /** `soon`: without the pause, because the page may be left any moment. */
  put(key: string, value: string | null, soon?: boolean): void;
}

/** Sends what was put at most every 2 s; after a failure later and later, up to a minute, never giving up. */
export function remoteQueue(remote: RemoteTexts): Queue {
  let unsent: Record<string, string | null> = {};
  let timer: ReturnType<typeof setTimeout> | null = null;
  let pause = PAUSE;

  let sending = false;
  let isUrgent = false;

  const send = async () => {
    const texts = unsent;
    unsent = {};
    sending = true;
    isUrgent = false;
    const written = await remote.write(texts);
    sending = false;
    timer = null;
    pause = written.ok ? PAUSE : Math.min(pause * 2, LONGEST_PAUSE);
    if (!written.ok) {
      // What was put meanwhile is newer.
      unsent = { ...texts, ...unsent };
    }
    if (Object.keys(unsent).length > 0 && !isHopeless(written)) {
      timer ??= setTimeout(() => void send(), written.ok && isUrgent ? 0 : pause);
    }
  };
  return {
    put: (key, value, soon = false) => {
      unsent[key] = value;
      isUrgent ||= soon;
      if (soon && timer !== null && !sending) {
        clearTimeout(timer);
        timer = null;
      }
      timer ??= setTimeout(() => void send(), soon ? 0 : pause);
    },
  };
}

/** Refused for good: no such API, or not for this user. The browser still has the text; the next keystroke tries again. */
function isHopeless(written: Outcome<null>): boolean {
  return !written.ok && (!isTriedAgain(written.failure) || written.failure.kind === 'unauthorized');
}

import { useEffect, useRef } from 'react';
import { type NearMissListAnswer, useNearMissList } from '../storage/react/useNearMisses';

/**
 * The list, read again after each refresh of the dashboard. A refresh that comes while one is running waits for it:
 * with a dashboard that refreshes faster than Grafana answers, nothing would ever arrive. Mostly it costs one request, see
 * `useNearMissList`.
 */
export function useFreshList(asOf: number, atMost: number): NearMissListAnswer {
  const answer = useNearMissList(atMost > 0 ? atMost : undefined);
  const asked = useRef(asOf);
  useEffect(() => {
    const running = answer.state === 'loading' || (answer.state === 'ready' && answer.refreshing);
    if (asked.current === asOf || running) {
      return;
    }
    asked.current = asOf;
    if (answer.state === 'ready') {
      answer.refresh();
    } else if (answer.state === 'failed') {
      answer.retry();
    }
  }, [asOf, answer]);
  return answer;
}

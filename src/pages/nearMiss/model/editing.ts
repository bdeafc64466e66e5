import type { NearMiss } from '../../../domain/fold/nearMiss';
import type { Editing } from './PageModel';
import type { RightsAnswer } from '../../../storage/react/useGrafana';

/** True when writing is worth offering: rights Grafana did not tell are tried, and a refusal is an answer like any other. */
export const mayTry = (editing: Editing): boolean => editing === 'allowed' || editing === 'unknown';

/** Whether to offer writing, from what Grafana said of the place where the near miss is kept. */
export function editingOf({ readOnly, place }: NearMiss, rights: RightsAnswer): Editing {
  if (readOnly) {
    return readOnly;
  }
  if (rights.state !== 'ready') {
    return 'unknown';
  }
  const allowed = place.kind === 'journal' ? rights.dashboard === true : rights.organization;
  return allowed ? 'allowed' : 'denied';
}

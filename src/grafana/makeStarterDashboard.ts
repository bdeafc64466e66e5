import { textOf } from '../domain/json/fieldOf';
import { findDashboard } from './findDashboard';
import type { Outcome } from './outcome';
import type { Send } from './send';
import { starterDashboard } from './starterDashboard';

/** As it is named in every folder. */
const TITLE = 'Near misses';

export interface StarterMade {
  uid: string;
  /** False: one of its name was in the folder already, and was left as it is. */
  isNew: boolean;
}

/**
 * Makes the dashboard in a folder (empty: in none) and never overwrites one. `uid` is made before the first attempt, so trying again after
 * a lost answer finds what that made.
 */
export async function makeStarterDashboard(
  send: Send,
  { uid, folderUid }: { uid: string; folderUid: string }
): Promise<Outcome<StarterMade>> {
  const known = await findDashboard(send, TITLE, folderUid);
  if (!known.ok) {
    return known;
  }
  if (known.value !== null) {
    return { ok: true, value: { uid: known.value, isNew: false } };
  }
  const body = { dashboard: starterDashboard({ uid, title: TITLE }), folderUid, overwrite: false };
  const made = await send({ method: 'POST', path: '/api/dashboards/db', body });
  if (made.ok) {
    return { ok: true, value: { uid: textOf(made.value, 'uid') || uid, isNew: true } };
  }
  // The search may not know yet what an earlier attempt made; Grafana then refuses the uid.
  return made.failure.status === 412 ? { ok: true, value: { uid, isNew: false } } : made;
}

import { textOf } from '../domain/json/fieldOf';
import type { Outcome } from './outcome';
import type { Send } from './send';

/** What Grafana's search calls the place of dashboards that are in no folder. */
const NO_FOLDER = 'general';

/** The uid of the dashboard of that title, in any case, right in that folder (empty: in none); null when the reader sees none there. */
export async function findDashboard(send: Send, title: string, folderUid: string): Promise<Outcome<string | null>> {
  const query = new URLSearchParams({
    type: 'dash-db',
    folderUIDs: folderUid || NO_FOLDER,
    query: title,
    limit: '1000',
  });
  const found = await send({ method: 'GET', path: `/api/search?${query}` });
  if (!found.ok) {
    return found;
  }
  const items: readonly unknown[] = Array.isArray(found.value) ? found.value : [];
  const same = items.find((item) => textOf(item, 'title').trim().toLowerCase() === title.trim().toLowerCase());
  return { ok: true, value: same === undefined ? null : textOf(same, 'uid') };
}

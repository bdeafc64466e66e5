import { textOf } from '../domain/json/fieldOf';
import type { Outcome } from './outcome';
import type { Send } from './send';

export interface Folder {
  uid: string;
  /** With the folders above it, from the top: `Shops / Payments`. */
  path: string;
}

/** The most that Grafana's search gives at once. */
const MOST = 5_000;

/** The folders that the reader may open, by path. Above one that is hidden nothing is known, so its path begins there. */
export async function listFolders(send: Send, signal?: AbortSignal): Promise<Outcome<readonly Folder[]>> {
  const answer = await send({ method: 'GET', path: `/api/search?type=dash-folder&limit=${MOST}`, signal });
  if (!answer.ok) {
    return answer;
  }
  const items: readonly unknown[] = Array.isArray(answer.value) ? answer.value : [];
  const found = items.filter((item) => textOf(item, 'uid') !== '');
  const byUid = new Map(found.map((item) => [textOf(item, 'uid'), item]));
  const pathOf = (item: unknown, below: readonly string[] = []): string => {
    const uid = textOf(item, 'uid');
    const title = textOf(item, 'title') || uid;
    const above = byUid.get(textOf(item, 'folderUid'));
    return above === undefined || below.includes(uid) ? title : `${pathOf(above, [...below, uid])} / ${title}`;
  };
  const folders = found.map((item) => ({ uid: textOf(item, 'uid'), path: pathOf(item) }));
  return { ok: true, value: folders.sort((a, b) => a.path.localeCompare(b.path)) };
}

import { textOf, fieldOf } from '../domain/json/fieldOf';
import type { Outcome } from './outcome';
import type { Send } from './send';
import { pathPart } from '../domain/text/link';

/**
 * The folder, then those above it, nearest first; empty for a dashboard in no folder. Above what the reader may not open
 * nothing is known, so the line ends there.
 */
export async function readFolderLine(
  send: Send,
  folderUid: string,
  signal?: AbortSignal
): Promise<Outcome<readonly string[]>> {
  if (folderUid === '') {
    return { ok: true, value: [] };
  }
  const answer = await send({ method: 'GET', path: `/api/folders/${pathPart(folderUid)}`, signal });
  if (!answer.ok) {
    const hidden = answer.failure.kind === 'missing' || answer.failure.kind === 'forbidden';
    return hidden ? { ok: true, value: [folderUid] } : answer;
  }
  // Grafana names them from the top down.
  const parents = fieldOf(answer.value, 'parents');
  const above = Array.isArray(parents) ? parents.map((parent) => textOf(parent, 'uid')).reverse() : [];
  return { ok: true, value: [folderUid, ...above.filter(Boolean)] };
}

export interface Folder {
  uid: string;
  /** With the folders above it, from the top: `Shops / Payments`. */
  path: string;
}

/** The most that Grafana's search gives at once. */
const MOST = 5_000;

/** The folders that the reader may open, by path. Above one that is hidden nothing is known, so its path begins there. */
export function listFolders(send: Send, signal?: AbortSignal): Promise<Outcome<readonly Folder[]>> {
  return findFolders(send, '', signal);
}

const MAKES_ANYWHERE = new Set(['*', 'folders:*', 'folders:uid:*', 'folders:uid:general']);

/** The folders in which the reader may make dashboards, by path, `none` (of empty uid) before them where that needs no folder. */
export async function listDashboardFolders(
  send: Send,
  none: string,
  signal?: AbortSignal
): Promise<Outcome<readonly Folder[]>> {
  const [folders, permissions] = await Promise.all([
    // Of a folder, Grafana takes Edit for the right to make dashboards in it.
    findFolders(send, '&permission=Edit', signal),
    send({ method: 'GET', path: '/api/access-control/user/permissions', signal }),
  ]);
  if (!folders.ok || !permissions.ok) {
    return permissions.ok ? folders : permissions;
  }
  const scopes = fieldOf(permissions.value, 'dashboards:create');
  const anywhere = Array.isArray(scopes) && scopes.some((scope) => MAKES_ANYWHERE.has(scope));
  return { ok: true, value: [...(anywhere ? [{ uid: '', path: none }] : []), ...folders.value] };
}

async function findFolders(send: Send, condition: string, signal?: AbortSignal): Promise<Outcome<readonly Folder[]>> {
  const answer = await send({ method: 'GET', path: `/api/search?type=dash-folder&limit=${MOST}${condition}`, signal });
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

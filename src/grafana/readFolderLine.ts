import { fieldOf, textOf } from '../domain/json/fieldOf';
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

import { fieldOf, textOf } from '../domain/json/fieldOf';
import type { Failure } from './outcome';
import type { Send } from './send';
import { pathPart } from '../domain/text/link';
import { readFolderLine } from './folders';

/** What one role, team or user may do; Admins may always, and are not among them. */
export interface Access {
  kind: 'role' | 'team' | 'user';
  /** `Viewer`, `Editor`, a team's name or a login. */
  name: string;
  may: 'view' | 'edit';
}

export interface DashboardAccess {
  access: readonly Access[];
  /** Why some of it is not known: the rights of the dashboard or of a folder above it could not be read. */
  failure: Failure | null;
}

const EDIT = 2;

/** Who may view and edit a dashboard now: its own rights and those of the folders it lies in, which Grafana answers one by one. */
export async function readAccess(
  send: Send,
  dashboard: { uid: string; folderUid: string },
  signal?: AbortSignal
): Promise<DashboardAccess> {
  const line = await readFolderLine(send, dashboard.folderUid, signal);
  const folders = line.ok ? line.value : [];
  const answers = await Promise.all([
    send({ method: 'GET', path: `/api/dashboards/uid/${pathPart(dashboard.uid)}/permissions`, signal }),
    ...folders.map((uid) => send({ method: 'GET', path: `/api/folders/${pathPart(uid)}/permissions`, signal })),
  ]);
  const [failed] = [...(line.ok ? [] : [line]), ...answers].flatMap((answer) => (answer.ok ? [] : [answer.failure]));
  const given = answers.flatMap((answer) => (answer.ok && Array.isArray(answer.value) ? answer.value : []));
  return { access: strongest(given.flatMap(accessOf)), failure: failed ?? null };
}

function accessOf(item: unknown): Access[] {
  const subjects: ReadonlyArray<Pick<Access, 'kind' | 'name'>> = [
    { kind: 'role', name: textOf(item, 'role') },
    { kind: 'team', name: textOf(item, 'team') },
    { kind: 'user', name: textOf(item, 'userLogin') },
  ];
  const permission = fieldOf(item, 'permission');
  const may = typeof permission === 'number' && permission >= EDIT ? 'edit' : 'view';
  return subjects.filter(({ name }) => name !== '' && name !== 'Admin').map((subject) => ({ ...subject, may }));
}

function strongest(given: readonly Access[]): Access[] {
  const all = new Map<string, Access>();
  for (const access of given) {
    const key = `${access.kind} ${access.name}`;
    if (access.may === 'edit' || !all.has(key)) {
      all.set(key, access);
    }
  }
  return [...all.values()];
}

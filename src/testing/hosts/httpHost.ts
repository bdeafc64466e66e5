import type { AnnotationPort } from '../../storage/annotations/annotationPort';
import { fieldOf } from '../../domain/json/fieldOf';
import { httpAnnotations } from '../../storage/annotations/httpAnnotations';
import type { Outcome } from '../../grafana/outcome';
import type { Send, SendRequest } from '../../grafana/send';
import { unique, type Access, type ContractHost, type ContractUser } from './contractHost';
import { nodeSend } from '../grafana/nodeSend';

export interface HttpHost extends ContractHost {
  admin: Send;
  anonymous: Send;
  wrongPassword: Send;
  /** Made on this host by whatever way; removed by path at the end. */
  removeLater(path: string): void;
}

const LEVEL: Readonly<Record<Access, number>> = { View: 1, Edit: 2 };

/** A running Grafana (or preview) as a host; `admin` is `user:password` of a Grafana admin. */
export function httpHost(url: string, admin: string): HttpHost {
  const send = nodeSend(url, admin);
  // Newest first: dashboards before their folders, annotations before all.
  const removals: string[] = [];
  const removeLater = (path: string) => void removals.unshift(path);
  const users: Send[] = [];
  let open: Promise<string> | null = null;

  const makeFolder = async (only?: ReadonlyArray<{ user: ContractUser; access: Access }>) => {
    const uid = unique('folder');
    await must(send, { method: 'POST', path: '/api/folders', body: { uid, title: uid } });
    removeLater(`/api/folders/${uid}`);
    if (only) {
      const items = await Promise.all(
        only.map(async ({ user, access }) => ({ userId: await userId(send, user.login), permission: LEVEL[access] }))
      );
      await must(send, { method: 'POST', path: `/api/folders/${uid}/permissions`, body: { items } });
    }
    return uid;
  };

  return {
    admin: send,
    anonymous: nodeSend(url),
    // Of nobody: Grafana locks an account out for five minutes after five wrong ones, so a third run would not get in.
    wrongPassword: nodeSend(url, `${unique('nobody')}:${unique('wrong')}`),
    removeLater,
    makeUser: async (role) => {
      const login = unique(role.toLowerCase());
      const password = unique('password');
      const body = { name: login, login, password, OrgId: 1 };
      const id = fieldOf(await must(send, { method: 'POST', path: '/api/admin/users', body }), 'id');
      removeLater(`/api/admin/users/${String(id)}`);
      await must(send, { method: 'PATCH', path: `/api/org/users/${String(id)}`, body: { role } });
      const own = nodeSend(url, `${login}:${password}`);
      users.push(own);
      return { login, send: own, port: remembering(httpAnnotations(own), removeLater) };
    },
    makeDashboard: async (only) => {
      const folderUid = only ? await makeFolder(only) : await (open ??= makeFolder());
      const uid = unique('dashboard');
      const dashboard = { uid, title: uid, panels: [], schemaVersion: 41 };
      await must(send, { method: 'POST', path: '/api/dashboards/db', body: { dashboard, folderUid } });
      removeLater(`/api/dashboards/uid/${uid}`);
      await Promise.all(users.map(forgetRights));
      return uid;
    },
    deleteDashboard: async (uid) => {
      await must(send, { method: 'DELETE', path: `/api/dashboards/uid/${uid}` });
    },
    cleanUp: async () => {
      const failures: string[] = [];
      for (const path of removals.splice(0)) {
        const removed = await send({ method: 'DELETE', path });
        if (!removed.ok && removed.failure.kind !== 'missing') {
          failures.push(`${path}: ${removed.failure.kind} ${removed.failure.detail}`);
        }
      }
      if (failures.length > 0) {
        throw new Error(`Could not be removed:\n${failures.join('\n')}`);
      }
    },
  };
}

/** Every annotation that is made is removed again: deleting a user or a dashboard does not take the organization's along. */
function remembering(port: AnnotationPort, removeLater: (path: string) => void): AnnotationPort {
  return {
    ...port,
    post: async (annotation, signal) => {
      const posted = await port.post(annotation, signal);
      if (posted.ok) {
        removeLater(`/api/annotations/${posted.value}`);
      }
      return posted;
    },
  };
}

// Grafana remembers a user's rights for a minute, so a folder made since then would be out of reach.
async function forgetRights(send: Send): Promise<void> {
  await must(send, { method: 'GET', path: '/api/access-control/user/permissions?reloadcache=true' });
}

async function userId(send: Send, login: string): Promise<unknown> {
  return fieldOf(await must(send, { method: 'GET', path: `/api/users/lookup?loginOrEmail=${login}` }), 'id');
}

/** The answer, or an error that says what was asked and what came. */
export async function must(send: Send, request: SendRequest): Promise<unknown> {
  const outcome: Outcome<unknown> = await send(request);
  if (!outcome.ok) {
    const { kind, status, detail } = outcome.failure;
    throw new Error(`${request.method} ${request.path}: ${kind} ${status} ${detail}`);
  }
  return outcome.value;
}

/** Requests of that user; every user of a server has them. */
export function sendOf({ login, send }: ContractUser): Send {
  if (!send) {
    throw new Error(`${login} is on no server`);
  }
  return send;
}

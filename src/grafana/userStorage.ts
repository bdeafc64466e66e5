import { APP_ID } from '../pluginIds';
import { fieldOf } from '../domain/json/fieldOf';
import type { Outcome } from './outcome';
import type { Send } from './send';

const MERGE = { 'Content-Type': 'application/merge-patch+json' };

/** Grafana's user storage: one object of texts a user and app. */
export interface RemoteTexts {
  read(): Promise<Outcome<Readonly<Record<string, string>>>>;
  /** Sets texts; null deletes. */
  write(texts: Readonly<Record<string, string | null>>): Promise<Outcome<null>>;
}

interface StorageOwner {
  /** Grafana's namespace of the organization, such as `default` or `org-2`. */
  namespace: string;
  /** The user's uid, which Grafana demands in the object's name. */
  uid: string;
}

/** The user's own object in Grafana's user storage, named by the app's id also when something of ours runs in the panel. */
export function userStorage(send: Send, { namespace, uid }: StorageOwner): RemoteTexts {
  const root = `/apis/userstorage.grafana.app/v0alpha1/namespaces/${namespace}/user-storage`;
  const name = `${APP_ID}:${uid}`;
  const patch = (data: Readonly<Record<string, string | null>>) =>
    send({ method: 'PATCH', path: `${root}/${name}`, body: { spec: { data } }, headers: MERGE });

  return {
    read: async () => {
      const answer = await send({ method: 'GET', path: `${root}/${name}` });
      if (answer.ok) {
        return { ok: true, value: textsOf(fieldOf(answer.value, 'spec', 'data')) };
      }
      return answer.failure.kind === 'missing' ? { ok: true, value: {} } : answer;
    },
    write: async (texts) => {
      const patched = await patch(texts);
      if (patched.ok || patched.failure.kind !== 'missing') {
        return nothing(patched);
      }
      const labels = { user: uid, service: APP_ID };
      const body = { metadata: { name, labels }, spec: { data: textsOf(texts) } };
      const created = await send({ method: 'POST', path: root, body });
      // 409: another tab was first.
      return nothing(!created.ok && created.failure.status === 409 ? await patch(texts) : created);
    },
  };
}

function textsOf(data: unknown): Record<string, string> {
  const entries: Array<[string, unknown]> = typeof data === 'object' && data !== null ? Object.entries(data) : [];
  return Object.fromEntries(entries.flatMap(([key, text]) => (typeof text === 'string' ? [[key, text]] : [])));
}

function nothing(outcome: Outcome<unknown>): Outcome<null> {
  return outcome.ok ? { ok: true, value: null } : outcome;
}

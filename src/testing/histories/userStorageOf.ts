import { type Outcome, failureOf } from '../../grafana/outcome';
import type { SendRequest } from '../../grafana/send';
import { fieldOf, textOf } from '../../domain/json/fieldOf';

type Data = Record<string, string>;

/** Grafana's user storage for all: answers what is asked of it, null for any other request. Each may touch only their own object. */
export function userStorageOf(): (request: SendRequest, login: string) => Outcome<unknown> | null {
  const objects = new Map<string, Data>();
  return ({ method, path, body }, login) => {
    if (!path.startsWith('/apis/userstorage.grafana.app/')) {
      return null;
    }
    const name = method === 'POST' ? textOf(body, 'metadata', 'name') : (path.split('/').at(-1) ?? '');
    if (!name.endsWith(`:u-${login}`)) {
      return refused(403);
    }
    const there = objects.get(name);
    if (method === 'POST') {
      objects.set(name, there ?? merged({}, body));
      return there ? refused(409) : { ok: true, value: {} };
    }
    if (!there) {
      return refused(404);
    }
    if (method === 'PATCH') {
      objects.set(name, merged(there, body));
    }
    return { ok: true, value: { spec: { data: { ...objects.get(name) } } } };
  };
}

function merged(data: Data, body: unknown): Data {
  const patch: unknown = fieldOf(body, 'spec', 'data');
  const next = { ...data };
  for (const [key, text] of Object.entries(typeof patch === 'object' && patch !== null ? patch : {})) {
    if (typeof text === 'string') {
      next[key] = text;
    } else {
      delete next[key];
    }
  }
  return next;
}

const refused = (status: number): Outcome<unknown> => ({ ok: false, failure: failureOf(status, '') });

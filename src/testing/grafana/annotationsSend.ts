import type { AnnotationPort, AnnotationQuery } from '../../storage/annotations/annotationPort';
import type { Outcome } from '../../grafana/outcome';
import { whoAmI } from '../../grafana/whoAmI';
import type { Send, SendRequest } from '../../grafana/send';

/** Grafana's annotations API over a port in memory; anything else comes from `answers` by its path, undefined = 404. */
export function annotationsSend(port: AnnotationPort, answers: Readonly<Record<string, unknown>>): Send {
  return async ({ method, path, body, signal }): Promise<Outcome<unknown>> => {
    const { pathname, searchParams } = new URL(path, 'http://memory');
    if (pathname === '/api/annotations' && method === 'GET') {
      return port.find(queryOf(searchParams), signal);
    }
    if (pathname === '/api/annotations' && method === 'POST') {
      const { dashboardUID, ...rest } = body as Parameters<AnnotationPort['post']>[0] & { dashboardUID?: string };
      const posted = await port.post({ ...rest, dashboardUid: dashboardUID }, signal);
      return posted.ok ? { ok: true, value: { id: posted.value } } : posted;
    }
    const id = Number(/^\/api\/annotations\/(\d+)$/.exec(pathname)?.[1]);
    if (id) {
      return ofOne(port, id, { method, path, body, signal });
    }
    const { login, signedIn } = whoAmI();
    const value = answers[path] ?? (path === '/api/user' && signedIn ? { login } : undefined);
    return value === undefined
      ? { ok: false, failure: { kind: 'missing', status: 404, detail: '' } }
      : { ok: true, value };
  };
}

async function ofOne(
  port: AnnotationPort,
  id: number,
  { method, body, signal }: SendRequest
): Promise<Outcome<unknown>> {
  switch (method) {
    case 'PATCH':
      return port.patch(id, body as Parameters<AnnotationPort['patch']>[1]);
    case 'DELETE':
      return port.remove(id);
    default:
      return port.get(id, signal);
  }
}

function queryOf(params: URLSearchParams): AnnotationQuery {
  const number = (name: string) => (params.has(name) ? Number(params.get(name)) : undefined);
  return {
    tags: params.getAll('tags'),
    matchAny: params.get('matchAny') === 'true',
    from: number('from'),
    to: number('to'),
    limit: Number(params.get('limit')),
  };
}

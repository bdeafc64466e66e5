import type { AnnotationPort, AnnotationQuery } from './annotationPort';
import type { Outcome } from '../../grafana/outcome';
import type { Send } from '../../grafana/send';

const ROOT = '/api/annotations';

function search(query: AnnotationQuery): string {
  const params = new URLSearchParams({ limit: String(query.limit) });
  query.tags?.forEach((tag) => params.append('tags', tag));
  if (query.matchAny) {
    params.set('matchAny', 'true');
  }
  if (query.from !== undefined && query.to !== undefined) {
    params.set('from', String(query.from));
    params.set('to', String(query.to));
  }
  if (query.dashboardUid !== undefined) {
    params.set('dashboardUID', query.dashboardUid);
  }
  if (query.panelId !== undefined) {
    params.set('panelId', String(query.panelId));
  }
  return params.toString();
}

function read<T>(outcome: Outcome<unknown>, narrow: (value: unknown) => T | undefined): Outcome<T> {
  if (!outcome.ok) {
    return outcome;
  }
  const value = narrow(outcome.value);
  return value === undefined
    ? { ok: false, failure: { kind: 'unreadable', status: 200, detail: '' } }
    : { ok: true, value };
}

const asList = (value: unknown): readonly unknown[] | undefined => (Array.isArray(value) ? value : undefined);
const asObject = (value: unknown): unknown => (typeof value === 'object' && value !== null ? value : undefined);
const asNothing = (): null => null;

function asId(value: unknown): number | undefined {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
  return typeof id === 'number' ? id : undefined;
}

// For a dashboard that is not there Grafana 12 and 13 answer 500 "Error while checking annotation permissions".
function asMissing(outcome: Outcome<unknown>, dashboardUid: string | undefined): Outcome<unknown> {
  const isIt =
    !outcome.ok && outcome.failure.status === 500 && outcome.failure.detail.includes('checking annotation permissions');
  return isIt && dashboardUid !== undefined ? { ok: false, failure: { ...outcome.failure, kind: 'missing' } } : outcome;
}

/** The port over the legacy annotations API (`/api/annotations` of Grafana 12 and 13), whatever carries the requests. */
export function httpAnnotations(send: Send): AnnotationPort {
  return {
    find: async (query, signal) =>
      read(await send({ method: 'GET', path: `${ROOT}?${search(query)}`, signal }), asList),
    get: async (id, signal) => read(await send({ method: 'GET', path: `${ROOT}/${id}`, signal }), asObject),
    post: async ({ dashboardUid, ...rest }, signal) => {
      const body = dashboardUid === undefined ? rest : { ...rest, dashboardUID: dashboardUid };
      return read(asMissing(await send({ method: 'POST', path: ROOT, body, signal }), dashboardUid), asId);
    },
    patch: async (id, part) => read(await send({ method: 'PATCH', path: `${ROOT}/${id}`, body: part }), asNothing),
    remove: async (id) => read(await send({ method: 'DELETE', path: `${ROOT}/${id}` }), asNothing),
  };
}

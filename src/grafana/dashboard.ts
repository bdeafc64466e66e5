import { fieldOf, textOf } from '../domain/json/fieldOf';
import type { Outcome } from './outcome';
import type { Send } from './send';
import { pathPart } from '../domain/text/link';

/**
 * Whether the dashboard draws its own annotations, markers among them: its built-in annotation query can be switched off.
 * null when nobody knows (dashboard unreadable, or of a schema that does not say).
 */
export async function readAnnotationsShown(send: Send, dashboardUid: string): Promise<boolean | null> {
  const dashboard = await readDashboard(send, dashboardUid);
  if (!dashboard.ok) {
    return null;
  }
  const { schema, body } = dashboard.value;
  const list = schema === 'v1' ? fieldOf(body, 'annotations', 'list') : fieldOf(body, 'annotations');
  const queries = (Array.isArray(list) ? list : []).map((query: unknown) =>
    schema === 'v1' ? query : fieldOf(query, 'spec')
  );
  const builtIn = queries.find((query) => Boolean(fieldOf(query, 'builtIn')));
  return builtIn === undefined ? null : fieldOf(builtIn, 'enable') !== false;
}

/** What we need to know of a dashboard, whichever schema it is stored in. */
export interface DashboardAnswer {
  title: string;
  folderUid: string;
  /** Empty where the API does not tell (v2). */
  folderTitle: string;
  tags: readonly string[];
  /** May the current user add annotations to it? */
  canAnnotate: boolean;
  /** May they delete annotations of it, whosever they are? True unless Grafana says no. */
  canDeleteAnnotations: boolean;
  /** Owned by provisioning, a plugin or another manager: it may be replaced or deleted without anyone asking. */
  managed: boolean;
  schema: 'v1' | 'v2';
  /** v1: the dashboard model; v2: the `spec`. */
  body: unknown;
}

/** The v2 versions, newest first: 13 has `v2`, 12.3 has `v2beta1` and `v2alpha1`. */
const V2_VERSIONS = ['v2', 'v2beta1', 'v2alpha1'];

/** Reads a dashboard by uid. A v2 dashboard answers 406 to the older address, so it is asked for at `/apis/…/dto`. */
export async function readDashboard(send: Send, uid: string, signal?: AbortSignal): Promise<Outcome<DashboardAnswer>> {
  const answer = await send({ method: 'GET', path: `/api/dashboards/uid/${pathPart(uid)}`, signal });
  if (answer.ok) {
    return { ok: true, value: fromV1(answer.value) };
  }
  return answer.failure.kind === 'not-acceptable' ? readV2(send, uid, answer.failure.detail, signal) : answer;
}

function fromV1(answer: unknown): DashboardAnswer {
  const managedBy = textOf(answer, 'meta', 'provisionedExternalId') || textOf(answer, 'dashboard', 'pluginId');
  return {
    title: textOf(answer, 'dashboard', 'title'),
    folderUid: textOf(answer, 'meta', 'folderUid'),
    folderTitle: textOf(answer, 'meta', 'folderTitle'),
    tags: tagsIn(fieldOf(answer, 'dashboard')),
    canAnnotate: fieldOf(answer, 'meta', 'annotationsPermissions', 'dashboard', 'canAdd') === true,
    canDeleteAnnotations: fieldOf(answer, 'meta', 'annotationsPermissions', 'dashboard', 'canDelete') !== false,
    managed: fieldOf(answer, 'meta', 'provisioned') === true || managedBy !== '',
    schema: 'v1',
    body: fieldOf(answer, 'dashboard'),
  };
}

async function readV2(
  send: Send,
  uid: string,
  detail: string,
  signal?: AbortSignal
): Promise<Outcome<DashboardAnswer>> {
  // The refusal names the stored version and the namespace: "…, use /apis/dashboard.grafana.app/v2beta1/namespaces/…".
  const named = /\/apis\/dashboard\.grafana\.app\/(v2\w*)\/namespaces\/([\w-]+)\//.exec(detail);
  const namespace = named?.[2] ?? 'default';
  const versions = new Set([...(named?.[1] ? [named[1]] : []), ...V2_VERSIONS]);
  let last: Outcome<DashboardAnswer> = { ok: false, failure: { kind: 'not-acceptable', status: 406, detail } };
  for (const version of versions) {
    const root = `/apis/dashboard.grafana.app/${version}/namespaces/${namespace}/dashboards`;
    const answer = await send({ method: 'GET', path: `${root}/${pathPart(uid)}/dto`, signal });
    if (answer.ok) {
      return { ok: true, value: fromV2(answer.value) };
    }
    last = answer;
    if (answer.failure.kind !== 'missing' && answer.failure.kind !== 'not-acceptable') {
      break;
    }
  }
  return last;
}

function fromV2(answer: unknown): DashboardAnswer {
  return {
    title: textOf(answer, 'spec', 'title'),
    folderUid: textOf(answer, 'metadata', 'annotations', 'grafana.app/folder'),
    folderTitle: '',
    tags: tagsIn(fieldOf(answer, 'spec')),
    canAnnotate: fieldOf(answer, 'access', 'annotationsPermissions', 'dashboard', 'canAdd') === true,
    canDeleteAnnotations: fieldOf(answer, 'access', 'annotationsPermissions', 'dashboard', 'canDelete') !== false,
    managed: textOf(answer, 'metadata', 'annotations', 'grafana.app/managedBy') !== '',
    schema: 'v2',
    body: fieldOf(answer, 'spec'),
  };
}

function tagsIn(dashboard: unknown): string[] {
  const tags = fieldOf(dashboard, 'tags');
  return Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : [];
}

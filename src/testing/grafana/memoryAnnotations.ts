import type { NewAnnotation } from '../../domain/codec/annotation';
import type { AnnotationPort, AnnotationQuery } from '../../storage/annotations/annotationPort';
import { type Failure, type Outcome, failed, failureOf } from '../../grafana/outcome';
import { ANNOTATION_RULES, inOrder, type AnnotationsMode } from './annotationRules';
import { joinTags, linksOf, rawOf, tagBytes, type StoredAnnotation } from './storedAnnotation';

/** Who reads and writes: Grafana's rights as far as annotations know them. */
export interface MemoryUser {
  login: string;
  /** May add, change and delete annotations of the organization; default true (an Editor). */
  editsOrganization?: boolean;
  /** Dashboards whose annotations are hidden from this user; default none. */
  hides?: (dashboardUid: string) => boolean;
  /** Dashboards where this user may add annotations; default all that are not hidden. */
  edits?: (dashboardUid: string) => boolean;
}

type Method = keyof AnnotationPort;

export interface Fault {
  failure: Failure;
  /** How many calls it strikes; default 1. */
  times?: number;
  /** True: the server did it, and only the answer was lost. */
  done?: boolean;
}

interface MemoryOptions {
  user?: MemoryUser;
  /** Epoch ms; default the machine's clock. */
  now?: () => number;
  /** Default `legacy`. */
  mode?: AnnotationsMode;
}

export interface MemoryAnnotations extends AnnotationPort {
  /** The same annotations for another user. */
  as(user: MemoryUser): MemoryAnnotations;
  /** The next calls of that method fail, before or after doing their work; several queue up. */
  failNext(method: Method, fault: Fault): void;
  /** The next answers lack their oldest rows, so many, as Grafana's do while others write: it counts first, then selects. */
  cutNext(rows: number, times: number): void;
  /** From now on nothing fails. */
  forgetFaults(): void;
  /** Awaited before each answer: lets a test hold one back. */
  delay(before: (method: Method) => Promise<void>): void;
  /** As Grafana does it: its annotations go with the dashboard. */
  deleteDashboard(dashboardUid: string): void;
  /** Everything stored, as Grafana would answer it, oldest id first. */
  stored(): readonly unknown[];
  /** Methods called so far, by whichever user. */
  calls(): readonly Method[];
}

interface Server {
  mode: AnnotationsMode;
  annotations: Map<number, StoredAnnotation>;
  nextId: number;
  now: () => number;
  faults: Array<Fault & { method: Method }>;
  cut: { rows: number; left: number };
  delay: (method: Method) => Promise<void>;
  calls: Method[];
}

const MOST_TAG_BYTES = 500;

/**
 * The annotations port over nothing but memory, with the semantics of Grafana 12.3: default limit, overlap filter, order, tag
 * filters with key and value, links to removed tags that stay, repeats when a match is hidden, rights, seal. The contract
 * suite that passes on Grafana passes here.
 */
export function memoryAnnotations({
  user = { login: 'memory' },
  now = Date.now,
  mode = 'legacy',
}: MemoryOptions = {}): MemoryAnnotations {
  return portFor(user, {
    mode,
    annotations: new Map(),
    nextId: 1,
    now,
    faults: [],
    cut: { rows: 0, left: 0 },
    delay: async () => {},
    calls: [],
  });
}

function portFor(user: MemoryUser, server: Server): MemoryAnnotations {
  const call = <T>(method: Method, work: () => Outcome<T>, signal?: AbortSignal) =>
    answer(server, method, work, signal);
  return {
    find: (query, signal) => call('find', () => ({ ok: true, value: find(server, user, query) }), signal),
    get: (id, signal) => call('get', () => get(server, user, id), signal),
    post: (annotation, signal) => call('post', () => post(server, user, annotation), signal),
    patch: (id, part) => call('patch', () => patch(server, user, id, part)),
    remove: (id) => call('remove', () => remove(server, user, id)),
    as: (other) => portFor(other, server),
    failNext: (method, fault) => void server.faults.push({ ...fault, method }),
    cutNext: (rows, times) => void (server.cut = { rows, left: times }),
    forgetFaults: () => void (server.faults = []),
    delay: (before) => void (server.delay = before),
    deleteDashboard: (uid) =>
      [...server.annotations.values()]
        .filter(({ dashboardUid }) => dashboardUid === uid)
        .forEach(({ id }) => server.annotations.delete(id)),
    stored: () => livingIn(server).map((stored) => shownBy(server, stored)),
    calls: () => server.calls,
  };
}

async function answer<T>(
  server: Server,
  method: Method,
  work: () => Outcome<T>,
  signal?: AbortSignal
): Promise<Outcome<T>> {
  server.calls.push(method);
  const fault = takeFault(server, method);
  const outcome: Outcome<T> = fault && !fault.done ? { ok: false, failure: fault.failure } : work();
  await server.delay(method);
  if (signal?.aborted) {
    return failed('aborted');
  }
  return fault ? { ok: false, failure: fault.failure } : outcome;
}

function takeFault({ faults }: Server, method: Method): Fault | null {
  const at = faults.findIndex((fault) => fault.method === method);
  const fault = faults[at];
  if (!fault) {
    return null;
  }
  const left = (fault.times ?? 1) - 1;
  faults.splice(at, 1, ...(left > 0 ? [{ ...fault, times: left }] : []));
  return fault;
}

function isHidden({ hides = () => false }: MemoryUser, dashboardUid: string): boolean {
  return dashboardUid !== '' && hides(dashboardUid);
}

function mayEdit(user: MemoryUser, dashboardUid: string): boolean {
  const { editsOrganization = true, edits } = user;
  if (dashboardUid === '') {
    return editsOrganization;
  }
  return edits ? edits(dashboardUid) : !isHidden(user, dashboardUid);
}

function livingIn({ annotations }: Server): StoredAnnotation[] {
  return [...annotations.values()].filter(({ deleted }) => !deleted);
}

function living({ annotations }: Server, id: number): StoredAnnotation | undefined {
  const stored = annotations.get(id);
  return stored?.deleted ? undefined : stored;
}

function shownBy({ mode }: Server, stored: StoredAnnotation): unknown {
  return rawOf(ANNOTATION_RULES[mode].shown(stored));
}

function find(server: Server, user: MemoryUser, query: AnnotationQuery): readonly unknown[] {
  const { annotations, cut, mode } = server;
  const isHiddenFrom = ({ dashboardUid }: StoredAnnotation) => isHidden(user, dashboardUid);
  const found = ANNOTATION_RULES[mode].find([...annotations.values()], query, isHiddenFrom);
  cut.left -= 1;
  const oldest = new Set([...found].sort((a, b) => a.id - b.id).slice(0, cut.left < 0 ? 0 : cut.rows));
  return found.filter((stored) => !oldest.has(stored)).map((stored) => shownBy(server, stored));
}

function get(server: Server, user: MemoryUser, id: number): Outcome<unknown> {
  const stored = living(server, id);
  return !stored || isHidden(user, stored.dashboardUid)
    ? refused(404, 'Annotation not found')
    : { ok: true, value: shownBy(server, stored) };
}

function post(server: Server, user: MemoryUser, annotation: NewAnnotation): Outcome<number> {
  const { dashboardUid = '', panelId = 0, text } = annotation;
  if (!mayEdit(user, dashboardUid)) {
    return refused(403, 'Access denied to save the annotation');
  }
  const tags = joinTags(annotation.tags);
  if (text === '' || tagBytes(tags) > MOST_TAG_BYTES) {
    return refused(400, text === '' ? 'Failed to save annotation' : 'tags length exceeds the maximum allowed (500)');
  }
  const created = server.now();
  const time = annotation.time || created;
  const timeEnd = annotation.timeEnd || time;
  if (ANNOTATION_RULES[server.mode].refuses({ time, timeEnd }, created)) {
    return refused(400, 'Failed to save annotation');
  }
  const id = server.nextId++;
  const links = linksOf(tags);
  server.annotations.set(id, {
    ...{ id, dashboardUid, panelId, created, updated: created, ...inOrder(time, timeEnd) },
    ...{ text, tags, links, login: user.login },
  });
  return { ok: true, value: id };
}

function patch(server: Server, user: MemoryUser, id: number, part: Partial<NewAnnotation>): Outcome<null> {
  const stored = living(server, id);
  if (!stored) {
    return refused(404, 'Annotation not found');
  }
  if (!mayEdit(user, stored.dashboardUid)) {
    return refused(403, 'Permissions needed: annotations:write');
  }
  const tags = part.tags ?? stored.tags;
  if (tagBytes(tags) > MOST_TAG_BYTES) {
    return refused(400, 'tags length exceeds the maximum allowed (500)');
  }
  server.annotations.set(id, {
    ...stored,
    ...ANNOTATION_RULES[server.mode].patchedTimes(stored, part),
    text: part.text || stored.text,
    tags,
    // A removed tag keeps its link, so the server goes on finding the annotation by it.
    links: new Set([...stored.links, ...linksOf(tags)]),
    updated: server.now(),
  });
  return { ok: true, value: null };
}

function remove({ annotations, mode }: Server, user: MemoryUser, id: number): Outcome<null> {
  const stored = annotations.get(id);
  const dashboardUid = stored?.dashboardUid ?? '';
  if (!mayEdit(user, dashboardUid)) {
    return refused(403, 'Permissions needed: annotations:delete');
  }
  const left = stored && ANNOTATION_RULES[mode].deleted(stored);
  if (left) {
    annotations.set(id, left);
  } else {
    annotations.delete(id);
  }
  return { ok: true, value: null };
}

function refused<T>(status: number, detail: string): Outcome<T> {
  return { ok: false, failure: failureOf(status, detail) };
}

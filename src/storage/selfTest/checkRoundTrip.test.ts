import { selfTestHost } from '../../testing/selfTestHost';
import type { AnnotationPort } from '../annotationPort';
import type { Failure } from '../outcome';
import { checkRoundTrip, type Step } from './checkRoundTrip';
import { testAnnotations } from './testAnnotations';

const FORBIDDEN: Failure = { kind: 'forbidden', status: 403, detail: 'Not here.' };
const ORGANIZATION = { kind: 'organization' } as const;

/** Runs it over a port of which some methods are bent, and sweeps afterwards as the whole self-test does. */
async function run(bend: (port: AnnotationPort) => Partial<AnnotationPort> = () => ({})) {
  const { annotations, context } = selfTestHost();
  const tests = testAnnotations({ ...context, port: { ...annotations, ...bend(annotations) } });
  const { state, facts } = await checkRoundTrip(tests, ORGANIZATION);
  await tests.sweep();
  return { state, facts, left: annotations.stored() };
}

const failing = (step: Step, failure: Failure | null = null) => ({
  state: 'bad',
  facts: { tried: true, failedAt: step, failure },
  left: [],
});

const changed = (port: AnnotationPort, over: object): Partial<AnnotationPort> => ({
  get: async (id, signal) => {
    const got = await port.get(id, signal);
    return got.ok ? { ok: true, value: { ...Object(got.value), ...over } } : got;
  },
});

it('is fine where Grafana does what it should, and leaves nothing', async () => {
  expect(await run()).toEqual({ state: 'ok', facts: { tried: true, failedAt: null, failure: null }, left: [] });
});

it('writes to a journal where it is told to', async () => {
  const { annotations, context } = selfTestHost({}, { login: 'vera', editsOrganization: false });
  const journal = { kind: 'journal', dashboardUid: 'j1' } as const;
  expect((await checkRoundTrip(testAnnotations(context), journal)).state).toBe('ok');
  expect(annotations.stored()).toEqual([]);
});

it('is not tried where there is nowhere to write', async () => {
  const { annotations, context } = selfTestHost();
  const result = await checkRoundTrip(testAnnotations(context), null);
  expect(result).toMatchObject({ state: 'unknown', facts: { tried: false } });
  expect(annotations.calls()).toEqual([]);
});

it('says which request was refused', async () => {
  const refuse = async () => ({ ok: false, failure: FORBIDDEN }) as const;
  expect(await run(() => ({ post: refuse }))).toEqual(failing('write', FORBIDDEN));
  expect(await run(() => ({ get: refuse }))).toEqual(failing('read', FORBIDDEN));
  expect(await run(() => ({ find: refuse }))).toEqual(failing('find', FORBIDDEN));
  expect(await run(() => ({ patch: refuse }))).toEqual(failing('patch', FORBIDDEN));
  expect(await run(() => ({ remove: refuse }))).toMatchObject({
    ...failing('delete', FORBIDDEN),
    left: [{ tags: ['near-miss-selftest'] }],
  });
});

it('says when words or tags come back changed', async () => {
  expect(await run((port) => changed(port, { text: 'Self-test' }))).toEqual(failing('compare'));
  expect(await run((port) => changed(port, { tags: ['near-miss-selftest', 'added'] }))).toEqual(failing('compare'));
});

it('says when the search misses it, or takes it for a near miss', async () => {
  const nothing = async () => ({ ok: true, value: [] }) as const;
  expect(await run((port) => ({ find: (query) => (query.from ? nothing() : port.find(query)) }))).toEqual(
    failing('find')
  );
  const everything: (port: AnnotationPort) => AnnotationPort['find'] = (port) => (query) =>
    port.find({ ...query, tags: [] });
  expect(await run((port) => ({ find: everything(port) }))).toEqual(failing('find'));
});

it('says when a change does not show', async () => {
  expect(await run((port) => changed(port, { updated: 1, created: 1 }))).toEqual(failing('seal'));
  let login = 0;
  const moving = (port: AnnotationPort): Partial<AnnotationPort> => ({
    get: async (id) => {
      const got = await port.get(id);
      return got.ok ? { ok: true, value: { ...Object(got.value), login: `somebody ${(login += 1)}` } } : got;
    },
  });
  expect(await run(moving)).toEqual(failing('seal'));
});

it('says when it is deleted and still there', async () => {
  const { facts } = await run((port) => {
    const remembered = new Map<number, unknown>();
    return {
      get: async (id) => {
        const got = await port.get(id);
        if (got.ok) {
          remembered.set(id, got.value);
        }
        return { ok: true, value: remembered.get(id) };
      },
    };
  });
  expect(facts).toEqual({ tried: true, failedAt: 'gone', failure: null });
});

it('takes a refusal to read what is deleted for gone, as Grafana 12 answers', async () => {
  const { state } = await run((port) => ({
    get: async (id) => {
      const got = await port.get(id);
      return got.ok ? got : { ok: false, failure: { kind: 'unavailable', status: 500, detail: '' } };
    },
  }));
  expect(state).toBe('ok');
});

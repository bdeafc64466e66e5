import { selfTestHost } from '../../testing/stages/selfTestHost';
import { storeStage } from '../../testing/stages/storeStage';
import type { AnnotationPort } from '../annotations/annotationPort';
import type { Failure } from '../../grafana/outcome';
import { checkRoundTrip, sameTags, type Step } from './checkRoundTrip';
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

it('does what Near Miss does, in this order, and nothing else', async () => {
  const { context, asked } = storeStage();
  const tests = testAnnotations(context);
  await checkRoundTrip(tests, ORGANIZATION);
  const [posted] = asked;
  const sent = posted?.[0] === 'post' ? posted[1] : null;
  const window = { from: sent?.time, to: sent?.timeEnd, limit: 1000 };
  expect(asked.slice(1)).toEqual([
    ['get', 1],
    ['find', { tags: ['near-miss-selftest'], ...window }],
    ['find', { tags: ['near-miss'], ...window }],
    ['get', 1],
    ['patch', 1, { text: `${sent?.text} ` }],
    ['get', 1],
    ['remove', 1],
    ['get', 1],
  ]);
});

it('does not stumble over an answer that is no annotation', async () => {
  expect(await run(() => ({ get: async () => ({ ok: true, value: null }) as const }))).toEqual(failing('compare'));
  const found = (port: AnnotationPort) => ({
    find: async (query: Parameters<AnnotationPort['find']>[0]) => {
      const answer = await port.find(query);
      return answer.ok ? ({ ok: true, value: [null, ...answer.value] } as const) : answer;
    },
  });
  expect(await run(found)).toMatchObject({ state: 'ok' });
});

it('does not take another annotation for it', async () => {
  const others = () => ({ find: async () => ({ ok: true, value: [{ id: 99 }] }) as const });
  expect(await run(others)).toEqual(failing('find'));
});

describe('the seal', () => {
  /** The n-th answer to a look is another: the second comes before the patch, the third after it. */
  const nthLook = (n: number, over: (value: object) => Awaited<ReturnType<AnnotationPort['get']>>) => {
    let looks = 0;
    return (port: AnnotationPort): Partial<AnnotationPort> => ({
      get: async (id, signal) => {
        const got = await port.get(id, signal);
        looks += 1;
        return looks === n && got.ok ? over(Object(got.value)) : got;
      },
    });
  };
  const refused = () => ({ ok: false, failure: FORBIDDEN }) as const;
  const nothing = () => ({ ok: true, value: null }) as const;

  it('is not known when either look is refused, or brings nothing', async () => {
    expect(await run(nthLook(2, refused))).toEqual(failing('seal', FORBIDDEN));
    expect(await run(nthLook(3, refused))).toEqual(failing('seal', FORBIDDEN));
    expect(await run(nthLook(2, nothing))).toEqual(failing('seal'));
    expect(await run(nthLook(3, nothing))).toEqual(failing('seal'));
  });

  it.each<[string, number, (value: object) => object]>([
    ['it was broken before', 2, (value) => ({ ...value, updated: 1 })],
    ['the time of writing moved', 3, (value) => ({ ...value, created: 1 })],
    ['the login changed', 3, (value) => ({ ...value, login: 'mallory' })],
    ['nothing shows the change', 3, (value) => ({ ...value, updated: Reflect.get(value, 'created') })],
  ])('is not kept when %s', async (_, look, over) => {
    expect(await run(nthLook(look, (value) => ({ ok: true, value: over(value) })))).toEqual(failing('seal'));
  });
});

it('says that nobody learns of changes where Grafana does not, and goes on', async () => {
  const untold = (port: AnnotationPort) => changed(port, { updated: undefined });
  expect(await run(untold)).toEqual({ ...failing('untold'), state: 'warn' });
  const kept = (port: AnnotationPort) => ({
    ...untold(port),
    remove: async () => ({ ok: false, failure: FORBIDDEN }) as const,
  });
  expect(await run(kept)).toMatchObject({ state: 'bad', facts: { failedAt: 'delete' } });
});

describe('what is deleted', () => {
  const after = (failure: Failure) => (port: AnnotationPort) => ({
    get: async (id: number) => {
      const got = await port.get(id);
      return got.ok ? got : ({ ok: false, failure } as const);
    },
  });

  it.each(['missing', 'forbidden', 'unavailable'] as const)('is gone when a look is %s', async (kind) => {
    expect(await run(after({ kind, status: 0, detail: '' }))).toMatchObject({ state: 'ok', facts: { failedAt: null } });
  });

  it.each(['timeout', 'offline', 'refused', 'unauthorized'] as const)(
    'is not known when a look is %s',
    async (kind) => {
      const failure: Failure = { kind, status: 0, detail: 'so' };
      expect(await run(after(failure))).toEqual(failing('gone', failure));
    }
  );
});

it('compares tags in whichever order', () => {
  expect(sameTags(['b', 'a'], ['a', 'b'])).toBe(true);
  expect(sameTags(['a'], ['a', 'a'])).toBe(false);
  expect(sameTags([], [])).toBe(true);
});

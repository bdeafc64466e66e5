import { aRecord } from '../../testing/builders/builders';
import { refusing } from '../../testing/grafana/memorySend';
import { aDashboard, selfTestHost } from '../../testing/stages/selfTestHost';
import type { Failure } from '../../grafana/outcome';
import { runSelfTest, type SelfTestResult } from './runSelfTest';
import { testAnnotation } from './testAnnotations';
import { recordIn } from '../../testing/hosts/writeTo';

const ORGANIZATION = { kind: 'organization' } as const;
const REFUSED: Failure = { kind: 'refused', status: 400, detail: '' };
const FORBIDDEN: Failure = { kind: 'forbidden', status: 403, detail: '' };
const CHECKS = [
  'rights',
  'roundTrip',
  'oldTimes',
  'textLimit',
  'tagLimit',
  'stored',
  'cleanUp',
  'twins',
  'orphanMarkers',
  'foreignMarkers',
  'missingMarkers',
  'orphanParts',
  'sources',
  'moments',
  'tidy',
];

async function run(
  host: ReturnType<typeof selfTestHost>,
  onResult: (result: SelfTestResult, stop: () => void) => void = () => {}
) {
  const controller = new AbortController();
  const results: SelfTestResult[] = [];
  await runSelfTest(host.context, {
    signal: controller.signal,
    onResult: (result) => {
      results.push(result);
      onResult(result, () => controller.abort());
    },
  });
  return results;
}

async function aHost(answers: Parameters<typeof selfTestHost>[0] = {}) {
  const host = selfTestHost({ 'GET /api/dashboards/uid/checkout': aDashboard(4), ...answers });
  await recordIn(host.store, aRecord(), ORGANIZATION);
  return { host, before: host.annotations.stored() };
}

it('tells every check once, finds all well, and leaves the annotations as they were', async () => {
  const { host, before } = await aHost();
  const results = await run(host);
  expect(results.map(({ check }) => check)).toEqual(CHECKS);
  expect(results.map(({ state }) => state)).toEqual(CHECKS.map(() => 'ok'));
  expect(host.annotations.stored()).toEqual(before);
});

it.each(['post', 'get', 'find', 'patch', 'remove'] as const)(
  'goes on and cleans up after a failed %s, whichever it is',
  async (method) => {
    for (let at = 0; at < 8; at += 1) {
      const { host, before } = await aHost();
      const real = host.annotations[method] as (...args: unknown[]) => Promise<unknown>;
      let calls = 0;
      Object.assign(host.context.port, {
        [method]: (...args: unknown[]) => {
          calls += 1;
          return calls === at + 1 ? Promise.resolve({ ok: false, failure: REFUSED }) : real(...args);
        },
      });
      const results = await run(host);
      expect(results.at(-1)?.check).toBe('tidy');
      expect(host.annotations.stored()).toEqual(before);
    }
  }
);

it('cleans up when it is stopped, wherever that is', async () => {
  for (const last of CHECKS.slice(0, -1)) {
    const { host, before } = await aHost();
    const results = await run(host, ({ check }, stop) => void (check === last && stop()));
    expect(results.at(-1)).toMatchObject({ check: 'tidy', state: 'ok' });
    expect(host.annotations.stored()).toEqual(before);
  }
});

it('removes what was written although its answer was lost', async () => {
  const { host, before } = await aHost();
  host.annotations.failNext('post', { failure: { kind: 'timeout', status: 0, detail: '' }, done: true, times: 3 });
  const results = await run(host);
  expect(results.find(({ check }) => check === 'roundTrip')).toMatchObject({
    state: 'bad',
    facts: { failedAt: 'write' },
  });
  expect(host.annotations.stored()).toEqual(before);
});

it('removes first what an earlier one left behind', async () => {
  const { host, before } = await aHost();
  await host.annotations.post(testAnnotation(ORGANIZATION, 1));
  expect((await run(host)).at(-1)).toMatchObject({ check: 'tidy', state: 'ok', facts: { leftBefore: 1, left: [] } });
  expect(host.annotations.stored()).toEqual(before);
});

it('says what it could not remove', async () => {
  const { host } = await aHost();
  host.annotations.failNext('remove', { failure: FORBIDDEN, times: 9 });
  const results = await run(host);
  expect(results.find(({ check }) => check === 'roundTrip')).toMatchObject({ facts: { failedAt: 'delete' } });
  expect(results.at(-1)).toMatchObject({ state: 'bad', facts: { failure: FORBIDDEN } });
  const { facts } = results.at(-1) ?? {};
  expect(facts && 'left' in facts && facts.left.length).toBe(4);
});

it('writes nothing where one may write nowhere, and looks all the same', async () => {
  const { host } = await aHost({
    'GET /api/access-control/user/permissions': { 'annotations:create': ['annotations:type:dashboard'] },
    'GET /api/admin/settings': refusing(403),
  });
  const posts = host.annotations.calls().filter((method) => method === 'post').length;
  const results = await run(host);
  expect(host.annotations.calls().filter((method) => method === 'post')).toHaveLength(posts);
  const states = Object.fromEntries(results.map(({ check, state }) => [check, state]));
  expect(states).toMatchObject({ rights: 'bad', roundTrip: 'unknown', cleanUp: 'unknown', stored: 'ok', tidy: 'ok' });
});

describe('when it is stopped', () => {
  const named = (results: readonly SelfTestResult[]) => results.map(({ check }) => check);

  it.each([0, 1, 2, 3, 4])('after check %i, tells no further one but what was left', async (at) => {
    const { host } = await aHost();
    const results = await run(host, ({ check }, stop) => void (check === CHECKS[at] && stop()));
    expect(named(results)).toEqual([...CHECKS.slice(0, at + 1), 'tidy']);
  });

  it.each([
    ['while rights are asked for', 'GET /api/plugins/resilience-nearmiss-app/settings', ['tidy']],
    ['while it looks at what is stored', 'GET /api/admin/settings', [...CHECKS.slice(0, 5), 'tidy']],
  ])('%s, tells nothing of it', async (_, path, expected) => {
    const controller = new AbortController();
    const { host } = await aHost({
      [path]: () => {
        controller.abort();
        return { ok: true, value: {} };
      },
    });
    const results: SelfTestResult[] = [];
    await runSelfTest(host.context, { signal: controller.signal, onResult: (result) => results.push(result) });
    expect(named(results)).toEqual(expected);
  });

  it('writes nothing any more', async () => {
    const { host } = await aHost();
    const posts = () => host.annotations.calls().filter((method) => method === 'post').length;
    const before = posts();
    await run(host, ({ check }, stop) => void (check === 'rights' && stop()));
    expect(posts()).toBe(before);
    await run(host, ({ check }, stop) => void (check === 'roundTrip' && stop()));
    expect(posts()).toBe(before + 1);
  });
});

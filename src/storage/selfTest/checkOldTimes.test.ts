import type { NewAnnotation } from '../../domain/codec/annotation';
import { type Failure, failureOf, type Outcome } from '../../grafana/outcome';
import { selfTestHost } from '../../testing/stages/selfTestHost';
import { checkOldTimes } from './checkOldTimes';
import { checkTidy, testAnnotations } from './testAnnotations';

const ORGANIZATION = { kind: 'organization' } as const;
const DAY = 86_400_000;
const TOO_OLD = failureOf(500, 'annotation time cannot be older than retention TTL (2160h0m0s)');

/** A Grafana that gives this answer to whatever is older than a day; null: it takes it. */
function aHost(answer: (annotation: NewAnnotation) => Failure | null) {
  const { annotations, context } = selfTestHost();
  const ages: number[] = [];
  const post = async (annotation: NewAnnotation): Promise<Outcome<number>> => {
    const age = context.clock.now() - annotation.time;
    ages.push(Math.round(age / DAY));
    const failure = age > DAY ? answer(annotation) : null;
    return failure ? { ok: false, failure } : annotations.post(annotation);
  };
  return { annotations, ages, tests: testAnnotations({ ...context, port: { ...annotations, post } }) };
}

it('finds that what happened 100 days ago is taken with its times, and leaves nothing', async () => {
  const { annotations, ages, tests } = aHost(() => null);
  expect(await checkOldTimes(tests, ORGANIZATION)).toEqual({
    check: 'oldTimes',
    state: 'ok',
    facts: { tried: true, days: 100, kept: true, most: null, failure: null },
    repair: null,
  });
  expect(ages).toEqual([100]);
  expect(annotations.stored()).toEqual([]);
});

it.each([
  ['a Go duration', 'annotation time cannot be older than retention TTL (2160h0m0s)', 90],
  ['days', 'Nothing older than 30 days', 30],
  ['short days', 'max age 45d', 45],
  ['no age', 'annotation is too old', null],
  ['a number that is no age', 'code 90 digest', null],
])('finds that it is refused, and the age where the refusal says %s', async (_what, detail, most) => {
  for (const status of [400, 422, 500]) {
    const { annotations, ages, tests } = aHost(() => failureOf(status, detail));
    expect(await checkOldTimes(tests, ORGANIZATION)).toMatchObject({
      state: 'warn',
      facts: { tried: true, days: 100, kept: false, most, failure: { status } },
    });
    expect(ages).toEqual([100, 0]);
    expect(annotations.stored()).toEqual([]);
  }
});

it('does not take for age what is refused whenever it was', async () => {
  const { tests, annotations } = aHost(() => TOO_OLD);
  annotations.failNext('post', { failure: failureOf(403, 'no') });
  expect(await checkOldTimes(tests, ORGANIZATION)).toMatchObject({
    state: 'unknown',
    facts: { kept: null, most: null, failure: TOO_OLD },
  });
});

it('says where Grafana takes it and gives it another time', async () => {
  const { annotations, context } = selfTestHost();
  const post = (annotation: NewAnnotation) =>
    annotations.post({ ...annotation, time: annotation.time + DAY, timeEnd: 0 });
  const tests = testAnnotations({ ...context, port: { ...annotations, post } });
  expect(await checkOldTimes(tests, ORGANIZATION)).toMatchObject({
    state: 'bad',
    facts: { kept: false, failure: null },
  });
});

it('is removed by the sweep where it could not be at once, and told of there', async () => {
  const { annotations, tests } = aHost(() => null);
  annotations.failNext('remove', { failure: failureOf(400, 'not now') });
  expect(await checkOldTimes(tests, ORGANIZATION)).toMatchObject({ state: 'ok' });
  expect(annotations.stored()).toHaveLength(1);
  const before = { removed: 0, left: [], failure: null };
  expect(checkTidy(before, await tests.sweep())).toMatchObject({ state: 'ok', facts: { left: [] } });
  expect(annotations.stored()).toEqual([]);
});

it('is not tried where there is nowhere to write', async () => {
  const { ages, tests } = aHost(() => null);
  expect(await checkOldTimes(tests, null)).toMatchObject({ state: 'unknown', facts: { tried: false, kept: null } });
  expect(ages).toEqual([]);
});

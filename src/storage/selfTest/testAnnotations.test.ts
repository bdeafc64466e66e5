import { MARKER_TAG, RECORD_TAG } from '../../domain/tags';
import { selfTestHost } from '../../testing/selfTestHost';
import type { Failure } from '../outcome';
import { SELF_TEST_TAG, testAnnotation, testAnnotations } from './testAnnotations';

const ORGANIZATION = { kind: 'organization' } as const;
const FORBIDDEN: Failure = { kind: 'forbidden', status: 403, detail: '' };
const AT = Date.UTC(2026, 10, 3);

it('is found by its own tag and by none of a near miss', async () => {
  const { annotations, context } = selfTestHost();
  await testAnnotations(context).write(testAnnotation(ORGANIZATION, AT));
  const found = async (tag: string) => {
    const answer = await annotations.find({ tags: [tag], limit: 10 });
    return answer.ok ? answer.value.length : NaN;
  };
  expect(await found(SELF_TEST_TAG)).toBe(1);
  expect(await found(RECORD_TAG)).toBe(0);
  expect(await found(MARKER_TAG)).toBe(0);
});

it('removes what an earlier run left, and nobody’s own note', async () => {
  const { annotations, context } = selfTestHost();
  await testAnnotations(context).write(testAnnotation(ORGANIZATION, AT));
  await testAnnotations(context).write(testAnnotation({ kind: 'journal', dashboardUid: 'j1' }, AT));
  await annotations.post({ time: AT, timeEnd: AT, text: 'How we test', tags: [SELF_TEST_TAG] });
  const text = testAnnotation(ORGANIZATION, AT).text;
  await annotations.post({ time: AT, timeEnd: AT, text, tags: ['pasted'] });
  expect(await testAnnotations(context).sweep()).toEqual({ removed: 2, left: [], failure: null });
  expect(annotations.stored()).toMatchObject([{ text: 'How we test' }, { tags: ['pasted'] }]);
});

it('removes what it wrote even when Grafana cannot find it', async () => {
  const { annotations, context } = selfTestHost();
  const tests = testAnnotations(context);
  await tests.write(testAnnotation(ORGANIZATION, AT));
  annotations.failNext('find', { failure: FORBIDDEN });
  expect(await tests.sweep()).toEqual({ removed: 1, left: [], failure: FORBIDDEN });
  expect(annotations.stored()).toEqual([]);
});

it('names what it could not remove', async () => {
  const { annotations, context } = selfTestHost();
  const tests = testAnnotations(context);
  await tests.write(testAnnotation(ORGANIZATION, AT));
  await tests.write(testAnnotation(ORGANIZATION, AT));
  annotations.failNext('remove', { failure: FORBIDDEN });
  expect(await tests.sweep()).toEqual({ removed: 1, left: [1], failure: FORBIDDEN });
});

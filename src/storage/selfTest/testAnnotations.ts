import { type Annotation, type NewAnnotation, readAnnotation } from '../../domain/codec/annotation';
import { readPayload, writePayload } from '../../domain/codec/payload';
import type { AnnotationPort } from '../annotations/annotationPort';
import { deleteOnce } from '../store/deleteOnce';
import type { Failure, Outcome } from '../../grafana/outcome';
import type { StoreContext } from '../store/storeContext';
import { type Place, dashboardOf } from '../../domain/record/place';
import type { CheckResult } from './checkResult';

interface TidyFacts {
  /** Test annotations of an earlier run that were still there, and now are not. */
  leftBefore: number;
  /** Annotation ids of test annotations that could not be removed. */
  left: readonly number[];
  failure: Failure | null;
}

export type TidyResult = CheckResult<'tidy', TidyFacts>;

/** Whether the self-test left anything behind. */
export function checkTidy(before: Swept, after: Swept): TidyResult {
  const facts: TidyFacts = { leftBefore: before.removed, left: after.left, failure: after.failure };
  const state = after.left.length > 0 ? 'bad' : after.failure ? 'unknown' : 'ok';
  return { check: 'tidy', state, facts, repair: null };
}

/** A key of its own: Grafana's filter compares whole keys, so no list that asks for `near-miss` gets it. */
export const SELF_TEST_TAG = 'near-miss-selftest';

/** More than any run leaves behind. */
const MOST_LEFT = 1000;
const WHAT = 'self-test';

export interface Swept {
  removed: number;
  /** Annotation ids that are still there. */
  left: readonly number[];
  /** Why not all could be looked for or removed. */
  failure: Failure | null;
}

/** The annotations a self-test writes; whatever happens, `sweep` finds and removes them. */
export interface TestAnnotations {
  port: AnnotationPort;
  /** Epoch ms. */
  now: () => number;
  write: (annotation: NewAnnotation) => Promise<Outcome<number>>;
  remove: (id: number) => Promise<Outcome<null>>;
  /** Removes what this run wrote, and what an earlier one that was broken off left behind. */
  sweep: () => Promise<Swept>;
}

/** Remembers each that it wrote until that is removed, so that nothing stays even where Grafana's search does not find it. */
export function testAnnotations(context: StoreContext): TestAnnotations {
  const { port, clock } = context;
  const written = new Set<number>();
  const remove: TestAnnotations['remove'] = async (id) => {
    const removed = await deleteOnce(context, id);
    if (removed.ok) {
      written.delete(id);
    }
    return removed;
  };
  return {
    port,
    now: clock.now,
    write: async (annotation) => {
      const posted = await port.post(annotation);
      if (posted.ok) {
        written.add(posted.value);
      }
      return posted;
    },
    remove,
    sweep: async () => {
      const found = await findTestAnnotations(port);
      const ids = new Set([...written, ...(found.ok ? found.value : [])]);
      return sweep(ids, remove, found.ok ? null : found.failure);
    },
  };
}

/** What comes back of an annotation; it is removed again. */
export async function echo(tests: TestAnnotations, annotation: NewAnnotation): Promise<Outcome<Annotation | null>> {
  const posted = await tests.write(annotation);
  if (!posted.ok) {
    return posted;
  }
  const read = await tests.port.get(posted.value);
  // What cannot be removed now is left to the sweep, which tells.
  await tests.remove(posted.value);
  return read.ok ? { ok: true, value: readAnnotation(read.value) } : read;
}

async function sweep(
  ids: ReadonlySet<number>,
  remove: TestAnnotations['remove'],
  unread: Failure | null
): Promise<Swept> {
  const left: number[] = [];
  let failure = unread;
  for (const id of ids) {
    const removed = await remove(id);
    if (!removed.ok) {
      left.push(id);
      failure ??= removed.failure;
    }
  }
  return { removed: ids.size - left.length, left, failure };
}

async function findTestAnnotations(port: AnnotationPort): Promise<Outcome<readonly number[]>> {
  const found = await port.find({ tags: [SELF_TEST_TAG], limit: MOST_LEFT });
  return found.ok ? { ok: true, value: found.value.map(readAnnotation).flatMap(idOfTest) } : found;
}

// Both must be ours: somebody may use the tag for a note of their own.
function idOfTest(annotation: Annotation | null): number[] {
  const payload = annotation?.tags.includes(SELF_TEST_TAG) ? readPayload(annotation.text) : null;
  return annotation && payload?.found === 'payload' && payload.payload.what === WHAT ? [annotation.id] : [];
}

/**
 * An annotation that looks like ours, a sentence and then a comment with JSON, but is no near miss. `at` in epoch ms;
 * `filling` goes into the payload.
 */
export function testAnnotation(
  place: Place,
  at: number,
  { tags = [], filling = '' }: { tags?: readonly string[]; filling?: string } = {}
): NewAnnotation {
  return {
    ...dashboardOf(place),
    time: at,
    timeEnd: at,
    text: `Self-test of Near Miss; it removes this by itself.\n${writePayload({ what: WHAT, at, filling })}`,
    tags: [SELF_TEST_TAG, ...tags],
  };
}

import { type Annotation, type NewAnnotation, readAnnotation } from '../../domain/codec/annotation';
import { RECORD_TAG } from '../../domain/codec/tags';
import type { Failure, Outcome } from '../../grafana/outcome';
import type { CheckResult } from './checkResult';
import { SELF_TEST_TAG, testAnnotation, type TestAnnotations } from './testAnnotations';
import type { Place } from '../../domain/record/place';

/** The steps of the round trip, in order. `untold`: Grafana does not say whether an annotation was changed. */
export type Step = 'write' | 'read' | 'compare' | 'find' | 'patch' | 'seal' | 'untold' | 'delete' | 'gone';

interface RoundTripFacts {
  /** False when there is nowhere to write. */
  tried: boolean;
  /** The step that did not do what Near Miss relies on; null when all did. */
  failedAt: Step | null;
  /** What Grafana said; null when it answered, but not with what was expected. */
  failure: Failure | null;
}

export type RoundTripResult = CheckResult<'roundTrip', RoundTripFacts>;

/** null = every step went as it should. */
type Fault = { step: Step; failure: Failure | null } | null;

/** Writes, reads, finds, patches and deletes one annotation. */
export async function checkRoundTrip(tests: TestAnnotations, place: Place | null): Promise<RoundTripResult> {
  if (!place) {
    return resultOf(false, null);
  }
  const sent = testAnnotation(place, tests.now());
  const posted = await tests.write(sent);
  if (!posted.ok) {
    return resultOf(true, { step: 'write', failure: posted.failure });
  }
  const id = posted.value;
  const fault =
    (await readBack(tests, id, sent)) ?? (await findIt(tests, id, sent)) ?? (await patchIt(tests, id, sent));
  return resultOf(true, isFatal(fault) ? fault : ((await deleteIt(tests, id)) ?? fault));
}

async function readBack({ port }: TestAnnotations, id: number, { text, tags }: NewAnnotation): Promise<Fault> {
  const read = await readOne(port.get(id));
  if (!read.ok) {
    return { step: 'read', failure: read.failure };
  }
  const same = read.value?.text === text && sameTags(read.value.tags, tags);
  return same ? null : { step: 'compare', failure: null };
}

/** Found by its own tag, and not by that of a near miss. */
async function findIt({ port }: TestAnnotations, id: number, { time, timeEnd }: NewAnnotation): Promise<Fault> {
  for (const [tag, expected] of [
    [SELF_TEST_TAG, true],
    [RECORD_TAG, false],
  ] as const) {
    const found = await port.find({ tags: [tag], from: time, to: timeEnd, limit: 1000 });
    if (!found.ok) {
      return { step: 'find', failure: found.failure };
    }
    if (found.value.some((raw) => readAnnotation(raw)?.id === id) !== expected) {
      return { step: 'find', failure: null };
    }
  }
  return null;
}

/** A PATCH keeps who wrote it and moves `updated`: the seal on somebody's words. */
async function patchIt({ port }: TestAnnotations, id: number, { text }: NewAnnotation): Promise<Fault> {
  const before = await readOne(port.get(id));
  const patched = await port.patch(id, { text: `${text} ` });
  if (!patched.ok) {
    return { step: 'patch', failure: patched.failure };
  }
  const after = await readOne(port.get(id));
  if (!before.ok || !after.ok) {
    return { step: 'seal', failure: before.ok ? (after.ok ? null : after.failure) : before.failure };
  }
  const step = sealFault(before.value, after.value);
  return step && { step, failure: null };
}

function sealFault(before: Annotation | null, after: Annotation | null): Step | null {
  if (!before || !after || after.created !== before.created || after.login !== before.login) {
    return 'seal';
  }
  if (before.updated === null && after.updated === null) {
    return 'untold';
  }
  return before.updated === before.created && (after.updated ?? 0) > after.created ? null : 'seal';
}

/** Near Miss works without knowing what was changed outside; it says so. */
function isFatal(fault: Fault): boolean {
  return fault !== null && fault.step !== 'untold';
}

async function deleteIt(tests: TestAnnotations, id: number): Promise<Fault> {
  const removed = await tests.remove(id);
  if (!removed.ok) {
    return { step: 'delete', failure: removed.failure };
  }
  const read = await tests.port.get(id);
  if (read.ok) {
    return { step: 'gone', failure: null };
  }
  // Grafana 12 refuses or fails where it cannot tell whose annotation it was: it is gone all the same.
  return ['missing', 'forbidden', 'unavailable'].includes(read.failure.kind)
    ? null
    : { step: 'gone', failure: read.failure };
}

async function readOne(answer: Promise<Outcome<unknown>>): Promise<Outcome<Annotation | null>> {
  const read = await answer;
  return read.ok ? { ok: true, value: readAnnotation(read.value) } : read;
}

/** In any order, as Grafana does not keep it; each as often. */
export function sameTags(some: readonly string[], others: readonly string[]): boolean {
  return JSON.stringify([...some].sort()) === JSON.stringify([...others].sort());
}

function resultOf(tried: boolean, fault: Fault): RoundTripResult {
  const facts: RoundTripFacts = { tried, failedAt: fault?.step ?? null, failure: fault?.failure ?? null };
  const state = isFatal(fault) ? 'bad' : fault ? 'warn' : 'ok';
  return { check: 'roundTrip', state: tried ? state : 'unknown', facts, repair: null };
}

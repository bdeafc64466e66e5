import { MOST_TAG_BYTES, tagBytes } from '../../domain/codec/tags';
import type { Failure } from '../../grafana/outcome';
import type { CheckResult } from './checkResult';
import { sameTags } from './checkRoundTrip';
import { echo, SELF_TEST_TAG, testAnnotation, type TestAnnotations } from './testAnnotations';
import type { Place } from '../../domain/record/place';

export interface TagLimitFacts {
  /** False when there is nowhere to write. */
  tried: boolean;
  sent: number;
  /** Whether all came back; null when they could not be written or read. */
  kept: boolean | null;
  failure: Failure | null;
}

export type TagLimitResult = CheckResult<'tagLimit', TagLimitFacts>;

/** Tag key and value are columns of 100 characters. */
const LONGEST_TAG = 100;

/** Whether Grafana takes as many bytes of tags as Near Miss may write. */
export async function checkTagLimit(tests: TestAnnotations, place: Place | null): Promise<TagLimitResult> {
  if (!place) {
    return tagResult('unknown', { tried: false, sent: 0, kept: null, failure: null });
  }
  const sent = testAnnotation(place, tests.now(), { tags: filling() });
  const facts = { tried: true, sent: sent.tags.reduce((sum, tag) => sum + tagBytes(tag), 1), kept: null };
  const back = await echo(tests, sent);
  if (!back.ok) {
    return tagResult('bad', { ...facts, failure: back.failure });
  }
  const kept = sameTags(back.value?.tags ?? [], sent.tags);
  return tagResult(kept ? 'ok' : 'bad', { ...facts, kept, failure: null });
}

/** Always the same few: Grafana never forgets the name of a tag. */
function filling(): string[] {
  const tags: string[] = [];
  let left = MOST_TAG_BYTES - 1 - tagBytes(SELF_TEST_TAG);
  while (left > tagBytes('')) {
    const length = Math.min(LONGEST_TAG, left - tagBytes(''));
    tags.push(`${tags.length}`.padEnd(length, '-'));
    left -= length + tagBytes('');
  }
  return tags;
}

function tagResult(state: TagLimitResult['state'], facts: TagLimitFacts): TagLimitResult {
  return { check: 'tagLimit', state, facts, repair: null };
}

import { MOST_TEXT_BYTES, textBytes } from '../../domain/codec/payload';
import type { Failure } from '../../grafana/outcome';
import type { CheckResult } from './checkResult';
import { echo, testAnnotation, type TestAnnotations, SELF_TEST_TAG } from './testAnnotations';
import type { Place } from '../../domain/record/place';
import { MOST_TAG_BYTES, tagBytes } from '../../domain/codec/tags';
import { sameTags } from './checkRoundTrip';

interface TagLimitFacts {
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

interface TextLimitFacts {
  /** False when there is nowhere to write. */
  tried: boolean;
  sent: number;
  /** Bytes that came back; null when none did. */
  came: number | null;
  failure: Failure | null;
}

export type TextLimitResult = CheckResult<'textLimit', TextLimitFacts>;

/** Letters of one to four bytes: a database that cannot keep all of them cuts or garbles the text. */
const LETTERS = 'nä€🙂';

/** Whether the longest text that Near Miss writes comes back byte for byte. */
export async function checkTextLimit(tests: TestAnnotations, place: Place | null): Promise<TextLimitResult> {
  if (!place) {
    return textResult('unknown', { tried: false, sent: 0, came: null, failure: null });
  }
  const at = tests.now();
  const room = MOST_TEXT_BYTES - textBytes(testAnnotation(place, at).text);
  const rounds = Math.floor(room / textBytes(LETTERS));
  const filling = LETTERS.repeat(rounds) + 'n'.repeat(room - rounds * textBytes(LETTERS));
  const sent = testAnnotation(place, at, { filling });
  const facts = { tried: true, sent: textBytes(sent.text), came: null };
  const back = await echo(tests, sent);
  if (!back.ok) {
    return textResult('bad', { ...facts, failure: back.failure });
  }
  const text = back.value?.text ?? '';
  return textResult(text === sent.text ? 'ok' : 'bad', { ...facts, came: textBytes(text), failure: null });
}

function textResult(state: TextLimitResult['state'], facts: TextLimitFacts): TextLimitResult {
  return { check: 'textLimit', state, facts, repair: null };
}

import { MOST_TEXT_BYTES, textBytes } from '../../domain/codec/payload';
import type { Failure } from '../../grafana/outcome';
import type { CheckResult } from './checkResult';
import { echo, testAnnotation, type TestAnnotations } from './testAnnotations';
import type { Place } from '../../domain/record/place';

export interface TextLimitFacts {
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

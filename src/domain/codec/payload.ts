import { isObject, isDeeper } from '../json/json';
import { readJson } from '../json/parseJson';
import type { NewAnnotation } from './annotation';

/**
 * How many bytes too long an annotation is that nobody has stored yet, 0 when it fits. Encoding drops evidence and queries
 * before that happens but never words, so a positive number asks the writer to shorten them.
 */
export function bytesOver(annotation: NewAnnotation): number {
  return Math.max(0, textBytes(annotation.text) - MOST_NEW_TEXT_BYTES);
}

/**
 * How many characters (code points) must go from the end of a text for its payload to become so many bytes shorter; all of
 * them when even that is not enough.
 */
export function charactersOver(text: string, bytes: number): number {
  let left = bytes;
  let characters = 0;
  for (const character of Array.from(text).reverse()) {
    if (left <= 0) {
      break;
    }
    left -= textBytes(payloadJson(character)) - '""'.length;
    characters += 1;
  }
  return characters;
}

/** No annotation text of ours is longer, copies of what is stored already aside: lists read thousands of them. */
export const MOST_TEXT_BYTES = 16_384;

/** Room for what a copy says besides: the first writer, whose login may have 190 characters, the seal, the former id. */
const COPY_NOTE_BYTES = 300;

/** What is written anew leaves that room, so that it can be moved and imported later. */
export const MOST_NEW_TEXT_BYTES = MOST_TEXT_BYTES - COPY_NOTE_BYTES;

/** What is stored already is copied whole, however it came to be so large, as far as every database holds it: MySQL keeps 64 kB. */
export const MOST_COPY_BYTES = 60_000;

/** Deeper than anything we store; recursion over hostile nesting would end in an overflow, for everything beside it too. */
export const DEEPEST = 64;

const OPEN = '<!--near-miss ';
const CLOSE = '-->';

/** What is found in an annotation's text: our JSON object, nothing of ours, or the remains of one. */
export type FoundPayload =
  { found: 'payload'; payload: Record<string, unknown> } | { found: 'nothing' } | { found: 'broken'; reason: string };

/**
 * The payload as one HTML comment, which Grafana's tooltips and lists do not show. `--`, `<` and `>` inside the JSON are
 * written as escapes, so neither a typed word nor a query can end the comment. Numbers that JSON has not (NaN,
 * Infinity) become null.
 */
export function writePayload(payload: Readonly<Record<string, unknown>>): string {
  return OPEN + payloadJson(payload) + CLOSE;
}

function payloadJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('--', '-\\u002d').replaceAll('<', '\\u003c').replaceAll('>', '\\u003e');
}

/** The text with this payload in the place of the first one it holds. */
export function replacePayload(text: string, payload: Readonly<Record<string, unknown>>): string {
  const start = text.indexOf(OPEN);
  const end = text.indexOf(CLOSE, start) + CLOSE.length;
  return start < 0 ? text : text.slice(0, start) + writePayload(payload) + text.slice(end);
}

/** Reads the first payload in a text; never throws. */
export function readPayload(text: string): FoundPayload {
  const start = text.indexOf(OPEN);
  if (start < 0) {
    return { found: 'nothing' };
  }
  const end = text.indexOf(CLOSE, start);
  if (end < 0) {
    return { found: 'broken', reason: 'Its stored data was cut off.' };
  }
  const parsed = readJson(text.slice(start + OPEN.length, end));
  if (!parsed.ok) {
    return { found: 'broken', reason: `Its stored data is not valid JSON: ${parsed.reason}` };
  }
  if (!isObject(parsed.value)) {
    return { found: 'broken', reason: 'Its stored data is not an object.' };
  }
  return isDeeper(parsed.value, DEEPEST)
    ? { found: 'broken', reason: 'Its stored data is nested too deeply.' }
    : { found: 'payload', payload: parsed.value };
}

/** How many bytes of UTF-8 a text takes in the store. */
export function textBytes(text: string): number {
  return new TextEncoder().encode(text).length;
}

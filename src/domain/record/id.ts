const BASE = 36;
const MOMENT_LENGTH = 8;
const NUMBER_LENGTH = 4;

/**
 * The id that the near miss of a draft gets: 12 characters made from when the annotation was created (epoch ms) and its
 * number. The same for everybody, so whoever completes a draft whose first completion broke off finds that record.
 */
export function nearMissIdOfDraft(created: number, annotationId: number): string {
  return lastOf(created, MOMENT_LENGTH) + lastOf(annotationId, NUMBER_LENGTH);
}

function lastOf(number: number, length: number): string {
  return Math.max(0, Math.round(number)).toString(BASE).padStart(length, '0').slice(-length);
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Twelve url-safe characters, 72 random bits; made before the first POST so that a retry can be recognised. */
export function newId(): string {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('');
}

const ID = /^[\w-]{1,64}$/;

/** Whether a text may serve as an id in addresses and tags: 1 to 64 url-safe characters (ours have 12). */
export function isId(text: unknown): text is string {
  return typeof text === 'string' && ID.test(text);
}

/** A text as one part of an address' path. Half characters, which no address can hold, become U+FFFD. */
export function pathPart(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'));
}

/** A link that our own code made: http(s), or a path of this Grafana (`/a/…`, not `//host`); null for anything else. */
export function ownLink(link: string): string | null {
  return /^\/(?!\/)[^\s\\]*$/.test(link) ? link : safeLink(link);
}

const SAFE = new Set(['http:', 'https:', 'mailto:']);

/**
 * The address, trimmed, when it is an absolute http, https or mailto one; null for anything else (`javascript:`, paths,
 * addresses with blanks or control characters inside, which browsers read differently than people do).
 */
export function safeLink(text: string): string | null {
  const trimmed = text.trim();
  if (/[\s\p{Cc}]/u.test(trimmed)) {
    return null;
  }
  return SAFE.has(protocolOf(trimmed)) ? trimmed : null;
}

function protocolOf(address: string): string {
  try {
    return new URL(address).protocol;
  } catch {
    // Not an address at all: that is the answer.
    return '';
  }
}

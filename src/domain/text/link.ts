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

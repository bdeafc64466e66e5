import type { NewAnnotation } from './annotation';
import { MOST_TEXT_BYTES, textBytes } from './payload';

/**
 * How many bytes too long an encoded annotation is, 0 when it fits. Encoding drops evidence and queries before that
 * happens but never words, so a positive number asks the writer to shorten them.
 */
export function bytesOver(annotation: NewAnnotation): number {
  return Math.max(0, textBytes(annotation.text) - MOST_TEXT_BYTES);
}

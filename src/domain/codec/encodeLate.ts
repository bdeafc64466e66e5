import type { NewAnnotation } from './annotation';
import { readPayload, replacePayload } from './payload';

const ADDED: readonly unknown[] = ['record', 'change', 'entry'];

/**
 * The same to be stored at Grafana's own now, with the times it belongs to in the payload (those that are there already stay);
 * null for a marker or draft, which says nothing at another time.
 */
export function encodeLate(annotation: NewAnnotation): NewAnnotation | null {
  const found = readPayload(annotation.text);
  if (found.found !== 'payload' || !ADDED.includes(found.payload.what)) {
    return null;
  }
  const times = found.payload.times ?? { from: annotation.time, to: annotation.timeEnd };
  // Without a time of its own an annotation is given Grafana's, whose clock is not the browser's.
  return { ...annotation, time: 0, timeEnd: 0, text: replacePayload(annotation.text, { ...found.payload, times }) };
}

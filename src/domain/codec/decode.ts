import { type Annotation, readAnnotation } from './annotation';
import { readPayload } from './payload';
import { readChange } from './readChange';
import { readEntry } from './readEntry';
import { isId } from '../record/id';
import { readRecord } from './readRecord';
import { CHANGE_TAG, ENTRY_TAG, idInTags, MARKER_TAG, RECORD_TAG } from './tags';
import type { Decoded, Draft } from './decoded';

/**
 * What one item of Grafana's answer is; never throws. The payload decides, then the plain tags: the server still finds an
 * annotation by a tag that a PATCH removed, so the filter that brought it says nothing. Parts of the wrong type get
 * defaults and are named in `unreadParts`; a newer version is read as far as possible.
 */
export function decode(raw: unknown): Decoded {
  const annotation = readAnnotation(raw);
  if (!annotation) {
    return { what: 'unreadable', reason: 'It is not an annotation.', annotation: null };
  }
  const found = readPayload(annotation.text);
  switch (found.found) {
    case 'payload':
      return decodePayload(found.payload, annotation);
    case 'broken':
      return withoutPayload(found.reason, annotation);
    case 'nothing':
      return decodeByTags(annotation);
  }
}

function decodePayload(payload: Readonly<Record<string, unknown>>, annotation: Annotation): Decoded {
  switch (payload.what) {
    case 'record':
      return decodeRecord(payload, annotation);
    case 'change':
      return decodeChange(payload, annotation);
    case 'entry': {
      const entry = readEntry(payload);
      return entry ? { what: 'entry', entry, annotation } : unreadable('id, near miss or text', annotation);
    }
    case 'marker':
      return decodeByTags(annotation);
    default:
      return withoutPayload('Its stored data is of an unknown sort.', annotation);
  }
}

/** What carries the tag of a marker alone never held words of a near miss, whatever its text is. */
function withoutPayload(reason: string, annotation: Annotation): Decoded {
  const { tags } = annotation;
  const isMarker = tags.includes(MARKER_TAG) && ![RECORD_TAG, CHANGE_TAG, ENTRY_TAG].some((tag) => tags.includes(tag));
  return isMarker ? decodeByTags(annotation) : { what: 'unreadable', reason, annotation };
}

function decodeRecord(payload: Readonly<Record<string, unknown>>, annotation: Annotation): Decoded {
  const unreadParts: string[] = [];
  const record = readRecord(payload, annotation, unreadParts);
  return record ? { what: 'record', record, annotation, unreadParts } : unreadable('id', annotation);
}

function decodeChange(payload: Readonly<Record<string, unknown>>, annotation: Annotation): Decoded {
  const unreadParts: string[] = [];
  const change = readChange(payload, unreadParts);
  return change
    ? { what: 'change', change, annotation, unreadParts }
    : unreadable('id, near miss or fields', annotation);
}

function unreadable(lacks: string, annotation: Annotation): Decoded {
  return { what: 'unreadable', reason: `Its stored data lacks ${lacks}.`, annotation };
}

function decodeByTags(annotation: Annotation): Decoded {
  const { tags } = annotation;
  if (tags.includes(MARKER_TAG)) {
    const nearMiss = idInTags(tags);
    return isId(nearMiss)
      ? { what: 'marker', nearMiss, annotation }
      : { what: 'unreadable', reason: 'It is a marker without the id of its near miss.', annotation };
  }
  if (tags.includes(CHANGE_TAG) || tags.includes(ENTRY_TAG)) {
    return { what: 'unreadable', reason: 'Its stored data was removed.', annotation };
  }
  return tags.includes(RECORD_TAG)
    ? { what: 'draft', draft: draftOf(annotation) }
    : { what: 'unreadable', reason: 'It does not carry the plain tag near-miss.', annotation };
}

function draftOf({ id, created, time, timeEnd, text, tags, dashboardUid, panelId, login }: Annotation): Draft {
  return { annotationId: id, created, time, timeEnd, text, tags, dashboardUid, panelId, login };
}

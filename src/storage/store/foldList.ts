import { decode } from '../../domain/codec/decode';
import { fold } from '../../domain/fold/fold';
import { CHANGE_TAG, RECORD_TAG } from '../../domain/codec/tags';
import type { NearMissList } from './nearMissStore';
import type { Walked } from '../annotations/walk';
import type { Decoded, DecodedChange, DecodedRecord, Draft } from '../../domain/codec/decoded';

interface Sorted {
  records: DecodedRecord[];
  changes: DecodedChange[];
  drafts: Draft[];
  unreadable: Array<{ annotationId: number; reason: string }>;
}

/** Folds what a walk brought, newest first. `remembered` spares reading a payload again with each larger list. */
export function foldList({ annotations, complete }: Walked, remembered: Map<unknown, Decoded>): NearMissList {
  const sorted: Sorted = { records: [], changes: [], drafts: [], unreadable: [] };
  for (const raw of annotations) {
    const decoded = remembered.get(raw) ?? decode(raw);
    remembered.set(raw, decoded);
    sortIn(decoded, sorted);
  }
  const { records, changes, drafts, unreadable } = sorted;
  return { nearMisses: fold(records, changes), drafts, unreadable, complete };
}

function sortIn(decoded: Decoded, { records, changes, drafts, unreadable }: Sorted): void {
  switch (decoded.what) {
    case 'record':
      records.push(decoded);
      break;
    case 'change':
      changes.push(decoded);
      break;
    case 'draft':
      drafts.push(decoded.draft);
      break;
    case 'unreadable':
      if (isTaggedOurs(decoded)) {
        unreadable.push({ annotationId: decoded.annotation?.id ?? 0, reason: decoded.reason });
      }
      break;
  }
}

// The server also finds what lost its tag by a PATCH, and `near-miss:x` by `near-miss`: neither is ours to complain about.
function isTaggedOurs({ annotation }: Extract<Decoded, { what: 'unreadable' }>): boolean {
  return annotation === null || annotation.tags.includes(RECORD_TAG) || annotation.tags.includes(CHANGE_TAG);
}

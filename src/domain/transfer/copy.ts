import type { Annotation, NewAnnotation } from '../codec/annotation';
import { authorshipOf } from '../fold/authorship';
import { encodeChange } from '../codec/encodeChange';
import { encodeEntry } from '../codec/encodeEntry';
import { encodeRecord } from '../codec/encodeRecord';
import type { NearMiss } from '../fold/nearMiss';
import type { WrittenBy } from '../record/record';
import { MOST_COPY_BYTES, textBytes, writePayload } from '../codec/payload';
import { type StoredPart, partIdentity } from '../fold/storedPart';
import { isAsGoodAs, payloadOf } from '../fold/isAsGoodAs';

/**
 * Whether `copy` was made of `original`, or could have been. It must be younger, by number: as only what has a younger one
 * is ever deleted, the youngest stays, whoever moves what in whichever direction at the same time.
 */
export function isCopyOf(copy: StoredPart, original: StoredPart): boolean {
  return copy.annotation.id > original.annotation.id && isAsGoodAs(copy, original);
}

/**
 * The annotation of a copy: place and times of `of`, the payload just as it was, plus who wrote it first (`writtenBy`; one
 * that is there stays). Only if no database would hold that it is encoded anew, which drops queries and evidence before words.
 */
export function encodeImported(part: StoredPart, of: NearMiss, link: string): NewAnnotation {
  const { annotation } = part;
  const writtenBy = firstWriter(annotation, partIdentity(part).writtenBy);
  const anew = { ...encodeAnew(part, of, writtenBy, link), time: of.time, timeEnd: of.timeEnd };
  const sentence = anew.text.slice(0, anew.text.lastIndexOf('\n'));
  const text = `${sentence}\n${writePayload({ ...payloadOf(annotation), writtenBy })}`;
  return textBytes(text) > MOST_COPY_BYTES ? anew : { ...anew, text };
}

// A new POST is sealed again, so the copy itself must carry that the words it copies were not.
function firstWriter(annotation: Annotation, known: WrittenBy | null): WrittenBy {
  const { login, at, sealed } = authorshipOf(annotation, known);
  const writer = known ?? { login, at };
  return sealed === false ? { ...writer, sealed } : writer;
}

function encodeAnew(part: StoredPart, of: NearMiss, writtenBy: WrittenBy, link: string): NewAnnotation {
  switch (part.what) {
    case 'record':
      return encodeRecord({ ...part.record, writtenBy }, of.place, link);
    case 'change':
      return encodeChange({ ...part.change, writtenBy }, of, link);
    case 'entry':
      return encodeEntry({ ...part.entry, writtenBy }, of, link);
  }
}

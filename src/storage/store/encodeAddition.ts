import type { NewAnnotation } from '../../domain/codec/annotation';
import { encodeChange } from '../../domain/codec/encodeChange';
import { encodeEntry } from '../../domain/codec/encodeEntry';
import type { NearMiss } from '../../domain/fold/nearMiss';
import type { QueuedWrite } from './queuedWrite';

/** What is appended to a near miss and never changed again. */
export type Addition = Extract<QueuedWrite, { what: 'change' | 'entry' }>;

/** The annotation of a change or an entry of `nearMiss`, whose page is at `link`: forms measure what the store will write. */
export function encodeAddition(write: Addition, nearMiss: NearMiss, link: string): NewAnnotation {
  return write.what === 'change'
    ? encodeChange(write.change, nearMiss, link)
    : encodeEntry(write.entry, nearMiss, link);
}

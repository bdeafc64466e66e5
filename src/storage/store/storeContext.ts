import type { AnnotationPort } from '../annotations/annotationPort';
import type { Clock } from './retry';

/** What every write of the store needs. */
export interface StoreContext {
  port: AnnotationPort;
  clock: Clock;
  /** The address of a near miss's page, for the texts that are stored. */
  link: (id: string) => string;
}

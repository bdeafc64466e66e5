import type { AnnotationPort } from '../annotations/annotationPort';
import type { Place } from '../../domain/record/place';
import type { Outcome } from '../../grafana/outcome';
import type { Clock } from './retry';

/** What every write of the store needs. */
export interface StoreContext {
  port: AnnotationPort;
  clock: Clock;
  /** Whether the caller may delete what is kept in a place, where Grafana can be asked; a failure says nothing. */
  mayDelete?: (place: Place) => Promise<Outcome<boolean>>;
  /** The address of a near miss's page, for the texts that are stored. */
  link: (id: string) => string;
}

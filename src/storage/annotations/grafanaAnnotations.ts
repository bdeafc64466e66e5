import type { AnnotationPort } from './annotationPort';
import { everyJournal } from './everyJournal';
import { httpAnnotations } from './httpAnnotations';
import { journalsBeyondSearch } from './journalsBeyondSearch';
import type { Send } from '../../grafana/send';

/** The annotations of the Grafana that answers: all that the reader may see, however many dashboards there are. */
export function grafanaAnnotations(send: Send): AnnotationPort {
  return everyJournal(httpAnnotations(send), () => journalsBeyondSearch(send));
}

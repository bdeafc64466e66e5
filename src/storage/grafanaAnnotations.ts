import type { AnnotationPort } from './annotationPort';
import { grafanaSend } from './grafanaSend';
import { httpAnnotations } from './httpAnnotations';

/** The annotations of the Grafana this page runs in. */
export function grafanaAnnotations(): AnnotationPort {
  return httpAnnotations(grafanaSend);
}

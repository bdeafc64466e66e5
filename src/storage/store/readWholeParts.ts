import { RECORD_TAG } from '../../domain/codec/tags';
import type { AnnotationPort } from '../annotations/annotationPort';
import type { Outcome } from '../../grafana/outcome';
import { type Parts, readParts, recordsOf } from './readParts';
import { walkAnnotations } from '../annotations/walk';

/**
 * What is stored of a near miss, its record among it; `missing` when there is none. An answer without the record does not
 * prove that: Grafana 12 and 13 first count the matches, then select that many, so what others write in between pushes the
 * oldest out. Records alone are then asked for, which nobody writes more of.
 */
export async function readWholeParts(port: AnnotationPort, id: string, signal?: AbortSignal): Promise<Outcome<Parts>> {
  const parts = await readParts(port, id, signal);
  if (!parts.ok || parts.value.records.length > 0) {
    return parts;
  }
  const walked = await walkAnnotations(port, { tags: [RECORD_TAG, `nm:${id}`] }, { signal });
  if (!walked.ok) {
    return walked;
  }
  const records = recordsOf(walked.value.annotations, id);
  return records.length > 0
    ? { ok: true, value: { ...parts.value, records } }
    : { ok: false, failure: { kind: 'missing', status: 404, detail: id } };
}

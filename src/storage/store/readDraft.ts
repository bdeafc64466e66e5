import { decode } from '../../domain/codec/decode';
import { fold } from '../../domain/fold/fold';
import type { AnnotationPort } from '../annotations/annotationPort';
import type { DraftState } from './nearMissStore';
import type { Outcome } from '../../grafana/outcome';
import { findParts } from './readParts';
import { nearMissIdOfDraft } from '../../domain/record/id';

/** What has become of a draft by now; an annotation that is no draft and never was one here is `missing`. */
export async function readDraft(
  port: AnnotationPort,
  annotationId: number,
  signal?: AbortSignal
): Promise<Outcome<DraftState>> {
  const found = await port.get(annotationId, signal);
  if (!found.ok) {
    return found;
  }
  const decoded = decode(found.value);
  if (decoded.what === 'marker') {
    return { ok: true, value: { is: 'completed', nearMissId: decoded.nearMiss } };
  }
  if (decoded.what !== 'draft') {
    return { ok: false, failure: { kind: 'missing', status: 404, detail: '' } };
  }
  const { draft } = decoded;
  const nearMissId = nearMissIdOfDraft(draft.created, annotationId);
  const parts = await findParts(port, nearMissId, signal);
  if (!parts.ok) {
    return parts;
  }
  const [nearMiss] = fold(parts.value.records, parts.value.changes);
  return {
    ok: true,
    value: nearMiss ? { is: 'recorded', draft, nearMiss } : { is: 'open', draft, nearMissId },
  };
}

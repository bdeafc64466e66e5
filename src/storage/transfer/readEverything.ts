import { decode } from '../../domain/codec/decode';
import { byNearMiss } from '../../domain/fold/byNearMiss';
import { CHANGE_TAG, ENTRY_TAG, RECORD_TAG } from '../../domain/codec/tags';
import type { GatheredNearMisses } from '../../domain/fold/storedPart';
import type { AnnotationPort } from '../annotations/annotationPort';
import type { Outcome } from '../../grafana/outcome';
import { walkAnnotations } from '../annotations/walk';

interface ReadOptions {
  signal?: AbortSignal;
  /** Called after each page with the number of annotations so far. */
  onProgress?: (annotations: number) => void;
}

/** Every near miss the reader may see with its changes and entries: what an export holds and an import is compared with. */
export async function readEverything(
  port: AnnotationPort,
  { signal, onProgress }: ReadOptions = {}
): Promise<Outcome<GatheredNearMisses>> {
  const walked = await walkAnnotations(
    port,
    { tags: [RECORD_TAG, CHANGE_TAG, ENTRY_TAG], matchAny: true },
    { signal, onPage: ({ annotations }) => onProgress?.(annotations.length) }
  );
  return walked.ok ? { ok: true, value: byNearMiss(walked.value.annotations.map(decode)) } : walked;
}

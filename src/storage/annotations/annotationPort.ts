import type { NewAnnotation } from '../../domain/codec/annotation';
import type { Outcome } from '../../grafana/outcome';

export interface AnnotationQuery {
  tags?: readonly string[];
  /** Any of the tags instead of all. */
  matchAny?: boolean;
  /** Epoch ms; Grafana filters by overlap only when both are given. */
  from?: number;
  to?: number;
  limit: number;
  dashboardUid?: string;
  panelId?: number;
}

/**
 * Grafana's annotations, and nothing more: one adapter over the legacy `/api/annotations`, one twin in memory.
 * Answers are `unknown` on purpose: `domain/decode` is the only reader.
 */
export interface AnnotationPort {
  find(query: AnnotationQuery, signal?: AbortSignal): Promise<Outcome<readonly unknown[]>>;
  get(id: number, signal?: AbortSignal): Promise<Outcome<unknown>>;
  /** The new annotation's id. */
  post(annotation: NewAnnotation, signal?: AbortSignal): Promise<Outcome<number>>;
  /** Only for markers and drafts: records, changes and entries are never patched. */
  patch(id: number, part: Partial<Omit<NewAnnotation, 'dashboardUid' | 'panelId'>>): Promise<Outcome<null>>;
  remove(id: number): Promise<Outcome<null>>;
}

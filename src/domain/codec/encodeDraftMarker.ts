import type { NewAnnotation } from './annotation';
import type { Draft } from './decoded';
import { encodeMarker } from './encodeMarker';
import { MOST_TAG_BYTES, RECORD_TAG } from './tags';
import { textBytes } from './payload';
import type { NearMissRecord } from '../record/record';

/**
 * The marker that a draft becomes, with the draft's own other tags as far as they fit. A draft without a graph becomes one
 * too: otherwise it would go on being listed as a draft.
 */
export function encodeDraftMarker(draft: Draft, record: NearMissRecord, link: string): NewAnnotation | null {
  const marker = encodeMarker(markedByDraft(draft, record), link);
  return marker && { ...marker, tags: withOwnTags(marker.tags, draft.tags) };
}

/** The record as its draft's marker tells of it: what it lacks of a graph is the draft's. */
export function markedByDraft(draft: Draft, record: NearMissRecord): NearMissRecord {
  const stretch = record.stretch ?? { from: draft.time, to: draft.timeEnd };
  const source = record.source ?? {
    dashboardUid: draft.dashboardUid,
    dashboardTitle: '',
    panelId: draft.panelId,
    // Whoever sees the dashboard has read these words already: they stood on its graph.
    panelTitle: draft.text.replace(/<[^<>]*>/g, ' '),
    series: '',
    queries: [],
    variables: {},
    dataSource: '',
    range: stretch,
  };
  return { ...record, stretch, source };
}

function withOwnTags(tags: readonly string[], own: readonly string[]): string[] {
  const all = [...tags];
  for (const tag of own) {
    const isOurs = tag === RECORD_TAG || tag.startsWith(`${RECORD_TAG}-`) || tag.startsWith('nm:');
    if (!isOurs && !all.includes(tag) && textBytes(JSON.stringify([...all, tag])) <= MOST_TAG_BYTES) {
      all.push(tag);
    }
  }
  return all;
}

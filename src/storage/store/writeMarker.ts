import type { Annotation, NewAnnotation } from '../../domain/codec/annotation';
import { encodeDraftMarker } from '../../domain/codec/encodeDraftMarker';
import { encodeMarker } from '../../domain/codec/encodeMarker';
import { ownMarkers } from '../../domain/fold/ownMarkers';
import type { NearMissRecord } from '../../domain/record/record';
import type { Outcome } from '../../grafana/outcome';
import { postUnlessThere } from './postUnlessThere';
import { readParts } from './readParts';
import { retry } from './retry';
import type { StoreContext } from './storeContext';
import type { Draft } from '../../domain/codec/decoded';
import type { NearMiss } from '../../domain/fold/nearMiss';

/**
 * Makes the marker of a near miss that lost it; one that is there is brought up to date, so repeating it is safe. The value
 * is the marker's annotation id. Fails with `missing` when the near miss is gone, with `refused` when there is no graph to mark.
 */
export async function markAgain(context: StoreContext, nearMiss: NearMiss): Promise<Outcome<number>> {
  const parts = await retry(context.clock, { attempt: () => readParts(context.port, nearMiss.id) });
  if (!parts.ok) {
    return parts;
  }
  const marked = await writeMarker(context, nearMiss, parts.value.markers);
  return marked ?? { ok: false, failure: { kind: 'refused', status: 0, detail: '' } };
}

/**
 * The marker on the source panel, once: its own that is there already is brought up to date. null when there is no graph to
 * mark. `there` is what carries its tag. The value is the marker's annotation id. It repeats its request itself: a marker that fails does not fail its record,
 * so the queue does not repeat the two.
 */
export async function writeMarker(
  context: StoreContext,
  record: NearMissRecord,
  there: readonly Annotation[],
  signal?: AbortSignal
): Promise<Outcome<number> | null> {
  const marker = encodeMarker(record, context.link(record.id));
  if (!marker) {
    return null;
  }
  const among = (tagged: readonly Annotation[]) =>
    ownMarkers(record, tagged).find((annotation) => isOn(annotation, marker));
  const former = among(there);
  return former
    ? updateMarker(context, former, marker)
    : postUnlessThere(
        context,
        { annotation: marker, of: record.id, findIn: ({ markers }) => among(markers)?.id ?? null },
        signal
      );
}

/**
 * PATCHes each of its own markers in `there`, what carries its tag, to what the near miss says now. null when it has none;
 * otherwise the last one's annotation id, or why the first that failed did.
 */
export async function refreshMarkers(
  context: StoreContext,
  record: NearMissRecord,
  there: readonly Annotation[]
): Promise<Outcome<number> | null> {
  const marker = encodeMarker(record, context.link(record.id));
  if (!marker) {
    return null;
  }
  const outcomes = await Promise.all(ownMarkers(record, there).map((former) => updateMarker(context, former, marker)));
  return outcomes.find(({ ok }) => !ok) ?? outcomes.at(-1) ?? null;
}

/** Turns a draft into the marker of its record, keeping the draft's own other tags. PATCHing the same twice is harmless. */
export async function turnIntoMarker(
  { port, clock, link }: StoreContext,
  draft: Draft,
  record: NearMissRecord
): Promise<Outcome<number>> {
  const marker = encodeDraftMarker(draft, record, link(record.id));
  if (!marker) {
    return { ok: false, failure: { kind: 'refused', status: 0, detail: '' } };
  }
  const { text, time, timeEnd, tags } = marker;
  const patched = await retry(clock, { attempt: () => port.patch(draft.annotationId, { text, time, timeEnd, tags }) });
  return patched.ok ? { ok: true, value: draft.annotationId } : patched;
}

function isOn(annotation: Annotation, marker: NewAnnotation): boolean {
  return annotation.dashboardUid === (marker.dashboardUid ?? '') && annotation.panelId === (marker.panelId ?? 0);
}

async function updateMarker(
  { port, clock }: StoreContext,
  former: Annotation,
  { text, time, timeEnd }: NewAnnotation
): Promise<Outcome<number>> {
  if (former.text === text && former.time === time && former.timeEnd === timeEnd) {
    return { ok: true, value: former.id };
  }
  const patched = await retry(clock, { attempt: () => port.patch(former.id, { text, time, timeEnd }) });
  return patched.ok ? { ok: true, value: former.id } : patched;
}

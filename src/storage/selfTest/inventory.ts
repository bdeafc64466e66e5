import type { Annotation } from '../../domain/codec/annotation';
import { decode } from '../../domain/codec/decode';
import { isMarkerText } from '../../domain/codec/encodeMarker';
import type { NearMiss } from '../../domain/fold/nearMiss';
import { byNearMiss } from '../../domain/fold/byNearMiss';
import { ownMarkers } from '../../domain/fold/ownMarkers';
import { CHANGE_TAG, ENTRY_TAG, idInTags, MARKER_TAG, RECORD_TAG } from '../../domain/codec/tags';
import { type GatheredNearMisses, type StoredPart } from '../../domain/fold/storedPart';
import type { Failure, Outcome } from '../../grafana/outcome';
import { readPanelModel } from '../../grafana/panelModel';
import { walkAnnotations } from '../annotations/walk';
import { type Decoded, decodedOf } from '../../domain/codec/decoded';
import type { SelfTestContext } from './checkResult';

export type DecodedMarker = Extract<Decoded, { what: 'marker' }>;

/** What became of the panel a near miss was seen on. */
export type SourceState = 'there' | 'not-allowed' | 'panel-gone' | 'gone' | 'hidden' | 'unread';

/** A near miss with a graph and without a marker. */
export interface Unmarked {
  nearMiss: NearMiss;
  source: SourceState;
  /** As Grafana names them now; empty where it does not tell. */
  dashboardTitle: string;
  panelTitle: string;
}

/** An annotation with the tags of a marker that is none: anybody may put them on anything. */
export interface ForeignMarker {
  annotation: Annotation;
  /** A text that Near Miss did not write, or one that does not stand where its near miss was seen. */
  why: 'text' | 'place';
}

/** Everything of Near Miss that the reader may see, at one moment. */
export interface Inventory {
  gathered: GatheredNearMisses;
  /** Records, changes and entries as they came, twins included. */
  parts: readonly StoredPart[];
  /** With a text of ours; their near misses' own, or without one. */
  markers: readonly DecodedMarker[];
  foreign: readonly ForeignMarker[];
  drafts: number;
  /** Ids of near misses of which something cannot be read: perhaps the record itself. */
  unreadableIds: ReadonlySet<string>;
  unmarked: readonly Unmarked[];
}

const OURS = [RECORD_TAG, CHANGE_TAG, ENTRY_TAG, MARKER_TAG];

/** One walk for all of it, so that record and marker are of the same moment; then one look per panel without a marker. */
export async function readInventory(context: SelfTestContext, signal?: AbortSignal): Promise<Outcome<Inventory>> {
  const walked = await walkAnnotations(context.port, { tags: OURS, matchAny: true }, { signal });
  if (!walked.ok) {
    return walked;
  }
  const decoded = walked.value.annotations.map(decode);
  const gathered = byNearMiss(decoded);
  const { markers, foreign } = sortedMarkers(gathered, decodedOf(decoded, 'marker'));
  const parts: StoredPart[] = [
    ...decodedOf(decoded, 'record'),
    ...decodedOf(decoded, 'change'),
    ...decodedOf(decoded, 'entry'),
  ];
  const unmarked = await unmarkedOf(context, gathered, markers, signal);
  const unreadable = decodedOf(decoded, 'unreadable').map(({ annotation }) => idInTags(annotation?.tags ?? []));
  return {
    ok: true,
    value: {
      gathered,
      parts,
      markers,
      foreign,
      drafts: decodedOf(decoded, 'draft').length,
      unreadableIds: new Set(unreadable),
      unmarked,
    },
  };
}

function sortedMarkers(
  { whole }: GatheredNearMisses,
  tagged: readonly DecodedMarker[]
): Pick<Inventory, 'markers' | 'foreign'> {
  const nearMisses = new Map(whole.map(({ nearMiss }) => [nearMiss.id, nearMiss]));
  const markers: DecodedMarker[] = [];
  const foreign: ForeignMarker[] = [];
  for (const marker of tagged) {
    const { annotation } = marker;
    const nearMiss = nearMisses.get(marker.nearMiss);
    if (!isMarkerText(annotation.text, marker.nearMiss)) {
      foreign.push({ annotation, why: 'text' });
    } else if (nearMiss && ownMarkers(nearMiss, [annotation]).length === 0) {
      foreign.push({ annotation, why: 'place' });
    } else {
      markers.push(marker);
    }
  }
  return { markers, foreign };
}

async function unmarkedOf(
  { send }: SelfTestContext,
  { whole }: GatheredNearMisses,
  markers: readonly DecodedMarker[],
  signal?: AbortSignal
): Promise<Unmarked[]> {
  const marked = new Set(markers.map(({ nearMiss }) => nearMiss));
  const known = new Map<string, Omit<Unmarked, 'nearMiss'>>();
  const unmarked: Unmarked[] = [];
  for (const { nearMiss } of whole) {
    const { id, source, stretch, readOnly } = nearMiss;
    if (!source || !stretch || readOnly || marked.has(id)) {
      continue;
    }
    const { dashboardUid, panelId } = source;
    const key = `${dashboardUid} ${panelId}`;
    const found = known.get(key) ?? (await findSource(send, dashboardUid, panelId, signal));
    known.set(key, found);
    unmarked.push({ nearMiss, ...found });
  }
  return unmarked;
}

async function findSource(
  send: SelfTestContext['send'],
  dashboardUid: string,
  panelId: number,
  signal?: AbortSignal
): Promise<Omit<Unmarked, 'nearMiss'>> {
  const model = await readPanelModel(send, dashboardUid, panelId, signal);
  if (!model.ok) {
    return { source: stateOf(model.failure), dashboardTitle: '', panelTitle: '' };
  }
  const { found, canAnnotate, dashboardTitle, title } = model.value;
  return { source: !found ? 'panel-gone' : canAnnotate ? 'there' : 'not-allowed', dashboardTitle, panelTitle: title };
}

function stateOf({ kind }: Failure): SourceState {
  switch (kind) {
    case 'missing':
      return 'gone';
    case 'forbidden':
      return 'hidden';
    default:
      return 'unread';
  }
}

import { decode } from '../../domain/codec/decode';
import type { NearMiss } from '../../domain/fold/nearMiss';
import { byNearMiss } from '../../domain/fold/byNearMiss';
import { CHANGE_TAG, ENTRY_TAG, idInTags, MARKER_TAG, RECORD_TAG } from '../../domain/codec/tags';
import { type GatheredNearMisses, type StoredPart } from '../../domain/fold/storedPart';
import type { Outcome } from '../../grafana/outcome';
import { readPanelModel } from '../../grafana/panelModel';
import { walkAnnotations } from '../annotations/walk';
import { type Decoded, decodedOf } from '../../domain/codec/decoded';
import type { SelfTestContext } from './checkResult';

export type DecodedMarker = Extract<Decoded, { what: 'marker' }>;

/** What became of the panel a near miss was seen on. */
export type SourceState = 'there' | 'not-allowed' | 'panel-gone' | 'gone' | 'hidden' | 'unread';

/** A near miss with a graph and without a marker. */
interface Unmarked {
  nearMiss: NearMiss;
  source: SourceState;
}

/** Everything of Near Miss that the reader may see, at one moment. */
export interface Inventory {
  gathered: GatheredNearMisses;
  /** Records, changes and entries as they came, twins included. */
  parts: readonly StoredPart[];
  markers: readonly DecodedMarker[];
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
  const markers = decodedOf(decoded, 'marker');
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
      drafts: decodedOf(decoded, 'draft').length,
      unreadableIds: new Set(unreadable),
      unmarked,
    },
  };
}

async function unmarkedOf(
  { send }: SelfTestContext,
  { whole }: GatheredNearMisses,
  markers: readonly DecodedMarker[],
  signal?: AbortSignal
): Promise<Unmarked[]> {
  const marked = new Set(markers.map(({ nearMiss }) => nearMiss));
  const known = new Map<string, SourceState>();
  const unmarked: Unmarked[] = [];
  for (const { nearMiss } of whole) {
    const { id, source, stretch, readOnly } = nearMiss;
    if (!source || !stretch || readOnly || marked.has(id)) {
      continue;
    }
    const { dashboardUid, panelId } = source;
    const key = `${dashboardUid} ${panelId}`;
    const state = known.get(key) ?? (await sourceState(send, dashboardUid, panelId, signal));
    known.set(key, state);
    unmarked.push({ nearMiss, source: state });
  }
  return unmarked;
}

async function sourceState(
  send: SelfTestContext['send'],
  dashboardUid: string,
  panelId: number,
  signal?: AbortSignal
): Promise<SourceState> {
  const model = await readPanelModel(send, dashboardUid, panelId, signal);
  if (model.ok) {
    return !model.value.found ? 'panel-gone' : model.value.canAnnotate ? 'there' : 'not-allowed';
  }
  switch (model.failure.kind) {
    case 'missing':
      return 'gone';
    case 'forbidden':
      return 'hidden';
    default:
      return 'unread';
  }
}

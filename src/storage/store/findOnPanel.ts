import { decode } from '../../domain/codec/decode';
import { decodedOf, type Draft } from '../../domain/codec/decoded';
import { MARKER_TAG, RECORD_TAG } from '../../domain/codec/tags';
import { fold } from '../../domain/fold/fold';
import type { NearMiss } from '../../domain/fold/nearMiss';
import type { Stretch } from '../../domain/series/stretch';
import type { Outcome } from '../../grafana/outcome';
import type { AnnotationPort } from '../annotations/annotationPort';

/** A panel and a part of its time, epoch ms. */
export interface PanelTime {
  dashboardUid: string;
  panelId: number;
  range: Stretch;
}

/** What is there already, newest first; withdrawn ones do not count. */
export interface OnPanel {
  nearMisses: readonly NearMiss[];
  drafts: readonly Draft[];
}

/** More than anybody looks through: what lies further back is not found. */
const MOST = 100;
/** With all that belongs to them. */
const MOST_PARTS = 1_000;

/**
 * The near misses and drafts on a panel whose stretch overlaps the range, as far as the reader may see them. Markers tell of
 * those on the panel; records of that time, of those whose marker was refused or deleted. Three requests, two of them at once.
 */
export async function findOnPanel(
  port: AnnotationPort,
  { dashboardUid, panelId, range }: PanelTime,
  signal?: AbortSignal
): Promise<Outcome<OnPanel>> {
  const within = { ...range, matchAny: true, limit: MOST };
  const [onPanel, records] = await Promise.all([
    port.find({ ...within, dashboardUid, panelId, tags: [RECORD_TAG, MARKER_TAG] }, signal),
    port.find({ ...within, tags: [RECORD_TAG] }, signal),
  ]);
  if (!onPanel.ok) {
    return onPanel;
  }
  if (!records.ok) {
    return records;
  }
  const there = onPanel.value.map(decode);
  const isHere = ({ source }: Pick<NearMiss, 'source'>) =>
    source?.dashboardUid === dashboardUid && source.panelId === panelId;
  const ids = new Set([
    ...decodedOf(there, 'marker').map(({ nearMiss }) => nearMiss),
    ...decodedOf(records.value.map(decode), 'record').flatMap(({ record }) => (isHere(record) ? [record.id] : [])),
  ]);
  const found = await readAll(port, [...ids], signal);
  const isNow = ({ stretch, actedAt }: NearMiss) =>
    (stretch?.from ?? actedAt) <= range.to && (stretch?.to ?? actedAt) >= range.from;
  return found.ok
    ? {
        ok: true,
        value: {
          nearMisses: found.value.filter((each) => each.status !== 'withdrawn' && isHere(each) && isNow(each)),
          drafts: decodedOf(there, 'draft').map(({ draft }) => draft),
        },
      }
    : found;
}

/** Of these ids what can be read, folded, newest first. */
async function readAll(
  port: AnnotationPort,
  ids: readonly string[],
  signal?: AbortSignal
): Promise<Outcome<readonly NearMiss[]>> {
  if (ids.length === 0) {
    return { ok: true, value: [] };
  }
  const parts = await port.find({ tags: ids.map((id) => `nm:${id}`), matchAny: true, limit: MOST_PARTS }, signal);
  if (!parts.ok) {
    return parts;
  }
  const decoded = parts.value.map(decode);
  return { ok: true, value: fold(decodedOf(decoded, 'record'), decodedOf(decoded, 'change')) };
}

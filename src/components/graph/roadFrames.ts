import type { DataFrame, Field, FieldConfig } from '@grafana/data';
import { FieldType } from '@grafana/data';
import type { Projection } from '../../domain/projection/projection';
import type { Point } from '../../domain/series/thinPoints';
import type { ValueRange } from '../../domain/story/picture/storyScale';
import { lineConfig, lineFrame } from './lineFrame';

/** Of all that was not taken; the lighter shades have too little contrast on white. */
export const ROAD = 'dark-orange';

/** Where the band fades it is drawn in so many pieces, each paler than the one before. */
const PIECES = 16;
const DARKEST = 34;
/** The tooltip stops at points only. */
const ROAD_POINTS = 24;

/** How far the road goes into the zone beyond the limit, as a part of it, and by how much it may grow for that. */
const INTO_ZONE = 0.7;
const MOST_BEYOND = 0.5;

/** Drawn, but named nowhere. */
export const HIDDEN = { legend: true, tooltip: true, viz: false };

/** What the road is drawn on. */
export interface Road {
  start: Point;
  limit: number;
  end: number;
  unit: string;
}

type Answer = Extract<Projection, { ok: true }>;

/** Dashed to the crossing and on into the zone; dotted where it would rather have stopped. */
export function roadFrame(
  road: Road,
  { p }: Answer,
  crossing: number,
  name: string,
  range: ValueRange | null
): DataFrame {
  const { start, limit, unit } = road;
  const lineStyle = p < 0.5 ? { fill: 'dot', dash: [0, 6] } : { fill: 'dash', dash: [8, 8] };
  const config: FieldConfig = {
    ...lineConfig(name, unit, ROAD),
    custom: { lineWidth: 2, lineStyle, showPoints: 'never' },
  };
  const zone = range ? (limit > start.value ? range.high - limit : limit - range.low) : 0;
  const further = Math.min(MOST_BEYOND, (INTO_ZONE * zone) / Math.abs(limit - start.value)) || 0;
  const length = Math.max(0, crossing - start.at);
  const shares = Array.from({ length: ROAD_POINTS }, (_, i) => i / ROAD_POINTS).concat(1, 1 + further);
  const times = shares.map((share) => Math.round(start.at + share * length));
  const values = shares.map((share) => start.value + share * (limit - start.value));
  return lineFrame(name, times, [{ name, type: FieldType.number, config, values }]);
}

/** From the earliest likely crossing to the latest; open ("or not at all") it runs on to the horizon and fades. */
export function bandFrames(road: Road, lo: number | null, hi: number | null): DataFrame[] {
  if (lo === null) {
    return [];
  }
  if (hi !== null) {
    return [bandPiece(road, { lo, hi, from: road.start.at, to: hi, opacity: DARKEST, name: 'band' })];
  }
  const width = Math.max(0, road.end - road.start.at) / PIECES;
  return Array.from({ length: PIECES }, (_, piece) => {
    const from = road.start.at + piece * width;
    const opacity = Math.round(DARKEST * (1 - (piece + 0.5) / PIECES));
    return bandPiece(road, { lo, hi, from, to: from + width, opacity, name: `band ${piece}` });
  });
}

interface Piece {
  lo: number;
  hi: number | null;
  from: number;
  to: number;
  opacity: number;
  name: string;
}

function bandPiece(road: Road, { lo, hi, from, to, opacity, name }: Piece): DataFrame {
  const times = lo > from && lo < to ? [from, lo, to] : [from, to];
  const early = times.map((at) => heightAt(road, lo, at));
  const late = times.map((at) => (hi === null ? road.start.value : heightAt(road, hi, at)));
  const rising = road.limit >= road.start.value;
  const edge = (edgeName: string, values: number[], custom: object): Field => ({
    name: edgeName,
    type: FieldType.number,
    config: {
      ...lineConfig(edgeName, road.unit, ROAD),
      custom: { lineWidth: 0, showPoints: 'never', hideFrom: HIDDEN, ...custom },
    },
    values,
  });
  // Grafana fills from the upper edge down to the one it names.
  return lineFrame(name, times, [
    edge(`${name} above`, rising ? early : late, { fillBelowTo: `${name} below`, fillOpacity: opacity }),
    edge(`${name} below`, rising ? late : early, { fillOpacity: 0 }),
  ]);
}

/** On the straight way to the limit that arrives at `crossing`, and at the limit from there. */
function heightAt({ start, limit }: Road, crossing: number, at: number): number {
  const share = crossing > start.at ? Math.min(1, (at - start.at) / (crossing - start.at)) : 1;
  return start.value + (limit - start.value) * share;
}

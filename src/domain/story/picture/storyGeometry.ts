import { marginOf } from '../../projection/margin';
import type { Projection } from '../../projection/projection';
import { measuredPoints } from '../../series/measuredPoints';
import type { Point } from '../../series/thinPoints';
import type { Size, Story } from './story';
import { type StoryScale, storyScale } from './storyScale';

export interface Spot {
  x: number;
  y: number;
}

/** The road as far as it is drawn: to the limit, and a little way into the zone beyond it. */
export interface Road {
  from: Spot;
  crossing: Spot;
  tip: Spot;
  /** Below even: it would rather have stopped. */
  unlikely: boolean;
}

/** Where everything of a picture lies, px. */
export interface StoryGeometry {
  size: Size;
  fontSize: number;
  scale: StoryScale;
  /** 1 where "away from the limit" is downwards, -1 where it is upwards. */
  away: 1 | -1;
  limitY: number | null;
  /** Measured, up to the acting and after it; broken at gaps. */
  seen: ReadonlyArray<readonly Spot[]>;
  after: ReadonlyArray<readonly Spot[]>;
  acted: Spot | null;
  road: Road | null;
  band: readonly Spot[];
  /** The band has no end: it fades. */
  bandIsOpen: boolean;
  /** From acting to the earliest crossing, at one height. */
  margin: { from: Spot; to: Spot } | null;
}

/** Room away from the limit, px. */
const EDGE = 6;

/** Lays a story out in a picture of that size. Lines may leave the picture; they are cut off there. */
export function storyGeometry(story: Story, size: Size): StoryGeometry {
  const { limit, projection, actedAt, evidence } = story;
  const points = evidence.series[0] ? measuredPoints(evidence.series[0]) : [];
  const scale = storyScale({ ...story, points }, { ...size, margin: EDGE });
  return layOut({ limit, projection, actedAt, points, scale, size });
}

type Laid = Pick<Story, 'limit' | 'projection' | 'actedAt'> & {
  points: readonly Point[];
  scale: StoryScale;
  size: Size;
};

/** The same on scales that are given: those of a graph that draws the lines itself. */
export function layOut({ limit, projection, actedAt, points, scale, size }: Laid): StoryGeometry {
  const away = limit?.direction === 'falling' ? -1 : 1;
  const limitY = limit && Number.isFinite(limit.value) ? scale.y(limit.value) : null;
  const spotOf = ({ at, value }: Point): Spot => ({ x: scale.x(at), y: scale.y(value) });
  const last = points.findLast(({ at }) => at <= actedAt) ?? null;
  const acted = last && inside({ x: scale.x(actedAt), y: scale.y(last.value) }, size);
  const start = projection?.ok ? points.findLast(({ at }) => at <= projection.window.to) : undefined;
  const base = { size, fontSize: fontSizeFor(size), scale, away, limitY, acted } as const;
  const { seen, after } = parted(runsOf(points, scale), actedAt);
  const lines = { seen: seen.map((run) => run.map(spotOf)), after: after.map((run) => run.map(spotOf)) };
  const none = { road: null, band: [], bandIsOpen: false, margin: null };
  if (!projection?.ok || limitY === null || !start) {
    return { ...base, ...lines, ...none };
  }
  const from = spotOf(start);
  return {
    ...base,
    ...lines,
    road: roadOf(projection, from, limitY, base),
    band: bandOf(projection, from, limitY, base),
    bandIsOpen: projection.hi === null,
    margin: acted && marginLine(projection, actedAt, acted, base),
  };
}

type Base = Pick<StoryGeometry, 'size' | 'scale' | 'away'>;
type Answer = Extract<Projection, { ok: true }>;

/** A zoomed graph may show another part. */
function inside(spot: Spot, { width }: Size): Spot | null {
  return spot.x >= 0 && spot.x <= width ? spot : null;
}

function fontSizeFor({ width, height }: Size): number {
  if (width >= 600 && height >= 200) {
    return 13;
  }
  return width >= 300 && height >= 120 ? 12 : 11;
}

/** One run for each part between gaps, with a neighbour at each side of the crop so that lines run on to the edge. */
function runsOf(points: readonly Point[], { crop }: StoryScale): Point[][] {
  const first = points.findIndex(({ at }) => at >= crop.from);
  const last = points.findLastIndex(({ at }) => at <= crop.to);
  const runs: Point[][] = [];
  for (const point of first < 0 ? [] : points.slice(Math.max(0, first - 1), last + 2)) {
    const run = runs[runs.length - 1];
    if (run && !point.afterGap) {
      run.push(point);
    } else {
      runs.push([point]);
    }
  }
  return runs;
}

/** The runs up to the acting, and what came after it, which begins where they end. */
function parted(runs: readonly Point[][], actedAt: number): { seen: Point[][]; after: Point[][] } {
  const after = runs.map((run) => {
    const later = run.findIndex(({ at }) => at > actedAt);
    return later < 0 ? [] : run.slice(Math.max(0, later - 1));
  });
  const seen = runs.map((run) => run.filter(({ at }) => at <= actedAt));
  const some = (run: readonly Point[]) => run.length > 0;
  return { seen: seen.filter(some), after: after.filter(some) };
}

function roadOf({ crossing, p }: Answer, from: Spot, limitY: number, { size, scale, away }: Base): Road | null {
  if (crossing === null) {
    return null;
  }
  const met = { x: Math.max(from.x, scale.x(crossing)), y: limitY };
  const zone = away > 0 ? limitY : size.height - limitY;
  const right = (size.width - met.x) / (met.x - from.x);
  const beyond = (0.7 * zone) / Math.abs(limitY - from.y);
  const further = Math.max(0, Math.min(0.5, right, Number.isFinite(beyond) ? beyond : 0) || 0);
  return {
    from,
    crossing: met,
    tip: { x: met.x + further * (met.x - from.x), y: met.y + further * (met.y - from.y) },
    unlikely: p < 0.5,
  };
}

/** From the earliest likely crossing to the latest; with none it runs on to the right. */
function bandOf({ lo, hi }: Answer, from: Spot, limitY: number, { size, scale }: Base): Spot[] {
  if (lo === null) {
    return [];
  }
  const at = (moment: number): Spot => ({ x: Math.max(from.x, scale.x(moment)), y: limitY });
  return hi === null
    ? [from, at(lo), { x: size.width, y: limitY }, { x: size.width, y: from.y }]
    : [from, at(lo), at(hi)];
}

function marginLine(projection: Answer, actedAt: number, acted: Spot, { size, scale, away }: Base) {
  const { atLeast, around } = marginOf(projection, actedAt);
  const length = atLeast ?? around;
  const y = Math.max(5, Math.min(size.height - 5, acted.y + 9 * away));
  const to = length === null ? null : inside({ x: scale.x(actedAt + length), y }, size);
  return to && { from: { x: acted.x, y }, to };
}

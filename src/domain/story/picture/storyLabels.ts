import type { Speech } from '../speech';
import { type Label, type PlacedLabel, placeLabels, type Spot } from './placeLabels';
import type { Story } from './story';
import type { StoryGeometry } from './storyGeometry';
import { type StoryWord, storyWords } from './storyWords';

/** Between points of a line that words had better not cover, px. */
const STEP = 6;
/** Of one line: part of it may lie far outside. */
const MOST_STEPS = 200;

type Point = Pick<Spot, 'x' | 'y'>;

/** From this width on a picture may stand alone, px: narrower ones have their day written beside them. */
const ROOMY = 600;

/** The words of a picture and where they stand: beside what they are about, and nowhere on one another. */
export function storyLabels(story: Story, geometry: StoryGeometry, speech: Speech): PlacedLabel[] {
  const { size, fontSize } = geometry;
  const at = heights(geometry);
  const labels = storyWords(story, speech, size.width >= ROOMY).map(({ of, texts, optional }): Label => ({
    of,
    texts,
    optional,
    spots: SPOTS[of](geometry, at, story),
  }));
  return placeLabels(labels, { ...size, fontSize, avoid: linePoints(geometry) });
}

/** Heights at which words stand, px. */
interface Heights {
  inZone: number;
  /** Just before the limit. */
  besideLimit: number;
  /** At the edge away from the limit. */
  far: number;
  line: number;
}

function heights({ size: { height }, fontSize, away, limitY }: StoryGeometry): Heights {
  const line = 0.85 * fontSize;
  const limit = limitY ?? (away > 0 ? 0 : height);
  return {
    inZone: (limit + (away > 0 ? 0 : height)) / 2,
    besideLimit: limit + away * line,
    far: away > 0 ? height - line : line,
    line,
  };
}

type Spots = (geometry: StoryGeometry, heights: Heights, story: Story) => Spot[];

const SPOTS: Readonly<Record<StoryWord['of'], Spots>> = {
  incident: ({ size: { width } }, { inZone }) => [start(0, inZone), end(width, inZone)],
  limit: ({ size: { width }, road }, { inZone, besideLimit }) => [
    end(road ? road.crossing.x - 10 : width, inZone),
    end(width, inZone),
    start(0, inZone),
    start(0, besideLimit),
    end(width, besideLimit),
  ],
  margin: (geometry, { line }) => {
    const { margin, away, size } = geometry;
    if (!margin) {
      return [];
    }
    const { from, to } = margin;
    const y = from.y + away * line;
    return [middle((from.x + to.x) / 2, y), start(from.x + 5, y), end(size.width, y), ...rows(geometry)];
  },
  acted: (geometry, { far, line }) => {
    const { acted, away } = geometry;
    if (!acted) {
      return [];
    }
    const { x, y } = acted;
    const beside = [end(x - 5, far), start(x + 5, far), end(x - 8, y - away * line), start(x + 5, y + away * line)];
    return [...beside, ...rows(geometry)];
  },
  name: (geometry, { far, besideLimit }) => [start(0, far), start(0, besideLimit), ...rows(geometry)],
  refused: (geometry, { besideLimit }) => [end(geometry.size.width, besideLimit), ...rows(geometry)],
  stretch: ({ scale }, { besideLimit, far }, { stretch: { from, to } }) => {
    const x = Math.max(0, scale.x(from));
    return [start(x, besideLimit), middle((x + scale.x(to)) / 2, besideLimit), start(x, far)];
  },
  after: ({ after, away, size }, { line }) => {
    const points = after.flat().filter(({ x }) => x <= size.width);
    return [1, 0.75, 0.5].flatMap((share) => {
      const point = points[Math.floor(share * (points.length - 1))];
      return point ? [end(size.width, point.y - away * line), end(size.width, point.y + away * line)] : [];
    });
  },
  beyond: (geometry) => rows(geometry).filter(({ align }) => align === 'end'),
};

/** Lines of text through the part before the limit, from the one farthest away from it. */
function rows({ size: { width, height }, fontSize, away, limitY }: StoryGeometry): Spot[] {
  const line = 1.3 * fontSize;
  const far = away > 0 ? height - line / 2 : line / 2;
  const room = Math.abs((limitY ?? (away > 0 ? 0 : height)) - far);
  return Array.from({ length: Math.max(1, Math.floor(room / line)) }, (_, row) => far - away * row * line).flatMap(
    (y) => [end(width, y), start(4, y), middle(width / 2, y)]
  );
}

function start(x: number, y: number): Spot {
  return { x, y, align: 'start' };
}

function middle(x: number, y: number): Spot {
  return { x, y, align: 'middle' };
}

function end(x: number, y: number): Spot {
  return { x, y, align: 'end' };
}

/** The lines as points that lie no more than a step apart. */
function linePoints({ seen, after, road, margin, acted, size, away }: StoryGeometry): Point[] {
  const points: Point[] = [];
  const follow = (line: readonly Point[]) =>
    line.forEach((spot, index) => {
      const { x, y } = line[index - 1] ?? spot;
      const [right, down] = [spot.x - x, spot.y - y];
      const steps = Math.min(MOST_STEPS, Math.max(1, Math.ceil((Math.abs(right) + Math.abs(down)) / STEP)));
      for (let step = 1; step <= steps; step++) {
        points.push({ x: x + (step / steps) * right, y: y + (step / steps) * down });
      }
    });
  seen.forEach(follow);
  after.forEach(follow);
  follow(road ? [road.from, road.tip] : []);
  follow(margin ? [margin.from, margin.to] : []);
  follow(acted ? [acted, { x: acted.x, y: away > 0 ? size.height : 0 }] : []);
  return points;
}

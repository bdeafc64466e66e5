import type { Stretch } from '../../series/stretch';
import type { StoryColours } from './story';
import type { Road, Spot, StoryGeometry } from './storyGeometry';

/** The stretch that was acted on, as a shade up to the limit. */
export function stretchShape(
  { from, to }: Stretch,
  { scale, size, limitY, away }: StoryGeometry,
  { stretch }: StoryColours
): string {
  const [top, bottom] = zones(size.height, limitY, away).before;
  const left = scale.x(from);
  const box = `x="${px(left)}" y="${px(top)}" width="${px(Math.max(1, scale.x(to) - left))}" height="${px(bottom - top)}"`;
  return `<rect ${box} fill="${stretch}" fill-opacity="0.1"/>`;
}

function zones(height: number, limitY: number | null, away: 1 | -1) {
  const above = [0, Math.max(0, limitY ?? 0)] as const;
  const below = [Math.min(height, limitY ?? height), height] as const;
  return away > 0
    ? { beyond: above, before: [above[1], height] as const }
    : { beyond: below, before: [0, below[0]] as const };
}

/** The zone beyond the limit, pale and hatched, and the limit as its edge. */
export function limitShapes({ size: { width, height }, limitY, away }: StoryGeometry, { limit }: StoryColours): string {
  if (limitY === null) {
    return '';
  }
  const [top, bottom] = zones(height, limitY, away).beyond;
  const box = `x="0" y="${px(top)}" width="${width}" height="${px(bottom - top)}"`;
  // Pictures share a page: equal ids then stand for equal patterns.
  const id = `nm-hatch-${limit.replace(/\W/g, '_')}`;
  return (
    `<defs><pattern id="${id}" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">` +
    `<line x1="0" y1="0" x2="0" y2="7" stroke="${limit}" stroke-width="1.5" stroke-opacity="0.3"/></pattern></defs>` +
    `<rect ${box} fill="${limit}" fill-opacity="0.1"/><rect ${box} fill="url(#${id})"/>` +
    straight({ x: 0, y: limitY }, { x: width, y: limitY }, `stroke="${limit}" stroke-width="1.5"`)
  );
}

/** The band of what was likely; open, it fades towards the right edge and has no end there. */
export function bandShape({ band, bandIsOpen, size }: StoryGeometry, colours: StoryColours): string {
  const [from] = band;
  if (!from) {
    return '';
  }
  const points = band.map(written).join(' ');
  if (!bandIsOpen) {
    return `<polygon points="${points}" fill="${colours.band}" fill-opacity="0.3"/>`;
  }
  const id = `nm-fade-${px(from.x)}-${size.width}`.replaceAll('.', '_');
  return (
    `<defs><linearGradient id="${id}" gradientUnits="userSpaceOnUse" x1="${px(from.x)}" y1="0" x2="${size.width}" y2="0">` +
    `<stop offset="0" stop-color="${colours.band}" stop-opacity="0.45"/>` +
    `<stop offset="1" stop-color="${colours.band}" stop-opacity="0"/></linearGradient></defs>` +
    `<polygon points="${points}" fill="url(#${id})"/>`
  );
}

/** Dashed to the limit and into the zone; dotted where it would rather have stopped. */
export function roadShape(road: Road | null, colours: StoryColours): string {
  if (!road) {
    return '';
  }
  const { from, tip, unlikely } = road;
  const look = unlikely
    ? 'stroke-width="2.5" stroke-dasharray="0 6" stroke-linecap="round" stroke-opacity="0.8"'
    : 'stroke-width="2.5" stroke-dasharray="7 4"';
  const points = `${written(from)} ${written(tip)}`;
  return `<polyline points="${points}" fill="none" stroke="${colours.road}" ${look}/>${ringShape(road, colours)}`;
}

/** Where it would have crossed: open, because it did not. */
export function ringShape(road: Road | null, { road: colour, background }: StoryColours): string {
  return road
    ? `<circle cx="${px(road.crossing.x)}" cy="${px(road.crossing.y)}" r="3.5" fill="${background}" stroke="${colour}" stroke-width="2"/>`
    : '';
}

/** What was measured: up to the acting in full, after it thinner. A run of one point is a dot, which only round ends show. */
export function lineShapes({ seen, after }: StoryGeometry, { line }: StoryColours): string {
  const drawn = (run: readonly Spot[], width: number, opacity: string) => {
    const points = (run.length > 1 ? run : [...run, ...run]).map(written).join(' ');
    const look = `stroke="${line}" stroke-width="${width}" stroke-linejoin="round" stroke-linecap="round"${opacity}`;
    return `<polyline points="${points}" fill="none" ${look}/>`;
  };
  return [
    ...after.map((run) => drawn(run, 1.25, ' stroke-opacity="0.7"')),
    ...seen.map((run) => drawn(run, 2.25, '')),
  ].join('');
}

/** The moment of acting: a dot on the line, and a thin line away from the limit. */
export function actedShape({ acted, away, size }: StoryGeometry, { text, background }: StoryColours): string {
  if (!acted) {
    return '';
  }
  const edge = { x: acted.x, y: away > 0 ? size.height : 0 };
  return (
    straight(acted, edge, `stroke="${text}" stroke-dasharray="2 2"`) +
    `<circle cx="${px(acted.x)}" cy="${px(acted.y)}" r="4" fill="${text}" stroke="${background}" stroke-width="1.5"/>`
  );
}

/** How long before: a line from the acting to the earliest crossing, which a thin one connects with the limit. */
export function marginShape({ margin, limitY }: StoryGeometry, { text }: StoryColours): string {
  if (!margin || limitY === null) {
    return '';
  }
  const { from, to } = margin;
  const tick = (x: number) =>
    straight({ x, y: from.y - 4 }, { x, y: from.y + 4 }, `stroke="${text}" stroke-width="1.5"`);
  return (
    straight(from, to, `stroke="${text}" stroke-width="1.5"`) +
    tick(from.x) +
    tick(to.x) +
    straight(to, { x: to.x, y: limitY }, `stroke="${text}" stroke-dasharray="1 3"`)
  );
}

function straight(from: Spot, to: Spot, look: string): string {
  return `<line x1="${px(from.x)}" y1="${px(from.y)}" x2="${px(to.x)}" y2="${px(to.y)}" ${look}/>`;
}

function written({ x, y }: Spot): string {
  return `${px(x)},${px(y)}`;
}

/** Pixels as they are written: to a tenth. */
export function px(pixels: number): number {
  return Math.round(10 * pixels) / 10;
}

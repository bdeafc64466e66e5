import type { Evidence, EvidenceSeries } from '../series/evidence';
import { measuredPoints } from '../series/measuredPoints';
import type { Point } from '../series/thinPoints';
import { escapeHtml } from '../text/html';
import type { StoryScale } from './storyScale';
import { storyScale } from './storyScale';
import type { Projection } from '../projection/projection';
import type { Limit } from '../projection/limit';
import type { Stretch } from '../series/stretch';
import { cutMiddle } from '../text/cutMiddle';

interface Story {
  evidence: Evidence;
  stretch: Stretch;
  limit: Limit | null;
  projection: Projection | null;
  /** Epoch ms. */
  actedAt: number;
}

interface Size {
  width: number;
  height: number;
}

/** CSS colours. */
export interface StoryColours {
  line: string;
  road: string;
  band: string;
  limit: string;
  stretch: string;
  text: string;
  background: string;
}

/** Below this height there is room for lines only. */
const ROOM_FOR_WORDS = 160;

/**
 * A still picture of the road not taken as an SVG document: the first series, broken at its gaps, the stretch shaded, the
 * limit, and from what was last seen before acting a dashed road to the crossing within its band. With no upper end the band fades
 * towards the right edge and is never closed. No script, no reference to anything outside, all text escaped.
 */
export function storySvg(story: Story, { width, height }: Size, colours: StoryColours): string {
  const paint = escapedColours(colours);
  const roomy = height >= ROOM_FOR_WORDS;
  const main = story.evidence.series[0];
  const scale = storyScale({ ...story, main }, { width, height, margin: roomy ? 16 : 4 });
  const shapes = [
    `<rect width="${width}" height="${height}" fill="${paint.background}"/>`,
    stretchShape(story.stretch, scale, height, paint),
    roadShapes(story, main, scale, paint),
    limitShape(story.limit, scale, width, paint),
    lineShape(main, scale, roomy, paint),
    roomy ? words(story, main, scale, { width, height }, paint) : '',
  ];
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" ` +
    `role="img" aria-label="${escapeHtml(label(story, main))}">${shapes.join('')}</svg>`
  );
}

function label({ limit, projection }: Story, main: EvidenceSeries | undefined): string {
  const name = main?.name ?? 'graph';
  const towards = limit ? ` towards ${limit.text}` : '';
  return projection?.ok && projection.crossing !== null
    ? `${name}${towards}, and the road not taken`
    : `${name}${towards}`;
}

function stretchShape({ from, to }: Stretch, { x }: StoryScale, height: number, { stretch }: StoryColours): string {
  const wide = Math.max(1, x(to) - x(from));
  return `<rect x="${px(x(from))}" y="0" width="${px(wide)}" height="${height}" fill="${stretch}" fill-opacity="0.25"/>`;
}

function limitShape(limit: Limit | null, { y }: StoryScale, width: number, colours: StoryColours): string {
  if (!limit) {
    return '';
  }
  const at = px(y(limit.value));
  return `<line x1="0" y1="${at}" x2="${width}" y2="${at}" stroke="${colours.limit}" stroke-width="1.5"/>`;
}

/** One line for each run of points between gaps; a run of one point is a dot, which only round ends show. */
function lineShape(
  main: EvidenceSeries | undefined,
  { x, y }: StoryScale,
  roomy: boolean,
  colours: StoryColours
): string {
  const runs: string[][] = [];
  for (const { at, value, afterGap } of main ? measuredPoints(main) : []) {
    const point = `${px(x(at))},${px(y(value))}`;
    const run = runs[runs.length - 1];
    if (run && !afterGap) {
      run.push(point);
    } else {
      runs.push([point]);
    }
  }
  const look =
    `fill="none" stroke="${colours.line}" stroke-width="${roomy ? 2 : 1.5}" ` +
    `stroke-linejoin="round" stroke-linecap="round"`;
  const line = (points: string[]) => `<polyline points="${points.join(' ')}" ${look}/>`;
  return runs.map(([first = '', ...more]) => line([first, ...(more.length > 0 ? more : [first])])).join('');
}

/** The band (earliest to latest crossing) and in it the dashed road to the middle one. */
function roadShapes(
  { projection, limit }: Story,
  main: EvidenceSeries | undefined,
  { x, y, end }: StoryScale,
  colours: StoryColours
): string {
  const start = projection?.ok ? lastSeen(main, projection.window.to) : undefined;
  if (!projection?.ok || !limit || !start) {
    return '';
  }
  const origin = `${px(x(start.at))},${px(y(start.value))}`;
  const at = (time: number) => `${px(x(Math.max(start.at, time)))},${px(y(limit.value))}`;
  const { crossing, lo, hi } = projection;
  const road =
    crossing === null
      ? ''
      : `<polyline points="${origin} ${at(crossing)}" fill="none" stroke="${colours.road}" stroke-width="2" stroke-dasharray="5 4"/>`;
  if (lo === null) {
    return road;
  }
  if (hi !== null) {
    return `<polygon points="${origin} ${at(lo)} ${at(hi)}" fill="${colours.band}" fill-opacity="0.35"/>${road}`;
  }
  const right = `${px(x(end))},${px(y(start.value))}`;
  // Pictures share a page: equal ids then stand for equal gradients.
  const id = `nm-fade-${px(x(start.at))}-${px(x(end))}`.replaceAll('.', '_');
  return (
    `<defs><linearGradient id="${id}" gradientUnits="userSpaceOnUse" x1="${px(x(start.at))}" y1="0" x2="${px(x(end))}" y2="0">` +
    `<stop offset="0" stop-color="${colours.band}" stop-opacity="0.5"/>` +
    `<stop offset="1" stop-color="${colours.band}" stop-opacity="0"/></linearGradient></defs>` +
    `<polygon points="${origin} ${at(lo)} ${at(end)} ${right}" fill="url(#${id})"/>${road}`
  );
}

/** The last point of what was projected: later ones already show what was done. */
function lastSeen(main: EvidenceSeries | undefined, until: number): Point | undefined {
  const seen = main ? measuredPoints(main).filter(({ at }) => at <= until) : [];
  return seen[seen.length - 1];
}

function words(
  { limit, actedAt }: Story,
  main: EvidenceSeries | undefined,
  { x, y }: StoryScale,
  { width, height }: Size,
  colours: StoryColours
): string {
  const acted = px(x(actedAt));
  const parts = [
    `<line x1="${acted}" y1="0" x2="${acted}" y2="${height}" stroke="${colours.text}" stroke-dasharray="2 3" stroke-opacity="0.6"/>`,
    written(main?.name ?? '', 16, height - 4, width, colours.line),
  ];
  if (limit) {
    const above = y(limit.value) > 24;
    parts.push(written(limit.text, 16, y(limit.value) + (above ? -5 : 14), width, colours.text));
  }
  return parts.join('');
}

/** About 7 pixels a letter; of what does not fit both ends stand. */
function written(text: string, x: number, y: number, width: number, colour: string): string {
  const fitting = escapeHtml(cutMiddle(text, Math.max(1, Math.floor((width - x) / 7))));
  return `<text x="${px(x)}" y="${px(y)}" font-family="sans-serif" font-size="12" fill="${colour}">${fitting}</text>`;
}

function px(pixels: number): number {
  return Math.round(10 * pixels) / 10;
}

function escapedColours(colours: StoryColours): StoryColours {
  return {
    line: escapeHtml(colours.line),
    road: escapeHtml(colours.road),
    band: escapeHtml(colours.band),
    limit: escapeHtml(colours.limit),
    stretch: escapeHtml(colours.stretch),
    text: escapeHtml(colours.text),
    background: escapeHtml(colours.background),
  };
}

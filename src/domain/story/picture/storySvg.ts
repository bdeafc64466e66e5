import { escapeHtml } from '../../text/html';
import { projectionSentence } from '../projectionSentence';
import type { Speech } from '../speech';
import type { PlacedLabel } from './placeLabels';
import type { Size, Story, StoryColours } from './story';
import { refusalInShort } from './refusalInShort';
import { type StoryGeometry, storyGeometry } from './storyGeometry';
import { storyLabels } from './storyLabels';
import {
  actedShape,
  bandShape,
  limitShapes,
  lineShapes,
  marginShape,
  px,
  ringShape,
  roadShape,
  stretchShape,
} from './storyShapes';

/**
 * A still picture of the road not taken as an SVG document: the line that somebody acted on, the zone beyond the limit, and
 * the dashed road that would have led there, each with its words beside it as far as there is room. With no upper end the band
 * fades towards the right edge and is never closed. No script, no reference to anything outside, all text escaped.
 */
export function storySvg(story: Story, size: Size, colours: StoryColours, speech: Speech): string {
  const paint = escapedColours(colours);
  const geometry = storyGeometry(story, size);
  const shapes = [
    `<rect width="${size.width}" height="${size.height}" fill="${paint.background}"/>`,
    stretchShape(story.stretch, geometry, paint),
    limitShapes(geometry, paint),
    bandShape(geometry, paint),
    lineShapes(geometry, paint),
    marginShape(geometry, paint),
    roadShape(geometry.road, paint),
    actedShape(geometry, paint),
    labelShapes(storyLabels(story, geometry, speech), geometry.fontSize, paint),
  ];
  return svgDocument(size, storyAlt(story, speech), shapes);
}

/** What the still picture has besides its lines, to be laid over a graph that has drawn those on the same scales. */
export function overlaySvg(story: Story, geometry: StoryGeometry, colours: StoryColours, speech: Speech): string {
  const paint = escapedColours(colours);
  const shapes = [
    limitShapes(geometry, paint),
    marginShape(geometry, paint),
    ringShape(geometry.road, paint),
    actedShape(geometry, paint),
    labelShapes(storyLabels(story, geometry, speech), geometry.fontSize, paint),
  ];
  return svgDocument(geometry.size, storyAlt(story, speech), shapes);
}

function svgDocument({ width, height }: Size, alt: string, shapes: readonly string[]): string {
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" ` +
    `role="img" aria-label="${escapeHtml(alt)}">${shapes.join('')}</svg>`
  );
}

/** The picture in words, for where it stands alone. */
export function storyAlt({ evidence, stretch, limit, projection, actedAt }: Story, speech: Speech): string {
  const name = evidence.series[0]?.name ?? '';
  const graph = speech.phrase('picture.graph', 'Graph of {{name}}.', { name });
  if (!limit || !projection) {
    return graph;
  }
  const road = projection.ok
    ? projectionSentence({ name, heading: name, limit, projection, actedAt, stretch }, speech)
    : // Whoever looks at a picture has no other stretch to choose.
      speech.phrase('picture.no-road-said', 'No road: {{why}}.', { why: refusalInShort(projection.reason, speech) });
  return `${graph} ${road}`;
}

/** Each with a rim in the colour of the paper, so that it can be read on a line. */
function labelShapes(labels: readonly PlacedLabel[], fontSize: number, { text, background }: StoryColours): string {
  const words = labels.map(({ of, text: said, align, left, top, width, height }) => {
    const x = left + { start: 0, middle: width / 2, end: width }[align];
    const at = `x="${px(x)}" y="${px(top + height / 2 + 0.35 * fontSize)}" text-anchor="${align}"`;
    return `<text ${at}${of === 'margin' ? ' font-weight="600"' : ''}>${escapeHtml(said)}</text>`;
  });
  return (
    `<g font-family="Inter, Helvetica, Arial, sans-serif" font-size="${fontSize}" fill="${text}" ` +
    `stroke="${background}" stroke-width="3" stroke-linejoin="round" paint-order="stroke">${words.join('')}</g>`
  );
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

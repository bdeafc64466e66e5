import { chosenEvidence } from '../../record/chosenSeries';
import type { NearMissRecord } from '../../record/record';
import type { Speech } from '../speech';
import type { Size, StoryColours } from './story';
import { storyAlt, storySvg } from './storySvg';

/** The still picture of a near miss as an SVG document and in words; null where nothing that can be drawn was kept. */
export function nearMissPicture(
  nearMiss: NearMissRecord,
  size: Size,
  colours: StoryColours,
  speech: Speech
): { svg: string; alt: string } | null {
  const { stretch, limit, projection, actedAt } = nearMiss;
  const evidence = chosenEvidence(nearMiss);
  if (!evidence?.series[0] || !stretch) {
    return null;
  }
  const story = { evidence, stretch, limit, projection, actedAt };
  return { svg: storySvg(story, size, colours, speech), alt: storyAlt(story, speech) };
}

/** An SVG document as the address of an image; also between the brackets of a Markdown image and the quotes of HTML. */
export function pictureAddress(svg: string): string {
  return `data:image/svg+xml,${encodeURIComponent(svg).replace(/[!'()*~]/g, escaped)}`;
}

function escaped(character: string): string {
  return `%${character.charCodeAt(0).toString(16)}`;
}

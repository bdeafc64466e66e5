import type { NearMissRecord } from '../../record/record';
import { datedSpeech, type Speech } from '../speech';
import { nearMissPicture, pictureAddress } from './nearMissPicture';
import { PAPER_COLOURS } from './story';

const SIZE = { width: 700, height: 260 };

/** The picture of a near miss as an image within a Markdown document, with its words for whoever cannot see it; empty without a graph. */
export function pictureMarkdown(nearMiss: NearMissRecord, speech: Speech): string {
  const image = markdownImage(nearMiss, speech);
  return image ? `![${image.alt}](${image.address})` : '';
}

/** Its words and its `data:` address apart, for documents that hold addresses elsewhere; null without a graph. */
export function markdownImage(nearMiss: NearMissRecord, speech: Speech): { alt: string; address: string } | null {
  const picture = nearMissPicture(nearMiss, SIZE, PAPER_COLOURS, datedSpeech(speech));
  return picture && { alt: plainWords(picture.alt), address: pictureAddress(picture.svg) };
}

/** Renderers differ in what they do with marks within an alternative text, and some write it into HTML as it stands. */
function plainWords(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N} .,;:%()+-]+/gu, ' ');
}

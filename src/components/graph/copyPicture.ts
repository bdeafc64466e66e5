import { chosenEvidence } from '../../domain/record/chosenSeries';
import type { NearMissRecord } from '../../domain/record/record';
import { nearMissPicture, pictureAddress } from '../../domain/story/picture/nearMissPicture';
import { PAPER_COLOURS, type Size } from '../../domain/story/picture/story';
import { datedSpeech, type Speech } from '../../domain/story/speech';
import { t } from '../../i18n/t';
import { saveFile } from '../saveFile';

/** Pixels a pixel: chats scale pictures up, and screens are fine. */
const SHARPNESS = 2;

const SIZE = { width: 700, height: 260 };

/** False where nothing that can be drawn was kept. */
export function hasPicture(nearMiss: NearMissRecord): boolean {
  return nearMiss.stretch !== null && chosenEvidence(nearMiss)?.series[0] !== undefined;
}

/**
 * Puts the picture of a near miss on the clipboard as a PNG, which chats take where they refuse SVG; with date and zone, because it is
 * read elsewhere. Where the browser does not allow that (without HTTPS, by policy) it saves the SVG as a file. Returns what it did, in words.
 */
export async function copyPicture(nearMiss: NearMissRecord, speech: Speech): Promise<string> {
  const svg = nearMissPicture(nearMiss, SIZE, PAPER_COLOURS, datedSpeech(speech))?.svg ?? '';
  try {
    // A promise within the item: Safari asks for the item before anything was waited for.
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': pngOf(svg, SIZE) })]);
    return t('share.picture-copied', 'Picture copied');
  } catch {
    saveFile(`near-miss-${nearMiss.id}.svg`, 'image/svg+xml', svg);
    return t('share.picture-saved', 'The browser does not let this page copy pictures: saved as a file');
  }
}

async function pngOf(svg: string, { width, height }: Size): Promise<Blob> {
  const image = new Image(width, height);
  image.src = pictureAddress(svg);
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = SHARPNESS * width;
  canvas.height = SHARPNESS * height;
  const context = canvas.getContext('2d');
  context?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (context && blob ? resolve(blob) : reject(new Error('The browser draws no PNG'))),
      'image/png'
    );
  });
}

import { pictureAddress } from '../../domain/story/picture/nearMissPicture';
import type { Size } from '../../domain/story/picture/story';
import { saveFile } from '../saveFile';

/** Pixels a pixel: chats scale pictures up, and screens are fine. */
const SHARPNESS = 2;

/**
 * Puts a picture on the clipboard as a PNG, which chats take where they refuse SVG. Where the browser does not allow that
 * (without HTTPS, by policy) it saves the SVG as a file instead, and says so.
 */
export async function copyPicture(svg: string, size: Size, name: string): Promise<'copied' | 'saved'> {
  try {
    // A promise within the item: Safari asks for the item before anything was waited for.
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': pngOf(svg, size) })]);
    return 'copied';
  } catch {
    saveFile(`${name}.svg`, 'image/svg+xml', svg);
    return 'saved';
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

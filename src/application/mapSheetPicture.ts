import fontAddress from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url';
import { sheetSize } from '../core/exchange/mapSheet/mapSheet';
import { withPrintResolution } from '../core/exchange/mapSheet/pngChunks';
import { proofInSheet } from '../core/exchange/mapSheet/readMapSheet';
import { FILE_WORDS } from './words';

/** What print asks for. */
const DOTS_PER_INCH = 300;
const MILLIMETRES_PER_INCH = 25.4;

/** The sheet is drawn so many dots high at a time, with the page free to answer in between. */
const BAND_DOTS = 96;

/** A picture knows none of the page's fonts: the one the page is set in goes along. */
async function fontStyle(): Promise<string> {
  const bytes = new Uint8Array(await (await fetch(fontAddress)).arrayBuffer());
  const text = Array.from(bytes, (byte) => String.fromCodePoint(byte)).join('');
  return `<style>@font-face{font-family:"Inter Variable";font-weight:100 900;src:url(data:font/woff2;base64,${btoa(text)}) format("woff2")}</style>`;
}

function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}

async function pictureOf(svg: string): Promise<HTMLImageElement> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    return image;
  } finally {
    URL.revokeObjectURL(address);
  }
}

function encoded(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error(FILE_WORDS.noPicture));
    }, 'image/png');
  });
}

/**
 * A map sheet as a picture for print, 300 dots per inch, with the sheet's proof inside. Drawn band by band, so that the
 * page goes on answering. Rejects in Norwegian when the browser cannot hold so large a picture.
 */
export async function mapSheetPicture(svg: string): Promise<Blob> {
  const size = sheetSize(svg);
  if (!size) throw new RangeError('Not a map sheet');
  const [wide, high] = [size.wide, size.high].map((millimetres) => Math.round((millimetres / MILLIMETRES_PER_INCH) * DOTS_PER_INCH));
  if (wide === undefined || high === undefined) throw new RangeError('Not a map sheet');
  const proof = proofInSheet(svg) ?? '';
  const drawing = svg
    .replace(/ width="[\d.]+mm" height="[\d.]+mm"/u, ` width="${wide}" height="${high}"`)
    .replace(/<metadata[^>]*>[^<]*<\/metadata>/u, await fontStyle());
  const image = await pictureOf(drawing);
  const canvas = document.createElement('canvas');
  canvas.width = wide;
  canvas.height = high;
  // In memory, not on the graphics card: it is read back at once.
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error(FILE_WORDS.noPicture);
  for (let top = 0; top < high; top += BAND_DOTS) {
    const deep = Math.min(BAND_DOTS, high - top);
    context.drawImage(image, 0, top, wide, deep, 0, top, wide, deep);
    await pause();
  }
  const png = new Uint8Array(await (await encoded(canvas)).arrayBuffer());
  return new Blob([new Uint8Array(withPrintResolution(png, DOTS_PER_INCH, proof))], { type: 'image/png' });
}

import type { PictureAnswer, PictureRequest } from './protocol';

/** What print asks for. */
const DOTS_PER_INCH = 300;

const NOT_DRAWN = 'Bildet kunne ikke tegnes: nettleseren gikk tom for minne, eller arbeidstråden stanset. Velg A4, eller lagre kartbladet som tegning (SVG).';

/** A map sheet as a PNG for print, drawn beside the page. Rejects in Norwegian. */
export function drawSheet(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  return new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
    const fail = (): void => {
      reject(new Error(NOT_DRAWN));
    };
    worker.addEventListener('message', ({ data }: MessageEvent<PictureAnswer>) => {
      if (data.kind === 'drawn') resolve(data.png);
      else fail();
    });
    worker.addEventListener('error', fail);
    worker.addEventListener('messageerror', fail);
    const request: PictureRequest = { svg, dotsPerInch: DOTS_PER_INCH };
    worker.postMessage(request);
  }).finally(() => {
    worker.terminate();
  });
}

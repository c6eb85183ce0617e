import type { Resvg } from '@resvg/resvg-wasm';
import { sheetSize } from './mapSheet';
import { withPrintResolution } from './pngChunks';
import { proofInSheet } from './readMapSheet';

const MILLIMETRES_PER_INCH = 25.4;
const FONT_FAMILY = 'Inter';

/** What draws: the renderer, ready to run, and every font that a sheet is set in. A machine's own would give other dots. */
export interface SheetDrawer {
  readonly Renderer: typeof Resvg;
  readonly fonts: readonly Uint8Array[];
}

/**
 * A map sheet as a PNG for print with the sheet's proof inside. The same sheet gives the same bytes on every machine, on
 * the page and on the command line.
 *
 * @throws RangeError when the text is no map sheet
 */
export function sheetPicture(svg: string, dotsPerInch: number, { Renderer, fonts }: SheetDrawer): Uint8Array {
  const size = sheetSize(svg);
  const proof = proofInSheet(svg);
  if (!size || proof === null) throw new RangeError('Not a map sheet');
  const wide = Math.round((size.wide / MILLIMETRES_PER_INCH) * dotsPerInch);
  const drawing = new Renderer(svg, {
    font: { fontBuffers: [...fonts], defaultFontFamily: FONT_FAMILY, sansSerifFamily: FONT_FAMILY },
    fitTo: { mode: 'width', value: wide },
  });
  const picture = drawing.render();
  try {
    return withPrintResolution(picture.asPng(), dotsPerInch, proof);
  } finally {
    picture.free();
    drawing.free();
  }
}

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Resvg as Renderer, ResvgRenderOptions } from '@resvg/resvg-wasm';
import { sheetSize } from '../core/exchange/mapSheet/mapSheet';
import { withPrintResolution } from '../core/exchange/mapSheet/pngChunks';
import { proofInSheet } from '../core/exchange/mapSheet/readMapSheet';

const MILLIMETRES_PER_INCH = 25.4;

const FONT_FAMILY = 'Inter';

/** The weights that a sheet is set in, and the letters of the languages of Norway. */
const FONT_FILES = ['latin', 'latin-ext'].flatMap((letters) => [400, 600, 700].map((weight) => `inter-${letters}-${weight}-normal.woff2`));

interface Drawer {
  readonly Resvg: typeof Renderer;
  readonly font: NonNullable<ResvgRenderOptions['font']>;
}

let loaded: Promise<Drawer> | null = null;

/** Renderer and fonts come with npm: a machine's own fonts would give other dots. */
async function load(): Promise<Drawer> {
  const require = createRequire(import.meta.url);
  const { initWasm, Resvg } = await import('@resvg/resvg-wasm');
  await initWasm(readFileSync(require.resolve('@resvg/resvg-wasm/index_bg.wasm')));
  const folder = dirname(require.resolve('@fontsource/inter/files/inter-latin-400-normal.woff2'));
  const fontBuffers = FONT_FILES.map((file) => readFileSync(join(folder, file)));
  return { Resvg, font: { fontBuffers, defaultFontFamily: FONT_FAMILY, sansSerifFamily: FONT_FAMILY } };
}

/**
 * A map sheet as a PNG for print with the sheet's proof inside, drawn without a browser. The same sheet gives the same
 * bytes on every machine.
 *
 * @throws RangeError when the text is no map sheet
 */
export async function sheetPicture(svg: string, dotsPerInch: number): Promise<Uint8Array> {
  const size = sheetSize(svg);
  const proof = proofInSheet(svg);
  if (!size || proof === null) throw new RangeError('Not a map sheet');
  loaded ??= load();
  const { Resvg, font } = await loaded;
  const wide = Math.round((size.wide / MILLIMETRES_PER_INCH) * dotsPerInch);
  const drawing = new Resvg(svg, { font, fitTo: { mode: 'width', value: wide } });
  const picture = drawing.render();
  try {
    return withPrintResolution(picture.asPng(), dotsPerInch, proof);
  } finally {
    picture.free();
    drawing.free();
  }
}

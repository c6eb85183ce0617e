import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { SheetDrawer } from '../core/exchange/mapSheet/sheetPicture';

/** The weights that a sheet is set in, and the letters of the languages of Norway. */
const FONT_FILES = ['latin', 'latin-ext'].flatMap((letters) => [400, 600, 700].map((weight) => `inter-${letters}-${weight}-normal.woff2`));

async function load(): Promise<SheetDrawer> {
  const require = createRequire(import.meta.url);
  const { initWasm, Resvg } = await import('@resvg/resvg-wasm');
  await initWasm(readFileSync(require.resolve('@resvg/resvg-wasm/index_bg.wasm')));
  const folder = dirname(require.resolve('@fontsource/inter/files/inter-latin-400-normal.woff2'));
  return { Renderer: Resvg, fonts: FONT_FILES.map((file) => readFileSync(join(folder, file))) };
}

let loaded: Promise<SheetDrawer> | null = null;

/** What draws map sheets, from the packages that npm has laid here; loaded once. */
export function loadSheetDrawer(): Promise<SheetDrawer> {
  loaded ??= load();
  return loaded;
}

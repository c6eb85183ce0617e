import latin400 from '@fontsource/inter/files/inter-latin-400-normal.woff2?url';
import latin600 from '@fontsource/inter/files/inter-latin-600-normal.woff2?url';
import latin700 from '@fontsource/inter/files/inter-latin-700-normal.woff2?url';
import extended400 from '@fontsource/inter/files/inter-latin-ext-400-normal.woff2?url';
import extended600 from '@fontsource/inter/files/inter-latin-ext-600-normal.woff2?url';
import extended700 from '@fontsource/inter/files/inter-latin-ext-700-normal.woff2?url';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import rendererAddress from '@resvg/resvg-wasm/index_bg.wasm?url';
import { sheetPicture, type SheetDrawer } from '../../core/exchange/mapSheet/sheetPicture';
import type { PictureAnswer, PictureRequest } from './protocol';

async function load(): Promise<SheetDrawer> {
  const addresses = [latin400, latin600, latin700, extended400, extended600, extended700];
  const [fonts] = await Promise.all([
    Promise.all(addresses.map(async (address) => new Uint8Array(await (await fetch(address)).arrayBuffer()))),
    initWasm(fetch(rendererAddress)),
  ]);
  return { Renderer: Resvg, fonts };
}

self.addEventListener('message', ({ data: { svg, dotsPerInch } }: MessageEvent<PictureRequest>) => {
  void load()
    .then((drawer): PictureAnswer => ({ kind: 'drawn', png: new Uint8Array(sheetPicture(svg, dotsPerInch, drawer)) }))
    .catch((): PictureAnswer => ({ kind: 'failed' }))
    .then((answer) => {
      self.postMessage(answer, { transfer: answer.kind === 'drawn' ? [answer.png.buffer] : [] });
    });
});

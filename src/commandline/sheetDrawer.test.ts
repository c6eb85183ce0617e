import { describe, expect, it } from 'vitest';
import { decodedPng, type Picture } from '../../tests/support/decodedPng';
import { PngWriter, textInPng } from '../core/exchange/mapSheet/pngChunks';
import { sheetPicture } from '../core/exchange/mapSheet/sheetPicture';
import { loadSheetDrawer } from './sheetDrawer';

const PROOF = '{"format":"smabymodellen-kart","navn":"Bærum & «Åsen»"}';

/** A sheet of 50 × 30 mm whose lower half is red, with words on the white half. */
function sheet(words: string, weight = 400): string {
  const carried = PROOF.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="50mm" height="30mm" viewBox="0 0 50 30" font-family="Inter Variable, Inter, system-ui, sans-serif"><metadata id="smabymodellen">${carried}</metadata><rect width="50" height="30" fill="#ffffff"/><rect y="15" width="50" height="15" fill="#ff0000"/><text x="2" y="10" font-size="8" font-weight="${weight}" fill="#000000">${words}</text></svg>\n`;
}

/** How many dots of the white half are darker than middle grey. */
function darkDots({ wide, high, at }: Picture): number {
  let dark = 0;
  for (let y = 0; y < Math.floor(high / 2); y += 1) for (let x = 0; x < wide; x += 1) dark += Number(at(x, y)[0]! < 128);
  return dark;
}

describe('a map sheet as a picture', () => {
  it('has the size of its paper at the resolution asked for, its colours, and its proof', async () => {
    const png = sheetPicture(sheet(''), 254, await loadSheetDrawer());
    const picture = decodedPng(png);
    const { wide, high, resolution, at } = picture;
    expect([wide, high, resolution]).toEqual([500, 300, 10_000]);
    expect([at(250, 40), at(250, 280), darkDots(picture)]).toEqual([[255, 255, 255, 255], [255, 0, 0, 255], 0]);
    expect(textInPng(png)).toBe(PROOF);
  });

  it('sets words in the weight asked for, and letters of Norwegian and Sámi as other than the empty box', async () => {
    const dark = async (words: string, weight?: number): Promise<number> => darkDots(decodedPng(sheetPicture(sheet(words, weight), 254, await loadSheetDrawer())));
    const [plain, semibold, bold] = [await dark('Bærum'), await dark('Bærum', 600), await dark('Bærum', 700)];
    expect(plain).toBeGreaterThan(500);
    expect(semibold).toBeGreaterThan(plain * 1.1);
    expect(bold).toBeGreaterThan(semibold * 1.03);
    const seen = await Promise.all(['æ', 'ø', 'å', 'đ', 'ŋ', 'š', '–', '«', '²'].map((letter) => dark(letter)));
    expect(seen.every((dots) => dots > 10)).toBe(true);
    expect(new Set(seen).size).toBeGreaterThan(6);
  });

  it('has pictures of rasters where a map has them, as strong as they are to be', async () => {
    const writer = new PngWriter(2, 1);
    writer.add(Uint8ClampedArray.of(0, 0, 255, 255, 0, 0, 0, 0));
    const address = `data:image/png;base64,${Buffer.from(writer.finish()).toString('base64')}`;
    const image = `<defs><image id="raster-0" width="40" height="10" preserveAspectRatio="none" opacity="0.5" href="${address}"/></defs><g transform="translate(5 2)"><use href="#raster-0"/></g>`;
    const { at } = decodedPng(sheetPicture(sheet('').replace('</svg>', `${image}</svg>`), 254, await loadSheetDrawer()));
    const [inside, empty, outside] = [at(100, 70), at(400, 70), at(30, 70)];
    expect(inside).toEqual([expect.closeTo(128, -1), expect.closeTo(128, -1), 255, 255]);
    expect([empty, outside]).toEqual([[255, 255, 255, 255], [255, 255, 255, 255]]);
  });

  it('gives the same bytes again, and refuses what is no sheet', async () => {
    const drawer = await loadSheetDrawer();
    const [one, other] = [sheetPicture(sheet('Åsen'), 100, drawer), sheetPicture(sheet('Åsen'), 100, drawer)];
    expect(Buffer.compare(one, other)).toBe(0);
    expect(() => sheetPicture('<svg xmlns="http://www.w3.org/2000/svg" width="50mm" height="30mm"/>', 100, drawer)).toThrow(RangeError);
  });
});

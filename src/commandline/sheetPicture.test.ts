import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { textInPng } from '../core/exchange/mapSheet/pngChunks';
import { sheetPicture } from './sheetPicture';

const PROOF = '{"format":"smabymodellen-kart","navn":"Bærum & «Åsen»"}';

/** A sheet of 50 × 30 mm whose lower half is red, with words on the white half. */
function sheet(words: string, weight = 400): string {
  const carried = PROOF.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="50mm" height="30mm" viewBox="0 0 50 30" font-family="Inter Variable, Inter, system-ui, sans-serif"><metadata id="smabymodellen">${carried}</metadata><rect width="50" height="30" fill="#ffffff"/><rect y="15" width="50" height="15" fill="#ff0000"/><text x="2" y="10" font-size="8" font-weight="${weight}" fill="#000000">${words}</text></svg>\n`;
}

interface Picture {
  readonly wide: number;
  readonly high: number;
  /** Dots to the metre. */
  readonly resolution: number;
  /** Lightness of red, green and blue at a place, 0–255. */
  readonly at: (x: number, y: number) => readonly number[];
  /** How many dots of the white half are darker than middle grey. */
  readonly dark: number;
}

/** A PNG of eight bits to the channel, with or without cover, unfiltered by the rules of the format. */
function decoded(png: Uint8Array): Picture {
  const bytes = Buffer.from(png);
  const parts: Buffer[] = [];
  let resolution = 0;
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (type === 'IDAT') parts.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)));
    if (type === 'pHYs') resolution = bytes.readUInt32BE(at + 8);
  }
  const [wide, high, channels] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20), bytes[25] === 6 ? 4 : 3];
  const [raw, stride] = [inflateSync(Buffer.concat(parts)), wide * channels];
  const rows = new Uint8Array(stride * high);
  for (let y = 0; y < high; y += 1) {
    for (let x = 0; x < stride; x += 1) {
      const left = x < channels ? 0 : rows[y * stride + x - channels]!;
      const up = y === 0 ? 0 : rows[(y - 1) * stride + x]!;
      const corner = x < channels || y === 0 ? 0 : rows[(y - 1) * stride + x - channels]!;
      const [toLeft, toUp, toCorner] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
      const paeth = toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
      rows[y * stride + x] = raw[y * (stride + 1) + 1 + x]! + [0, left, up, (left + up) >> 1, paeth][raw[y * (stride + 1)]!]!;
    }
  }
  const at = (x: number, y: number): readonly number[] => [...rows.subarray(y * stride + x * channels, y * stride + x * channels + 3)];
  let dark = 0;
  for (let y = 0; y < Math.floor(high / 2); y += 1) for (let x = 0; x < wide; x += 1) dark += Number(at(x, y)[0]! < 128);
  return { wide, high, resolution, at, dark };
}

describe('a map sheet as a picture', () => {
  it('has the size of its paper at the resolution asked for, its colours, and its proof', async () => {
    const png = await sheetPicture(sheet(''), 254);
    const { wide, high, resolution, at, dark } = decoded(png);
    expect([wide, high, resolution]).toEqual([500, 300, 10_000]);
    expect([at(250, 40), at(250, 280), dark]).toEqual([[255, 255, 255], [255, 0, 0], 0]);
    expect(textInPng(png)).toBe(PROOF);
  });

  it('sets words in the weight asked for, and letters of Norwegian and Sámi as other than the empty box', async () => {
    const dark = async (words: string, weight?: number): Promise<number> => decoded(await sheetPicture(sheet(words, weight), 254)).dark;
    const [plain, semibold, bold] = [await dark('Bærum'), await dark('Bærum', 600), await dark('Bærum', 700)];
    expect(plain).toBeGreaterThan(500);
    expect(semibold).toBeGreaterThan(plain * 1.1);
    expect(bold).toBeGreaterThan(semibold * 1.03);
    const seen = await Promise.all(['æ', 'ø', 'å', 'đ', 'ŋ', 'š', '–', '«', '²'].map((letter) => dark(letter)));
    expect(seen.every((dots) => dots > 10)).toBe(true);
    expect(new Set(seen).size).toBeGreaterThan(6);
  });

  it('gives the same bytes again, and refuses what is no sheet', async () => {
    const [one, other] = [await sheetPicture(sheet('Åsen'), 100), await sheetPicture(sheet('Åsen'), 100)];
    expect(Buffer.compare(one, other)).toBe(0);
    await expect(sheetPicture('<svg xmlns="http://www.w3.org/2000/svg" width="50mm" height="30mm"/>', 100)).rejects.toThrow(RangeError);
  });
});

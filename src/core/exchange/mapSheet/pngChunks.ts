import { strFromU8, strToU8, unzlibSync, Zlib, zlibSync } from 'fflate';

/*
 * A PNG is a signature and chunks: length, type, content, and a checksum of type and content.
 * Source: Portable Network Graphics (PNG) Specification, Third Edition, W3C, 5.3, 11.3.3.4 (iTXt), 11.3.4.3 (pHYs).
 */

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const;
const HEADER_BYTES = SIGNATURE.length + 25;
const KEYWORD = 'smabymodellen';
const MILLIMETRES_PER_INCH = 25.4;

/** No text of ours comes near this unpacked. */
const LARGEST_TEXT_BYTES = 50_000_000;

const CHECKSUMS = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

function checksum(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (CHECKSUMS[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function whole(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

function chunk(type: string, content: Uint8Array): Uint8Array {
  const told = joined([strToU8(type), content]);
  return joined([whole(content.length), told, whole(checksum(told))]);
}

const EIGHT_BITS_RED_TO_ALPHA = [8, 6, 0, 0, 0] as const;
/** Each byte is told as its difference from the one above it: what is drawn in squares packs to little. */
const FILTER_UP = 2;

/** A PNG that is written from above, some rows at a time, so that it need never be held unpacked. */
export class PngWriter {
  readonly #packed: Uint8Array[] = [];
  readonly #stream = new Zlib((part) => this.#packed.push(part));
  readonly #wide: number;
  readonly #high: number;
  #above: Uint8Array | Uint8ClampedArray;

  constructor(wide: number, high: number) {
    this.#wide = wide;
    this.#high = high;
    this.#above = new Uint8Array(4 * wide);
  }

  /** Adds whole rows of pixels, red to alpha. */
  add(pixels: Uint8ClampedArray): void {
    const long = 4 * this.#wide;
    const rows = new Uint8Array((pixels.length / long) * (long + 1));
    for (let from = 0, to = 0; from < pixels.length; from += long, to += long + 1) {
      const row = pixels.subarray(from, from + long);
      rows[to] = FILTER_UP;
      for (let at = 0; at < long; at += 1) rows[to + 1 + at] = (row[at] ?? 0) - (this.#above[at] ?? 0);
      this.#above = row;
    }
    this.#stream.push(rows);
  }

  /** The file, after the last row. */
  finish(): Uint8Array {
    this.#stream.push(new Uint8Array(), true);
    const header = joined([whole(this.#wide), whole(this.#high), Uint8Array.from(EIGHT_BITS_RED_TO_ALPHA)]);
    return joined([Uint8Array.from(SIGNATURE), chunk('IHDR', header), chunk('IDAT', joined(this.#packed)), chunk('IEND', new Uint8Array())]);
  }
}

/** Whether a file begins as a PNG does. */
export function isPng(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, index) => bytes[index] === byte);
}

/**
 * A PNG with its resolution, so that it prints in its size, and a text inside that readers of pictures pass over.
 *
 * @throws RangeError when the bytes are no PNG
 */
export function withPrintResolution(png: Uint8Array, dotsPerInch: number, text: string): Uint8Array {
  if (!isPng(png)) throw new RangeError('Not a PNG');
  const perMetre = whole(Math.round((dotsPerInch / MILLIMETRES_PER_INCH) * 1000));
  const physical = chunk('pHYs', joined([perMetre, perMetre, Uint8Array.of(1)]));
  // Keyword, a zero, packed by zlib, no language and no translated keyword.
  const proof = chunk('iTXt', joined([strToU8(KEYWORD), Uint8Array.of(0, 1, 0, 0, 0), zlibSync(strToU8(text))]));
  return joined([png.subarray(0, HEADER_BYTES), physical, proof, png.subarray(HEADER_BYTES)]);
}

/** The text that `withPrintResolution` laid in a PNG; null where there is none. Throws on a text that cannot be unpacked. */
export function textInPng(png: Uint8Array): string | null {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  let at: number = SIGNATURE.length;
  while (at + 12 <= png.length) {
    const length = view.getUint32(at);
    const type = strFromU8(png.subarray(at + 4, at + 8), true);
    const content = png.subarray(at + 8, at + 8 + length);
    const start = KEYWORD.length + 5;
    if (type === 'iTXt' && strFromU8(content.subarray(0, KEYWORD.length), true) === KEYWORD && content[KEYWORD.length + 1] === 1) {
      return strFromU8(unzlibSync(content.subarray(start), { out: new Uint8Array(Math.min(LARGEST_TEXT_BYTES, content.length * 200)) }));
    }
    at += 12 + length;
  }
  return null;
}

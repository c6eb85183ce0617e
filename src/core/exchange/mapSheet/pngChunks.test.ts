import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPng, textInPng, withPrintResolution } from './pngChunks';

/** One white dot. */
const DOT = Uint8Array.from(
  Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTj2FAAAAABJRU5ErkJggg==', 'base64'),
);

/** Chunks by their names, each with its content; throws where a checksum is wrong. */
function chunksOf(png: Uint8Array): readonly (readonly [string, Buffer])[] {
  const bytes = Buffer.from(png);
  const chunks: [string, Buffer][] = [];
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const told = bytes.subarray(at + 4, at + 8 + length);
    if (crc32(told) !== bytes.readUInt32BE(at + 8 + length)) throw new Error(`Checksum of ${told.toString('latin1', 0, 4)}`);
    chunks.push([told.toString('latin1', 0, 4), told.subarray(4)]);
    at += 12 + length;
  }
  return chunks;
}

describe('a PNG for print', () => {
  it('has its resolution and its text before the picture, with sound checksums', () => {
    const png = withPrintResolution(DOT, 300, 'Bærum');
    const chunks = chunksOf(png);
    expect(chunks.map(([type]) => type)).toEqual(['IHDR', 'pHYs', 'iTXt', ...chunksOf(DOT).slice(1).map(([type]) => type)]);
    const [, [, physical]] = chunks as [unknown, readonly [string, Buffer]];
    expect([physical.readUInt32BE(0), physical.readUInt32BE(4), physical[8]]).toEqual([11811, 11811, 1]);
    expect(isPng(png)).toBe(true);
  });

  it('gives back any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        expect(textInPng(withPrintResolution(DOT, 300, text))).toBe(text);
      }),
      { numRuns: 50 },
    );
  });

  it('has none where nothing was laid in, and refuses what is no PNG', () => {
    expect(textInPng(DOT)).toBeNull();
    expect(isPng(Uint8Array.of(0x89, 0x50))).toBe(false);
    expect(() => withPrintResolution(Uint8Array.of(1, 2, 3), 300, '')).toThrow(RangeError);
  });
});

import { unzlibSync } from 'fflate';
import { addDecoder, BaseDecoder } from 'geotiff';

/** Compression by zlib, under its own number and the one that came before it. */
const DEFLATE = [8, 32946];

/** Unpacks a piece into the room that it is to have, and no more, however much is packed into it. */
class BoundedInflate extends BaseDecoder {
  override decodeBlock(packed: ArrayBufferLike): ArrayBufferLike {
    const { tileWidth, tileHeight, bitsPerSample, planarConfiguration } = this.parameters;
    const bits = typeof bitsPerSample === 'number' ? [bitsPerSample] : Array.from(bitsPerSample);
    const pixelBits = planarConfiguration === 2 ? (bits[0] ?? 8) : bits.reduce((sum, one) => sum + one, 0);
    const room = new Uint8Array(tileHeight * Math.ceil((tileWidth * pixelBits) / 8));
    const unpacked = unzlibSync(new Uint8Array(packed as ArrayBuffer), { out: room });
    return unpacked.length === room.length ? room.buffer : unpacked.slice().buffer;
  }
}

/** Has the library unpack zlib by this decoder from now on. */
export function boundInflation(): void {
  addDecoder(DEFLATE, async () => Promise.resolve(BoundedInflate));
}

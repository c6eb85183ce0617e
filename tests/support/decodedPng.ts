import { inflateSync } from 'node:zlib';

export interface Picture {
  readonly wide: number;
  readonly high: number;
  /** Dots to the metre. */
  readonly resolution: number;
  /** Red, green, blue and, where the picture has it, cover at a place, 0–255. */
  readonly at: (x: number, y: number) => readonly number[];
}

/** A PNG of eight bits to the channel, with or without cover, unfiltered by the rules of the format. */
export function decodedPng(png: Uint8Array): Picture {
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
  const at = (x: number, y: number): readonly number[] => [...rows.subarray(y * stride + x * channels, y * stride + (x + 1) * channels)];
  return { wide, high, resolution, at };
}

import { strFromU8, Unzlib } from 'fflate';
import { PbfReader } from 'pbf';
import { NetworkFileError } from './networkFileError';

/** Limits of the format (OpenStreetMap wiki, "PBF Format"): larger is not a PBF file. */
const LARGEST_BLOCK_HEADER_BYTES = 64 * 1024;
const LARGEST_BLOCK_BYTES = 32 * 1024 * 1024;

/** Deflate grows at most a thousandfold, so a piece this large never unpacks to more than some 16 MB at a time. */
const UNPACKED_PIECE_BYTES = 16 * 1024;

/** Wire type of strings, bytes, messages and packed numbers. */
const LENGTH_DELIMITED = 2;

const KNOWN_FEATURES: ReadonlySet<string> = new Set(['OsmSchema-V0.6', 'DenseNodes']);

/** Something in the file that the format does not allow. */
export class BrokenPbf extends Error {
  override readonly name = 'BrokenPbf';
}

/** Calls `visit` for every field of a message; throws BrokenPbf unless the fields end where the message does. */
export function eachField(message: Uint8Array, visit: (field: number, reader: PbfReader) => void): void {
  const reader = new PbfReader(message);
  for (let field = reader.nextField(); field !== 0; field = reader.nextField()) visit(field, reader);
  if (reader.pos !== message.length) throw new BrokenPbf('message does not end with a field');
}

/** The bytes of a string, message or packed list, without reading past the end of what surrounds it. */
export function readPart(reader: PbfReader): Uint8Array {
  if (reader.type !== LENGTH_DELIMITED) throw new BrokenPbf('not a length-delimited field');
  const length = reader.readVarint();
  const end = reader.pos + length;
  if (end > reader.length) throw new BrokenPbf('field runs past its message');
  const part = reader.buf.subarray(reader.pos, end);
  reader.pos = end;
  return part;
}

function adler32(bytes: Uint8Array): number {
  const base = 65521;
  // So many bytes fit before the second sum leaves 32 bits (RFC 1950).
  const run = 5552;
  let low = 1;
  let high = 0;
  for (let start = 0; start < bytes.length; start += run) {
    const end = Math.min(start + run, bytes.length);
    for (let at = start; at < end; at += 1) {
      low += bytes[at]!;
      high += low;
    }
    low %= base;
    high %= base;
  }
  return high * 65536 + low;
}

function unpacked(packed: Uint8Array, size: number): Uint8Array {
  if (size > LARGEST_BLOCK_BYTES) throw new BrokenPbf('block larger than the format allows');
  const content = new Uint8Array(size);
  let filled = 0;
  const unzip = new Unzlib((piece) => {
    if (filled + piece.length > size) throw new BrokenPbf('block unpacks to more than it says');
    content.set(piece, filled);
    filled += piece.length;
  });
  for (let start = 0; start < packed.length; start += UNPACKED_PIECE_BYTES) {
    const end = Math.min(start + UNPACKED_PIECE_BYTES, packed.length);
    unzip.push(packed.subarray(start, end), end === packed.length);
  }
  if (filled !== size) throw new BrokenPbf('block unpacks to less than it says');
  const sum = new DataView(packed.buffer, packed.byteOffset + packed.length - 4, 4).getUint32(0);
  if (adler32(content) !== sum) throw new BrokenPbf('checksum does not match');
  return content;
}

function contentOf(blob: Uint8Array): Uint8Array {
  const found: { plain?: Uint8Array; packed?: Uint8Array; size?: number } = {};
  eachField(blob, (field, reader) => {
    if (field === 1) found.plain = readPart(reader);
    else if (field === 2) found.size = reader.readVarint();
    else if (field === 3) found.packed = readPart(reader);
    else if (field >= 4 && field <= 7) {
      throw new NetworkFileError('Filen er pakket på en måte som ikke støttes (bare zlib gjør det). Lagre den på nytt med osmium eller osmconvert.');
    }
  });
  if (found.plain !== undefined) return found.plain;
  if (found.packed === undefined || found.size === undefined) throw new BrokenPbf('block without content');
  return unpacked(found.packed, found.size);
}

function checkHeader(header: Uint8Array): void {
  eachField(header, (field, reader) => {
    if (field !== 4) return;
    const feature = strFromU8(readPart(reader));
    if (!KNOWN_FEATURES.has(feature)) {
      throw new NetworkFileError(`Filen bruker «${feature}» i formatet, som ikke støttes. Hent et vanlig utsnitt uten historikk.`);
    }
  });
}

/** Calls `visit` for each block of OpenStreetMap data in a file, unpacked one at a time. Throws BrokenPbf or NetworkFileError. */
export function eachDataBlock(file: Uint8Array, visit: (block: Uint8Array) => void): void {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  let at = 0;
  let headerSeen = false;
  while (at < file.length) {
    if (at + 4 > file.length) throw new BrokenPbf('file ends inside a length');
    const headerBytes = view.getUint32(at);
    at += 4;
    if (headerBytes > LARGEST_BLOCK_HEADER_BYTES || at + headerBytes > file.length) throw new BrokenPbf('block header too long');
    let kind = '';
    let size = -1;
    eachField(file.subarray(at, at + headerBytes), (field, reader) => {
      if (field === 1) kind = strFromU8(readPart(reader));
      else if (field === 3) size = reader.readVarint();
    });
    at += headerBytes;
    if (size < 0 || size > LARGEST_BLOCK_BYTES || at + size > file.length) throw new BrokenPbf('block longer than the file');
    const blob = file.subarray(at, at + size);
    at += size;
    if (kind === 'OSMHeader') {
      checkHeader(contentOf(blob));
      headerSeen = true;
    } else if (kind === 'OSMData') {
      if (!headerSeen) throw new BrokenPbf('data before the header');
      visit(contentOf(blob));
    }
  }
  if (!headerSeen) throw new BrokenPbf('no header');
}

import { systemOf, type SystemId } from '../coordinateSystem';
import { filesBeside, placeBeside, type BesideKind, type PlaceBeside } from './besideRaster';
import { toWorld } from './gridPlacement';
import type { ByteSource } from './tiffStructure';

/*
 * A TIFF is given its place by a new first directory at its end, with the tags of the old one and those of its place; the
 * header points there. Nothing of the picture is moved. Source: TIFF 6.0, section 2; GeoTIFF 1.1 (OGC 19-008r4), 7.1, 7.3.
 */

/** Tags that state a place: ModelPixelScale, ModelTiepoint, ModelTransformation. */
const PLACE_TAGS = new Set([33550, 33922, 34264]);
const TRANSFORMATION = 34264;
const GEO_KEYS = 34735;
/** GTRasterTypeGeoKey, and its value where a stated place is the middle of a cell. */
const RASTER_TYPE = 1025;
const PIXEL_IS_POINT = 2;
const MOST_KEY_NUMBERS = 4000;
const [SHORT, DOUBLE] = [3, 12];
const MOST_TAGS = 1000;
const LARGEST_CLASSIC_BYTES = 2 ** 32 - 65_536;

/** A TIFF with its place: the bytes that come in place of its first, and those that come after its last. */
export interface PlacedTiff {
  readonly head: Uint8Array<ArrayBuffer>;
  readonly tail: Uint8Array<ArrayBuffer>;
}

interface Entry {
  readonly tag: number;
  readonly bytes: Uint8Array;
}

/** Keys for the model, for cells as areas, and for the coordinate system. */
function geoKeys(system: SystemId): readonly number[] {
  const isDegrees = systemOf(system)?.isDegrees === true;
  return [1, 1, 0, 3, 1024, 0, 1, isDegrees ? 2 : 1, 1025, 0, 1, 1, isDegrees ? 2048 : 3072, 0, 1, Number(system.slice('EPSG:'.length))];
}

/** Whether a file's own keys have stated places be the middles of cells. */
function isPixelPoint(keys: DataView, little: boolean): boolean {
  for (let at = 8; at + 8 <= keys.byteLength; at += 8) {
    if (keys.getUint16(at, little) === RASTER_TYPE) return keys.getUint16(at + 6, little) === PIXEL_IS_POINT;
  }
  return false;
}

/**
 * A TIFF that states no place, with the place that other files give it. Null for what needs none, has one, or is no sound
 * TIFF: whoever reads it says so.
 */
export async function placedTiff(source: ByteSource, { placement, system }: PlaceBeside): Promise<PlacedTiff | null> {
  const header = await source.read(0, 16);
  if (header.length < 16 || (header[0] !== 0x49 && header[0] !== 0x4d) || header[0] !== header[1]) return null;
  const little = header[0] === 0x49;
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  const version = view.getUint16(2, little);
  if (version !== 42 && version !== 43) return null;
  const isBig = version === 43;
  if (!isBig && source.size > LARGEST_CLASSIC_BYTES) return null;
  const [headBytes, countBytes, entryBytes, offsetBytes] = isBig ? [16, 8, 20, 8] : [8, 2, 12, 4];
  const offsetOf = (data: DataView, at: number): number => (isBig ? Number(data.getBigUint64(at, little)) : data.getUint32(at, little));
  const putOffset = (data: DataView, at: number, value: number): void => {
    if (isBig) data.setBigUint64(at, BigInt(value), little);
    else data.setUint32(at, value, little);
  };
  const directory = offsetOf(view, headBytes - offsetBytes);
  const read = async (offset: number, length: number): Promise<DataView | null> => {
    if (!Number.isSafeInteger(offset) || offset < headBytes || offset + length > source.size) return null;
    const bytes = await source.read(offset, length);
    return bytes.length < length ? null : new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  };
  const counted = await read(directory, countBytes);
  const count = counted ? (isBig ? offsetOf(counted, 0) : counted.getUint16(0, little)) : 0;
  if (count < 1 || count > MOST_TAGS) return null;
  const found = await read(directory + countBytes, count * entryBytes + offsetBytes);
  if (!found) return null;
  const entries = Array.from({ length: count }, (_, index): Entry => {
    const at = found.byteOffset + index * entryBytes;
    return { tag: found.getUint16(index * entryBytes, little), bytes: new Uint8Array(found.buffer, at, entryBytes) };
  });
  if (entries.some(({ tag }) => PLACE_TAGS.has(tag))) return null;

  const own = entries.find(({ tag }) => tag === GEO_KEYS)?.bytes;
  const ownView = own && new DataView(own.buffer, own.byteOffset, own.byteLength);
  const ownNumbers = ownView ? Math.min(MOST_KEY_NUMBERS, offsetOf(ownView, 4)) : 0;
  const ownKeys = ownView && ownNumbers >= 8 ? await read(offsetOf(ownView, 4 + offsetBytes), 2 * ownNumbers) : null;
  const keys = system === null || own ? [] : geoKeys(system);
  const [a, b, , d, e] = placement;
  // The file goes on saying what its places are; the placement is of corners.
  const [c, f] = ownKeys && isPixelPoint(ownKeys, little) ? toWorld(placement, 0.5, 0.5) : toWorld(placement, 0, 0);
  const matrix = [a, b, 0, c, d, e, 0, f, 0, 0, 0, 0, 0, 0, 0, 1];
  const padding = (8 - (source.size % 8)) % 8;
  const matrixAt = source.size + padding;
  const keysAt = matrixAt + 8 * matrix.length;
  const directoryAt = keysAt + 8 * Math.ceil((2 * keys.length) / 8);
  const entry = (tag: number, type: number, values: number, at: number): Entry => {
    const bytes = new Uint8Array(entryBytes);
    const written = new DataView(bytes.buffer);
    written.setUint16(0, tag, little);
    written.setUint16(2, type, little);
    putOffset(written, 4, values);
    putOffset(written, 4 + offsetBytes, at);
    return { tag, bytes };
  };
  const all = [...entries, entry(TRANSFORMATION, DOUBLE, matrix.length, matrixAt), ...(keys.length > 0 ? [entry(GEO_KEYS, SHORT, keys.length, keysAt)] : [])].toSorted(
    (one, other) => one.tag - other.tag,
  );

  const head = header.slice(0, headBytes);
  putOffset(new DataView(head.buffer), headBytes - offsetBytes, directoryAt);
  const tail = new Uint8Array(directoryAt - source.size + countBytes + all.length * entryBytes + offsetBytes);
  const out = new DataView(tail.buffer);
  matrix.forEach((value, index) => out.setFloat64(padding + 8 * index, value, little));
  keys.forEach((value, index) => out.setUint16(keysAt - source.size + 2 * index, value, little));
  const start = directoryAt - source.size;
  if (isBig) putOffset(out, start, all.length);
  else out.setUint16(start, all.length, little);
  all.forEach(({ bytes }, index) => tail.set(bytes, start + countBytes + index * entryBytes));
  putOffset(out, start + countBytes + all.length * entryBytes, offsetOf(found, count * entryBytes));
  return { head, tail };
}

/** A file that may say where a raster lies. */
export interface FileBeside {
  readonly name: string;
  /** Its text, or the beginning of it. */
  readonly text: () => string | Promise<string>;
}

/** A raster with the place that files beside it give it; null where they give none, or it needs none. */
export async function placedByFiles(raster: string, source: ByteSource, files: readonly FileBeside[]): Promise<PlacedTiff | null> {
  const texts = new Map<BesideKind, string>();
  for (const [kind, { text }] of filesBeside(raster, files)) texts.set(kind, await text());
  const place = texts.size > 0 ? placeBeside(texts) : null;
  return place && placedTiff(source, place);
}

import { strFromU8 } from 'fflate';
import { isTiff } from './rasters/isTiff';

/** What the first bytes of a file say it is. */
export type Content =
  | 'empty'
  | 'zip'
  | 'geopackage'
  | 'flatgeobuf'
  | 'geotiff'
  | 'osmPbf'
  | 'shapefile'
  | 'json'
  | 'sosi'
  | 'xml'
  | 'table'
  | 'text'
  | 'unknown';

const HEAD_BYTES = 4096;

function startsWith(bytes: Uint8Array, ...expected: readonly number[]): boolean {
  return expected.every((byte, index) => bytes[index] === byte);
}

/** Share of the first bytes that no text has. */
function isText(head: Uint8Array): boolean {
  let strange = 0;
  for (const byte of head) if (byte === 0 || (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13)) strange += 1;
  return strange * 50 <= head.length && !head.includes(0);
}

/** `OSMHeader` stands within the first bytes of every .osm.pbf file, after two lengths. */
function isOsmPbf(head: Uint8Array): boolean {
  return head[0] === 0 && strFromU8(head.subarray(0, 64), true).includes('OSMHeader');
}

/** Tells a file by its content; names lie. */
export function sniff(bytes: Uint8Array): Content {
  if (bytes.length === 0) return 'empty';
  const head = bytes.subarray(0, HEAD_BYTES);
  if (startsWith(head, 0x50, 0x4b, 0x03, 0x04) || startsWith(head, 0x50, 0x4b, 0x05, 0x06)) return 'zip';
  if (strFromU8(head.subarray(0, 15), true) === 'SQLite format 3') return 'geopackage';
  if (startsWith(head, 0x66, 0x67, 0x62)) return 'flatgeobuf';
  if (isTiff(head)) return 'geotiff';
  if (startsWith(head, 0, 0, 0x27, 0x0a)) return 'shapefile';
  if (isOsmPbf(head)) return 'osmPbf';
  if (startsWith(head, 0xff, 0xfe) || startsWith(head, 0xfe, 0xff)) return 'table';
  if (!isText(head)) return 'unknown';
  const text = strFromU8(head, true).replace(/^\u00EF\u00BB\u00BF/u, '').trimStart();
  if (text === '') return bytes.length > HEAD_BYTES ? 'unknown' : 'empty';
  if (text.startsWith('{') || text.startsWith('[')) return 'json';
  if (text.startsWith('<')) return 'xml';
  if (/^(?:!.*\s+)*\.HODE\b/iu.test(text)) return 'sosi';
  return /[;,\t|]/u.test(text) ? 'table' : 'text';
}

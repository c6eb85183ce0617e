import { contentHash } from '../geodata/contentHash';
import { listedValues } from './attributeTable';
import type { ImportedLayer } from './importedLayer';

/** Odd multipliers that spread bits well (Knuth's golden ratio, and the first of MurmurHash3). */
const MULTIPLIERS = [0x9e3779b1, 0xcc9e2d51] as const;
const ROTATION = 13;

/** Two 32-bit lanes over the numbers' words: quick, told apart by every word and its place, and safe against nothing. */
function hashOf(numbers: Float64Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>): string {
  const words =
    numbers instanceof Uint8Array ? Uint32Array.from(numbers) : new Uint32Array(numbers.buffer, numbers.byteOffset, numbers.byteLength / 4);
  let [one, other] = [0x811c9dc5, words.length];
  for (const word of words) {
    one = Math.imul(one ^ word, MULTIPLIERS[0]);
    one = (one << ROTATION) | (one >>> (32 - ROTATION));
    other = Math.imul(other + word, MULTIPLIERS[1]) ^ one;
  }
  return `${(one >>> 0).toString(16)}-${(other >>> 0).toString(16)}-${words.length}`;
}

/** Hash of a layer's shapes and attributes, so that a result can name its ground. */
export function fingerprintOf({ shapes, attributes }: ImportedLayer): string {
  const parts: [string, string][] = [
    ['coordinates', hashOf(shapes.coordinates)],
    ['paths', hashOf(shapes.pathStarts)],
    ['parts', hashOf(shapes.partStarts)],
    ['shapes', hashOf(shapes.shapeStarts)],
    ['kinds', hashOf(shapes.kinds)],
    ['rows', hashOf(shapes.rows)],
    ...attributes.columns.map((column): [string, string] => [`attribute ${column.name}`, `${hashOf(column.codes)} ${JSON.stringify(listedValues(column))}`]),
  ];
  return contentHash(new Map(parts));
}

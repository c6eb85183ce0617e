import { contentHash, fnv1a64 } from '../geodata/contentHash';
import type { ImportedLayer } from './importedLayer';

function hashOf(numbers: Float64Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>): string {
  return fnv1a64(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength));
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
    ...attributes.columns.map(({ name, values, codes }): [string, string] => [`attribute ${name}`, `${hashOf(codes)} ${JSON.stringify(values)}`]),
  ];
  return contentHash(new Map(parts));
}

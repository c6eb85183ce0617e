import type { LonLat } from '../../core/geometry/shapes';
import { drawnAttributes, offsetInto, type DrawnLayer } from '../../core/import/tiles/drawnLayer';
import { readApart, type FiledLayer } from '../layerFile';

/** So many bytes of coordinates are read at a time: whole positions. */
const STRETCH_BYTES = 4_000_000;

/**
 * What is drawn of a layer in a file. Its coordinates are never there all at once, since there may be very many. Rejects for
 * a file that is gone or is none.
 */
export async function readDrawing(
  { id, assignment, layer: file }: Pick<FiledLayer, 'id' | 'assignment' | 'layer'>,
  stretchBytes = STRETCH_BYTES,
): Promise<DrawnLayer> {
  const { shapes, coordinates, attributes } = await readApart(file);
  const offsets = new Float32Array(coordinates.size / Float64Array.BYTES_PER_ELEMENT);
  let origin: LonLat = [0, 0];
  for (let start = 0; start < coordinates.size; start += stretchBytes) {
    const stretch = new Float64Array(await coordinates.slice(start, start + stretchBytes).arrayBuffer());
    if (start === 0) origin = [stretch[0] ?? 0, stretch[1] ?? 0];
    offsetInto(offsets, start / Float64Array.BYTES_PER_ELEMENT, stretch, origin);
  }
  return { id, assignment, layer: { shapes, attributes: drawnAttributes(attributes, assignment) }, origin, offsets };
}

import { z } from 'zod';
import type { TakenLayer } from '../../core/import/takenLayer';
import { storedTakenLayer } from './storedLayers';

/** Coordinates of more bytes are kept as a file beside their record: the browser copies and packs a record while the page stands still. */
const MOST_BYTES_IN_RECORD = 8_000_000;

const withFile = z.looseObject({
  layer: z.looseObject({ shapes: z.looseObject({ coordinates: z.instanceof(Blob) }) }),
});

/** A layer as it is put into the store. */
export function keptTakenLayer(taken: TakenLayer): unknown {
  const { layer } = taken;
  const { coordinates } = layer.shapes;
  if (coordinates.byteLength <= MOST_BYTES_IN_RECORD) return taken;
  return { ...taken, layer: { ...layer, shapes: { ...layer.shapes, coordinates: new Blob([coordinates]) } } };
}

/** A layer that was kept, checked; null for what is not one, or whose file is gone. */
export async function readTakenLayer(value: unknown): Promise<TakenLayer | null> {
  const { data } = withFile.safeParse(value);
  if (!data) return storedTakenLayer(value);
  const { layer } = data;
  try {
    const coordinates = new Float64Array(await layer.shapes.coordinates.arrayBuffer());
    return storedTakenLayer({ ...data, layer: { ...layer, shapes: { ...layer.shapes, coordinates } } });
  } catch {
    return null;
  }
}

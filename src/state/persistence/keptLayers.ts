import { z } from 'zod';
import type { TakenLayer } from '../../core/import/takenLayer';
import { filed, readLayerFile, withFile, type FiledLayer } from '../../engine/layerFile';
import { storedTakenLayer } from './storedLayers';

const filedLayer = z.looseObject({ layer: z.instanceof(Blob) });

/** As large layers were kept at first: their coordinates alone in a file. */
const filedCoordinates = z.looseObject({
  layer: z.looseObject({ shapes: z.looseObject({ coordinates: z.instanceof(Blob) }) }),
});

/** What was kept at first with its coordinates in it; anything else as it is. Rejects where the file is gone. */
async function withCoordinates(value: unknown): Promise<unknown> {
  const { data } = filedCoordinates.safeParse(value);
  if (!data) return value;
  const { layer } = data;
  const coordinates = new Float64Array(await layer.shapes.coordinates.arrayBuffer());
  return { ...data, layer: { ...layer, shapes: { ...layer.shapes, coordinates } } };
}

/** A layer as it is put into the store: with its file in place of its arrays, which the browser would copy while the page stands still. */
export function keptTakenLayer(taken: TakenLayer): TakenLayer | FiledLayer {
  return filed(taken);
}

/** A layer that was kept, checked; null for what is not one, or whose file is gone or broken. */
export async function readTakenLayer(value: unknown): Promise<TakenLayer | null> {
  const { data } = filedLayer.safeParse(value);
  try {
    if (!data) return storedTakenLayer(await withCoordinates(value));
    const taken = storedTakenLayer({ ...data, layer: await readLayerFile(data.layer) });
    return taken && { ...taken, layer: withFile(taken.layer, data.layer) };
  } catch {
    return null;
  }
}

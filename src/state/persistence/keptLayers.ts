import { z } from 'zod';
import type { TakenLayer } from '../../core/import/takenLayer';
import { filed, readLayerFile, withFile, type FiledLayer } from '../../engine/layerFile';
import { storedTakenLayer } from './storedLayers';

const filedLayer = z.looseObject({ layer: z.instanceof(Blob) });

/** A layer as it is put into the store: with its file in place of its arrays, which the browser would copy while the page stands still. */
export function keptTakenLayer(taken: TakenLayer): TakenLayer | FiledLayer {
  return filed(taken);
}

/** A layer that was kept, checked; null for what is not one, or whose file is gone or broken. */
export async function readTakenLayer(value: unknown): Promise<TakenLayer | null> {
  const { data } = filedLayer.safeParse(value);
  if (!data) return storedTakenLayer(value);
  try {
    const taken = storedTakenLayer({ ...data, layer: await readLayerFile(data.layer) });
    return taken && { ...taken, layer: withFile(taken.layer, data.layer) };
  } catch {
    return null;
  }
}

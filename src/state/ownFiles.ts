import { isTiff } from '../core/import/rasters/isTiff';
import type { RasterStore } from './rasterStore';
import type { TakenLayersStore } from './takenLayersStore';

async function isRaster(file: File): Promise<boolean> {
  return isTiff(new Uint8Array(await file.slice(0, 4).arrayBuffer()));
}

/** Has the user asked what dropped files of map data are: rasters for themselves, all other files together. */
export async function readOwnFiles(
  files: readonly File[],
  { rasters, takenLayers }: { readonly rasters: Pick<RasterStore, 'read'>; readonly takenLayers: Pick<TakenLayersStore, 'read'> },
): Promise<void> {
  const kinds = await Promise.all(files.map(isRaster));
  const grids = files.filter((_file, index) => kinds[index]);
  const others = files.filter((_file, index) => !kinds[index]);
  if (others.length > 0) takenLayers.read(others);
  if (grids.length > 0) rasters.read(grids);
}

import { filesBeside } from '../core/import/rasters/besideRaster';
import { isTiff } from '../core/import/rasters/isTiff';
import type { RasterStore } from './rasterStore';
import type { TakenLayersStore } from './takenLayersStore';

const SHAPES = /\.shp$/iu;

function baseOf({ name }: File): string {
  return name.replace(/\.[^.]*$/u, '').toLowerCase();
}

async function isRaster(file: File): Promise<boolean> {
  return isTiff(new Uint8Array(await file.slice(0, 4).arrayBuffer()));
}

/**
 * Has the user asked what dropped files of map data are: rasters for themselves, with the place that a world file beside
 * them gives, all other files together.
 */
export async function readOwnFiles(
  files: readonly File[],
  { rasters, takenLayers }: { readonly rasters: Pick<RasterStore, 'read'>; readonly takenLayers: Pick<TakenLayersStore, 'read'> },
): Promise<void> {
  const kinds = await Promise.all(files.map(isRaster));
  const grids = files.filter((_file, index) => kinds[index]);
  const beside = new Map(grids.map((grid) => [grid, [...filesBeside(grid.name, files).values()]]));
  // A shapefile of the same name keeps what goes with it.
  const shapes = new Set(files.filter(({ name }) => SHAPES.test(name)).map(baseOf));
  const spoken = new Set([...beside.values()].flat().filter((file) => !shapes.has(baseOf(file))));
  const others = files.filter((file, index) => !kinds[index] && !spoken.has(file));
  if (others.length > 0) takenLayers.read(others);
  if (grids.length === 0) return;
  const placed = grids.map(async (grid) => {
    const told = beside.get(grid) ?? [];
    if (told.length === 0) return grid;
    const { placedFile } = await import('../engine/raster/placedFile');
    return placedFile(grid, told);
  });
  rasters.read(await Promise.all(placed));
}

import { extentOf } from '../core/import/rasters/rasterExtent';
import type { RasterOnMap } from '../map/rasterLayers';
import { RASTER_SHOWING, type RasterStore, type TakenRaster } from '../state/rasterStore';

const versions = new WeakMap<TakenRaster, number>();
let latest = 0;

function versionOf(raster: TakenRaster): number {
  const known = versions.get(raster);
  if (known !== undefined) return known;
  latest += 1;
  versions.set(raster, latest);
  return latest;
}

/** The user's rasters as the map is to show them. */
export function rastersOnMap({ getState }: Pick<RasterStore, 'getState'>): readonly RasterOnMap[] {
  const { rasters, shown } = getState();
  return rasters.flatMap((raster): RasterOnMap[] => {
    const extent = extentOf(raster.facts);
    const { visible, opacity } = shown.get(raster.id) ?? RASTER_SHOWING;
    return extent ? [{ id: raster.id, version: versionOf(raster), extent, visible, opacity }] : [];
  });
}

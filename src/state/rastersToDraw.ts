import type { MapRaster } from '../core/exchange/report/mapRaster';
import { RASTER_SHOWING, type RasterState } from './rasterStore';

/** The rasters that the map shows, as a map on paper tells of them. */
export function rastersToDraw({ rasters, shown }: Pick<RasterState, 'rasters' | 'shown'>): readonly MapRaster[] {
  return rasters.flatMap(({ id, about: { title, attribution, date }, reading }): MapRaster[] => {
    const { visible, opacity } = shown.get(id) ?? RASTER_SHOWING;
    return visible ? [{ id, title, attribution, date, opacity, reading }] : [];
  });
}

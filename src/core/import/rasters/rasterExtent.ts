import { systemOf } from '../coordinateSystem';
import type { LonLatBox } from '../importedLayer';
import { toWorld } from './gridPlacement';
import type { RasterFacts } from './rasterLayer';

/** Places along each side of the raster that are looked at: sides bend from one projection to another. */
const PARTS = [0, 0.25, 0.5, 0.75, 1] as const;

/** The rectangle of degrees that a raster lies in; null where its coordinate system is not known or gives no numbers there. */
export function extentOf({ placement, columns, rows, system }: Pick<RasterFacts, 'placement' | 'columns' | 'rows' | 'system'>): LonLatBox | null {
  const placed = systemOf(system.id);
  if (!placed) return null;
  const border = PARTS.flatMap((part): (readonly [number, number])[] => [
    [part * columns, 0],
    [part * columns, rows],
    [0, part * rows],
    [columns, part * rows],
  ]);
  const places = border.map(([column, row]) => placed.toLonLat(...toWorld(placement, column, row)));
  const [longitudes, latitudes] = [places.map(([longitude]) => longitude), places.map(([, latitude]) => latitude)];
  const box = { west: Math.min(...longitudes), south: Math.min(...latitudes), east: Math.max(...longitudes), north: Math.max(...latitudes) };
  return Object.values(box).every(Number.isFinite) ? box : null;
}

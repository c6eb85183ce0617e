import { multiPolygonBounds } from './area';
import type { PlanarBounds, PlanarMultiPolygon } from './shapes';

/** The rectangle grown by `metres` on every side. */
export function expandBounds(bounds: PlanarBounds, metres: number): PlanarBounds {
  return {
    minX: bounds.minX - metres,
    minY: bounds.minY - metres,
    maxX: bounds.maxX + metres,
    maxY: bounds.maxY + metres,
  };
}

/** Smallest rectangle around several multipolygons; null when they have no vertices. */
export function jointBounds(polygons: readonly PlanarMultiPolygon[]): PlanarBounds | null {
  return multiPolygonBounds(polygons.flat());
}

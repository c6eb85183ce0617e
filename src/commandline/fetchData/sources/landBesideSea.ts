import { bufferLines, bufferPolygons, difference, intersection, union } from '../../../core/geometry/booleans';
import { toLonLatMultiPolygon, toPlanarMultiPolygon } from '../../../core/geometry/projection';
import type { LonLatMultiPolygon, PlanarMultiPolygon } from '../../../core/geometry/shapes';
import { outlineFeature, type WrittenFeature } from '../layerText';

/** Two drawings of one boundary are no further apart at 1 : 50 000: between the sea and the boundary that much is sea as well. */
const BOUNDARY_METRES = 40;

/**
 * The land of a municipality whose sea is given as surfaces, as one object; nothing where no sea is given: then the
 * municipality may lie inland, or the sea may be missing from the file.
 */
export function landBesideSea(surfaces: readonly LonLatMultiPolygon[], ground: PlanarMultiPolygon): readonly WrittenFeature[] {
  if (surfaces.length === 0) return [];
  const sea = union(...surfaces.map(toPlanarMultiPolygon));
  const boundary = ground.flat().map((ring) => Float64Array.from([...ring, ...ring.subarray(0, 2)]));
  const between = intersection(bufferPolygons(sea, BOUNDARY_METRES), bufferLines(boundary, BOUNDARY_METRES));
  const feature = outlineFeature(toLonLatMultiPolygon(difference(ground, union(sea, between))), {});
  return feature ? [feature] : [];
}

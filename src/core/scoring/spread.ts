import type { TownId } from '../domain/identifiers';
import type { Town } from '../domain/town';
import { LatticeRaster } from '../geometry/lattice';
import { jointBounds } from '../geometry/bounds';
import { toPlanarMultiPolygon } from '../geometry/projection';
import type { LonLatMultiPolygon } from '../geometry/shapes';
import { LATTICE_METRES } from '../method/parameters';
import type { Residents } from './residents';
import type { ServiceSet } from './service';
import { TravelSum, type Travel, type WalkingDistances } from './travel';

/** The towns' outlines in force: the data set's, replaced by the scenario's own. */
export function outlinesInForce(
  towns: readonly Town[],
  replaced: ReadonlyMap<TownId, LonLatMultiPolygon>,
): readonly LonLatMultiPolygon[] {
  return towns.map((town) => replaced.get(town.id) ?? town.outline);
}

/**
 * Transit proximity of homes spread as today's residents outside the towns; null when nobody lives there.
 */
export function travelOutsideTowns(
  residents: Residents,
  outlines: readonly LonLatMultiPolygon[],
  service: ServiceSet,
  distances?: WalkingDistances,
): Travel | null {
  const polygons = outlines.map(toPlanarMultiPolygon);
  const bounds = jointBounds(polygons);
  const inTowns = bounds && new LatticeRaster(bounds, LATTICE_METRES);
  if (inTowns) for (const outline of polygons) inTowns.fill(outline, 1);
  const sum = new TravelSum(service, distances);
  const { points, weights } = residents;
  weights.forEach((weight, index) => {
    const x = points[2 * index]!;
    const y = points[2 * index + 1]!;
    if (inTowns && inTowns.at(Math.floor(x / LATTICE_METRES), Math.floor(y / LATTICE_METRES)) !== 0) return;
    sum.add(x, y, weight);
  });
  return sum.mean();
}

/** Transit proximity of all residents; null when there are none. */
export function travelOfResidents(
  residents: Residents,
  service: ServiceSet,
  distances?: WalkingDistances,
): Travel | null {
  const sum = new TravelSum(service, distances);
  residents.weights.forEach((weight, index) => {
    sum.add(residents.points[2 * index]!, residents.points[2 * index + 1]!, weight);
  });
  return sum.mean();
}

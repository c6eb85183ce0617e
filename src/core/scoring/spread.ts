import { replacedTownOutlines, type Measures } from '../domain/measure';
import type { Town } from '../domain/town';
import { multiPolygonBounds } from '../geometry/area';
import { expandBounds } from '../geometry/bounds';
import { LatticeRaster } from '../geometry/latticeFrame';
import { toPlanarMultiPolygon } from '../geometry/projection';
import { clipPolygons } from '../geometry/ringSplitting';
import type { LonLatMultiPolygon } from '../geometry/shapes';
import { LATTICE_METRES } from '../method/parameters';
import type { Residents } from './residents';
import type { ServiceSet } from './service';
import { TravelSum, type Travel, type WalkingDistances } from './travel';

/** The towns' outlines in force: the data set's, replaced by the scenario's own. */
export function outlinesInForce(
  towns: readonly Town[],
  measures: Measures,
): readonly LonLatMultiPolygon[] {
  const replaced = replacedTownOutlines(measures);
  return towns.map((town) => replaced.get(town.id) ?? town.outline);
}

/** The residents who live outside all of the outlines. */
export function outsideTowns(residents: Residents, outlines: readonly LonLatMultiPolygon[]): Residents {
  const extent = multiPolygonBounds([[residents.points]]);
  if (!extent) return residents;
  const bounds = expandBounds(extent, LATTICE_METRES);
  const polygons = outlines.map((outline) => clipPolygons(toPlanarMultiPolygon(outline), bounds));
  const inTowns = new LatticeRaster(bounds, LATTICE_METRES);
  for (const outline of polygons) inTowns.cover(outline, 1);
  const { length } = residents.weights;
  const points = new Float64Array(2 * length);
  const weights = new Float64Array(length);
  let count = 0;
  let total = 0;
  for (let index = 0; index < length; index += 1) {
    const x = residents.points[2 * index]!;
    const y = residents.points[2 * index + 1]!;
    if (inTowns.at(Math.floor(x / LATTICE_METRES), Math.floor(y / LATTICE_METRES)) !== 0) continue;
    points[2 * count] = x;
    points[2 * count + 1] = y;
    weights[count] = residents.weights[index]!;
    total += residents.weights[index]!;
    count += 1;
  }
  return { points: points.slice(0, 2 * count), weights: weights.slice(0, count), total };
}

/** Mean transit proximity of residents; null when there are none. */
export function travelOfResidents(
  residents: Residents,
  service: ServiceSet,
  distances?: WalkingDistances,
): Travel | null {
  const sum = new TravelSum(service, distances);
  sum.addAll(residents.points, residents.weights);
  return sum.mean();
}

import { replacedTownOutlines, type Measures } from '../domain/measure';
import type { Town } from '../domain/town';
import type { LonLatMultiPolygon } from '../geometry/shapes';
import type { Residents } from './residents';
import type { ServiceSet } from './service';
import { TravelSum, type Travel } from './travel';
import type { Walks } from './walks';

/** The towns' outlines in force: the data set's, replaced by the scenario's own. */
export function outlinesInForce(
  towns: readonly Town[],
  measures: Measures,
): readonly LonLatMultiPolygon[] {
  const replaced = replacedTownOutlines(measures);
  return towns.map((town) => replaced.get(town.id) ?? town.outline);
}

/** Mean transit proximity of residents; null when there are none. */
export function travelOfResidents(
  residents: Residents,
  service: ServiceSet,
  walks?: Walks,
): Travel | null {
  const sum = new TravelSum(service, walks);
  sum.addAll(residents.points, residents.weights);
  return sum.mean();
}

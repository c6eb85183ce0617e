import { replacedTownOutlines } from '../domain/measure';
import type { TownId } from '../domain/identifiers';
import type { Scenario } from '../domain/scenario';
import type { PlaceGround } from '../geodata/placeGround';
import { multiPolygonArea } from '../geometry/area';
import { intersection } from '../geometry/booleans';
import { boxesMeet, lonLatBox } from '../geometry/lonLatBox';
import { toPlanarMultiPolygon } from '../geometry/projection';
import type { LonLatMultiPolygon } from '../geometry/shapes';

/** The town whose outline in force holds more than half of the ground; null where none does. */
export function townOfOutline(
  outline: LonLatMultiPolygon,
  scenario: Pick<Scenario, 'measures'>,
  ground: Pick<PlaceGround, 'towns'>,
): TownId | null {
  const replaced = replacedTownOutlines(scenario.measures);
  const polygons = toPlanarMultiPolygon(outline);
  const half = multiPolygonArea(polygons) / 2;
  for (const { id, outline: own } of ground.towns) {
    const town = replaced.get(id) ?? own;
    if (!boxesMeet(lonLatBox(town), lonLatBox(outline))) continue;
    if (multiPolygonArea(intersection(polygons, toPlanarMultiPolygon(town))) > half) return id;
  }
  return null;
}

import { OUTSIDE_TYPOLOGY, SQUARE_METRES_PER_DAA, TYPOLOGIES } from '../method/parameters';
import { LAND_CLASSES, type LandAccount, type LandClass } from './evaluation';
import type { Placement } from './placement';

const BUILT_UP = LAND_CLASSES.indexOf('builtUp');

/** Classes that are never built on. */
const WATER: ReadonlySet<LandClass> = new Set<LandClass>(['sea', 'lake']);

/** Built-up land that dwellings spread outside the towns take, m² (method §5). */
export function spreadTaken(spread: number): number {
  return (spread / TYPOLOGIES[OUTSIDE_TYPOLOGY].dwellingsPerDaa) * SQUARE_METRES_PER_DAA;
}

/** Ground under the areas with dwellings, and what of it they take, by class (method §5). */
export function landAccountOf({ columns, spread: spreadDwellings }: Placement): LandAccount {
  const { areas, given, shareTaken } = columns;
  const classCount = LAND_CLASSES.length;
  const area = new Float64Array(classCount);
  const taken = new Float64Array(classCount);
  for (let position = 0; position < areas.count; position += 1) {
    if (given[position]! <= 0) continue;
    const share = shareTaken[position]!;
    for (let index = 0; index < classCount; index += 1) {
      const ground = areas.ground[position * classCount + index]!;
      area[index]! += ground;
      taken[index]! += ground * share;
    }
  }
  const spread = spreadTaken(spreadDwellings);
  taken[BUILT_UP]! += spread;
  return {
    rows: LAND_CLASSES.map((landClass, index) => ({
      landClass,
      areaDaa: area[index]! / SQUARE_METRES_PER_DAA,
      takenDaa: WATER.has(landClass) ? 0 : taken[index]! / SQUARE_METRES_PER_DAA,
    })),
    outsideSpreadDaa: spread / SQUARE_METRES_PER_DAA,
  };
}

/** Land of one class that is taken, daa. */
export function takenDaa(account: LandAccount, landClass: LandClass): number {
  return account.rows.find((row) => row.landClass === landClass)?.takenDaa ?? 0;
}

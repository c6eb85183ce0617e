import { OUTSIDE_TYPOLOGY, SQUARE_METRES_PER_DAA, TYPOLOGIES } from '../method/parameters';
import { LAND_CLASSES, type LandAccount, type LandClass } from './evaluation';
import type { Placement } from './placement';

/** Built-up land that dwellings spread outside the towns take, m² (method §5). */
export function spreadTaken(spread: number): number {
  return (spread / TYPOLOGIES[OUTSIDE_TYPOLOGY].dwellingsPerDaa) * SQUARE_METRES_PER_DAA;
}

function emptyAccount(): Record<LandClass, number> {
  return { sea: 0, lake: 0, farmland: 0, marka: 0, green: 0, builtUp: 0, other: 0 };
}

/** Ground under the areas with dwellings, and what of it they take, by class (method §5). */
export function landAccountOf(placement: Placement): LandAccount {
  const area = emptyAccount();
  const taken = emptyAccount();
  for (const { measured, given, shareTaken } of placement.areas) {
    if (given <= 0) continue;
    for (const landClass of LAND_CLASSES) {
      const ground = measured.ground.byClass[landClass];
      area[landClass] += ground;
      if (landClass !== 'sea' && landClass !== 'lake') taken[landClass] += ground * shareTaken;
    }
  }
  const spread = spreadTaken(placement.spread);
  return {
    rows: LAND_CLASSES.map((landClass) => ({
      landClass,
      areaDaa: area[landClass] / SQUARE_METRES_PER_DAA,
      takenDaa: (taken[landClass] + (landClass === 'builtUp' ? spread : 0)) / SQUARE_METRES_PER_DAA,
    })),
    outsideSpreadDaa: spread / SQUARE_METRES_PER_DAA,
  };
}

/** Land of one class that is taken, daa. */
export function takenDaa(account: LandAccount, landClass: LandClass): number {
  return account.rows.find((row) => row.landClass === landClass)?.takenDaa ?? 0;
}

import { OUTSIDE_TYPOLOGY, SQUARE_METRES_PER_DAA, TYPOLOGIES } from '../method/parameters';
import { LAND_CLASSES, type LandAccount, type LandClass } from './evaluation';
import { shareTaken } from './measuredArea';
import type { Placement } from './placement';

/** Built-up land that dwellings spread outside the towns take, m² (method §5). */
export function spreadTaken(spread: number): number {
  return (spread / TYPOLOGIES[OUTSIDE_TYPOLOGY].dwellingsPerDaa) * SQUARE_METRES_PER_DAA;
}

/** Ground under the areas with dwellings, and what of it they take, by class (method §5). */
export function landAccountOf(placement: Placement): LandAccount {
  const area: Partial<Record<LandClass, number>> = {};
  const taken: Partial<Record<LandClass, number>> = {};
  for (const { measured, given, placed } of placement.areas) {
    if (given <= 0) continue;
    const share = shareTaken(measured, placed);
    for (const landClass of LAND_CLASSES) {
      const ground = measured.ground.byClass[landClass];
      area[landClass] = (area[landClass] ?? 0) + ground;
      if (landClass !== 'sea' && landClass !== 'lake') taken[landClass] = (taken[landClass] ?? 0) + ground * share;
    }
  }
  const spread = spreadTaken(placement.spread);
  return {
    rows: LAND_CLASSES.map((landClass) => ({
      landClass,
      areaDaa: (area[landClass] ?? 0) / SQUARE_METRES_PER_DAA,
      takenDaa: ((taken[landClass] ?? 0) + (landClass === 'builtUp' ? spread : 0)) / SQUARE_METRES_PER_DAA,
    })),
    outsideSpreadDaa: spread / SQUARE_METRES_PER_DAA,
  };
}

/** Land of one class that is taken, daa. */
export function takenDaa(account: LandAccount, landClass: LandClass): number {
  return account.rows.find((row) => row.landClass === landClass)?.takenDaa ?? 0;
}

import { ACCESSIBILITY_BANDS, type TransitResult } from './evaluation';
import type { Placement } from './placement';
import type { Travel } from './travel';

/** Transit proximity of residents where they live now. */
export function transitToday(travel: Travel | null, residents: number): TransitResult {
  if (!travel) return { ...NO_HOMES, homes: 0 };
  return {
    score: 100 * travel.score,
    homes: residents,
    share500: travel.share500,
    share1000: travel.share1000,
    meanWalkMinutes: finiteOrNull(travel.walkMinutes),
    accessibilityIndex: { mean: travel.accessibilityIndex, bandShares: Array.from(travel.bandShares) },
  };
}

/**
 * Transit proximity of a programme (method §4). T and T1 speak of all its dwellings, of which the unplaced are near
 * nothing; T2 and T3 of the placed ones.
 */
export function transitOfPlacement(placement: Placement): TransitResult {
  const { scored } = placement;
  const { placed } = placement.dwellings;
  if (scored <= 0) return NO_HOMES;
  let score = 0;
  let share500 = 0;
  let share1000 = 0;
  let walk = 0;
  let index = 0;
  const bands = new Float64Array(ACCESSIBILITY_BANDS.length);
  const add = (travel: Travel | null, dwellings: number): void => {
    if (!travel || dwellings <= 0) return;
    score += dwellings * travel.score;
    share500 += dwellings * travel.share500;
    share1000 += dwellings * travel.share1000;
    walk += dwellings * travel.walkMinutes;
    index += dwellings * travel.accessibilityIndex;
    for (let band = 0; band < bands.length; band += 1) bands[band]! += dwellings * travel.bandShares[band]!;
  };
  for (const area of placement.areas) add(area.travel, area.placed);
  add(placement.spreadTravel, placement.spread);
  return {
    score: (100 * score) / scored,
    homes: scored,
    share500: share500 / scored,
    share1000: share1000 / scored,
    meanWalkMinutes: placed > 0 ? finiteOrNull(walk / placed) : null,
    accessibilityIndex:
      placed > 0 ? { mean: index / placed, bandShares: Array.from(bands, (band) => band / placed) } : null,
  };
}

const NO_HOMES: TransitResult = {
  score: null,
  homes: 0,
  share500: null,
  share1000: null,
  meanWalkMinutes: null,
  accessibilityIndex: null,
};

function finiteOrNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

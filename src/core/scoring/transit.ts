import type { TransitResult } from './evaluation';
import type { Placement } from './placement';
import type { Travel } from './travel';
import { TRAVEL_FIGURES, TRAVEL_ROW_LENGTH, writeTravelRow } from './travelColumns';

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
  const sums = travelSums(placement);
  const bands = sums.subarray(TRAVEL_FIGURES.bands);
  return {
    score: Math.min(100, (100 * sums[TRAVEL_FIGURES.score]!) / scored),
    homes: scored,
    share500: share(sums[TRAVEL_FIGURES.share500]!, scored),
    share1000: share(sums[TRAVEL_FIGURES.share1000]!, scored),
    meanWalkMinutes: finiteOrNull(sums[TRAVEL_FIGURES.walkMinutes]! / placed),
    accessibilityIndex:
      placed > 0
        ? { mean: sums[TRAVEL_FIGURES.accessibilityIndex]! / placed, bandShares: Array.from(bands, (band) => share(band, placed)) }
        : null,
  };
}

/** Every figure of transit proximity, summed over the placed dwellings. */
function travelSums({ columns, spread, spreadTravel }: Placement): Float64Array {
  const { placed, travels } = columns;
  const { rows } = travels;
  const sums = new Float64Array(TRAVEL_ROW_LENGTH);
  for (let position = 0; position < placed.length; position += 1) {
    const dwellings = placed[position]!;
    const row = dwellings > 0 ? travels.rowOf(position) : -1;
    if (row < 0) continue;
    for (let figure = 0; figure < TRAVEL_ROW_LENGTH; figure += 1) sums[figure]! += dwellings * rows[row + figure]!;
  }
  if (spreadTravel && spread > 0) {
    const row = new Float64Array(TRAVEL_ROW_LENGTH);
    writeTravelRow(spreadTravel, row, 0);
    for (let figure = 0; figure < TRAVEL_ROW_LENGTH; figure += 1) sums[figure]! += spread * row[figure]!;
  }
  return sums;
}

const NO_HOMES: TransitResult = {
  score: null,
  homes: 0,
  share500: null,
  share1000: null,
  meanWalkMinutes: null,
  accessibilityIndex: null,
};

/** Dwellings are summed by area here and by town there: the sum of parts may be a last digit more than the whole. */
function share(part: number, whole: number): number {
  return Math.min(1, part / whole);
}

function finiteOrNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

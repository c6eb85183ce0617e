import {
  ACCESSIBILITY_BAND_LIMITS,
  FULL_SCORE_MINUTES,
  NEAR_STATION_METRES,
  SCORE_HALF_LIFE_MINUTES,
  WALKABLE_STATION_METRES,
  WALKING_METRES_PER_MINUTE,
} from '../method/parameters';
import { ACCESSIBILITY_BANDS } from './evaluation';
import { endOfGroup } from './pointGroups';
import { PointTravels } from './pointTravels';
import type { ServiceSet } from './service';
import { StraightWalks, type Walks } from './walks';

/** Transit proximity at one place, or its mean over several. */
export interface Travel {
  /** Share of the points within 500 m and 1000 m walk of a station, 0–1. */
  readonly share500: number;
  readonly share1000: number;
  /** Walk to the nearest station, minutes; infinite when none runs. */
  readonly walkMinutes: number;
  /** Door-to-departure time t of the best station, minutes; infinite when none runs. */
  readonly departureMinutes: number;
  /** Score q, 0–1. */
  readonly score: number;
  readonly accessibilityIndex: number;
  /** Share of the points in each accessibility band. */
  readonly bandShares: Float64Array;
}

/** Score q of a door-to-departure time: 1 to five minutes, halved for every ten more (method §4.4). */
export function departureScore(departureMinutes: number): number {
  return departureMinutes <= FULL_SCORE_MINUTES
    ? 1
    : Math.exp(-Math.LN2 * ((departureMinutes - FULL_SCORE_MINUTES) / SCORE_HALF_LIFE_MINUTES));
}

/** Position in `ACCESSIBILITY_BANDS` of an accessibility index. */
export function accessibilityBand(index: number): number {
  if (index <= 0) return 0;
  let band = 0;
  while (band < ACCESSIBILITY_BAND_LIMITS.length && index > ACCESSIBILITY_BAND_LIMITS[band]!) band += 1;
  return band + 1;
}

/** Where the figures of a `TravelSum` lie among its sums. */
const SUMS = { weight: 0, within500: 1, within1000: 2, walk: 3, departure: 4, score: 5, index: 6, bands: 7 } as const;

/** How many sums there are of a set of points. */
export const TRAVEL_SUMS = SUMS.bands + ACCESSIBILITY_BANDS.length;

/** Sums transit proximity over weighted points; `mean` gives it per unit of weight. */
export class TravelSum {
  /** Longest walk to the nearest station of any point added, metres; and longest time to a departure, minutes. */
  farthestMetres = 0;
  latestMinutes = 0;
  private readonly found: PointTravels;
  private readonly sums = new Float64Array(TRAVEL_SUMS);

  constructor(service: ServiceSet, walks: Walks = new StraightWalks(service)) {
    this.found = new PointTravels(service, walks);
  }

  /** Forgets what was added. */
  clear(): void {
    this.sums.fill(0);
    this.farthestMetres = 0;
    this.latestMinutes = 0;
  }

  /** Writes the sums to `TRAVEL_SUMS` places of an array. */
  writeTo(array: Float64Array, start: number): void {
    array.set(this.sums, start);
  }

  /** Adds sums that were written by {@link writeTo}; what is farthest and latest in them is not known. */
  addSums(array: Float64Array, start: number): void {
    for (let figure = 0; figure < TRAVEL_SUMS; figure += 1) this.sums[figure]! += array[start + figure]!;
  }

  /** Adds points `x0, y0, …`, of weight 1 when weights are left out. */
  addAll(points: Float64Array, weights?: Float64Array): void {
    const count = points.length / 2;
    for (let from = 0, to = 0; from < count; from = to) {
      to = endOfGroup(points, from);
      this.addGroup(points, weights, from, to);
    }
  }

  /**
   * Adds those of the points from one up to another. They should lie together: they are spared the stations that cannot
   * tell there.
   */
  addGroup(points: Float64Array, weights: Float64Array | undefined, from: number, to: number): void {
    const { found, sums } = this;
    found.find(points, from, to);
    for (let point = from; point < to; point += 1) {
      const weight = weights ? weights[point]! : 1;
      if (weight <= 0) continue;
      const nearest = found.nearestMetres[point - from]!;
      const departure = found.departureMinutes[point - from]!;
      const accessibility = found.accessibilityIndexes[point - from]!;
      if (nearest > this.farthestMetres) this.farthestMetres = nearest;
      if (departure > this.latestMinutes) this.latestMinutes = departure;
      sums[SUMS.weight]! += weight;
      if (nearest <= NEAR_STATION_METRES) sums[SUMS.within500]! += weight;
      if (nearest <= WALKABLE_STATION_METRES) sums[SUMS.within1000]! += weight;
      sums[SUMS.walk]! += (nearest / WALKING_METRES_PER_MINUTE) * weight;
      sums[SUMS.departure]! += departure * weight;
      sums[SUMS.score]! += departureScore(departure) * weight;
      sums[SUMS.index]! += accessibility * weight;
      sums[SUMS.bands + accessibilityBand(accessibility)]! += weight;
    }
  }

  /** Null when nothing was added. */
  mean(): Travel | null {
    const { sums } = this;
    const weight = sums[SUMS.weight]!;
    if (weight <= 0) return null;
    const bandShares = new Float64Array(ACCESSIBILITY_BANDS.length);
    for (let band = 0; band < bandShares.length; band += 1) bandShares[band] = sums[SUMS.bands + band]! / weight;
    return {
      share500: sums[SUMS.within500]! / weight,
      share1000: sums[SUMS.within1000]! / weight,
      walkMinutes: sums[SUMS.walk]! / weight,
      departureMinutes: sums[SUMS.departure]! / weight,
      score: sums[SUMS.score]! / weight,
      accessibilityIndex: sums[SUMS.index]! / weight,
      bandShares,
    };
  }
}

/** Mean transit proximity over points `x0, y0, …` of equal weight; null for no points. */
export function meanTravel(points: Float64Array, service: ServiceSet, walks?: Walks): Travel | null {
  const sum = new TravelSum(service, walks);
  sum.addAll(points);
  return sum.mean();
}

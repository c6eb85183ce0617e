import {
  ACCESSIBILITY_BAND_LIMITS,
  ACCESSIBILITY_REACH_METRES,
  DETOUR_FACTOR,
  FULL_SCORE_MINUTES,
  HALF_HOUR_MINUTES,
  NEAR_STATION_METRES,
  OTHER_LINES_SHARE,
  SCORE_HALF_LIFE_MINUTES,
  WALKABLE_STATION_METRES,
  WALKING_METRES_PER_MINUTE,
} from '../method/parameters';
import type { WalkingNetwork } from '../network/walkingNetwork';
import { ACCESSIBILITY_BANDS } from './evaluation';
import type { ServiceSet } from './service';

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

/** Fills `distances` with the walk from (x, y) to each station of a service set, metres. */
export type WalkingDistances = (x: number, y: number, distances: Float64Array) => void;

/** Straight line times the detour factor (method §3). */
export function detourDistances(service: ServiceSet, detourFactor = DETOUR_FACTOR): WalkingDistances {
  const { stations } = service;
  return (x, y, distances) => {
    for (let index = 0; index < stations.length; index += 1) {
      const station = stations[index]!;
      const dx = x - station.x;
      const dy = y - station.y;
      distances[index] = Math.sqrt(dx * dx + dy * dy) * detourFactor;
    }
  };
}

/** Along a walking network, and as `detourDistances` where it does not reach (method §3). */
export function networkDistances(service: ServiceSet, network: WalkingNetwork): WalkingDistances {
  const distancesTo = network.distancesTo(service.stations);
  return (x, y, distances) => {
    distancesTo.at(x, y, distances);
  };
}

/** Score q of a door-to-departure time: 1 to five minutes, halved for every ten more (method §4.4). */
export function departureScore(departureMinutes: number): number {
  return departureMinutes <= FULL_SCORE_MINUTES
    ? 1
    : 2 ** -((departureMinutes - FULL_SCORE_MINUTES) / SCORE_HALF_LIFE_MINUTES);
}

/** Position in `ACCESSIBILITY_BANDS` of an accessibility index. */
export function accessibilityBand(index: number): number {
  if (index <= 0) return 0;
  const band = ACCESSIBILITY_BAND_LIMITS.findIndex((limit) => index <= limit);
  return band < 0 ? ACCESSIBILITY_BANDS.length - 1 : band + 1;
}

/**
 * Rail accessibility index at walking distances, as PTAL (Transport for London): `EDF = 30/(d/80 + AWT)` for stations
 * within 960 m, each line once with its best EDF, per mode the best plus half of the others.
 */
export function accessibilityIndex(service: ServiceSet, distances: ArrayLike<number>): number {
  const best = new Float64Array(service.lineModes.length);
  let reached = false;
  for (let index = 0; index < service.stations.length; index += 1) {
    const distance = distances[index]!;
    if (distance > ACCESSIBILITY_REACH_METRES) continue;
    reached = true;
    const station = service.stations[index]!;
    const frequency = HALF_HOUR_MINUTES / (distance / WALKING_METRES_PER_MINUTE + station.waitMinutes);
    if (frequency > best[station.line]!) best[station.line] = frequency;
  }
  if (!reached) return 0;
  let sum = 0;
  for (const mode of ['train', 'metro'] as const) {
    let modeBest = 0;
    let modeSum = 0;
    for (let line = 0; line < best.length; line += 1) {
      if (service.lineModes[line] !== mode) continue;
      modeSum += best[line]!;
      if (best[line]! > modeBest) modeBest = best[line]!;
    }
    sum += modeBest + (modeSum - modeBest) * OTHER_LINES_SHARE;
  }
  return sum;
}

/** Sums transit proximity over weighted points; `mean` gives it per unit of weight. */
export class TravelSum {
  private readonly service: ServiceSet;
  private readonly walkingDistances: WalkingDistances;
  private readonly distances: Float64Array;
  private weight = 0;
  private within500 = 0;
  private within1000 = 0;
  private walk = 0;
  private departure = 0;
  private score = 0;
  private index = 0;
  private readonly bands = new Float64Array(ACCESSIBILITY_BANDS.length);

  constructor(service: ServiceSet, walkingDistances: WalkingDistances = detourDistances(service)) {
    this.service = service;
    this.walkingDistances = walkingDistances;
    this.distances = new Float64Array(service.stations.length);
  }

  add(x: number, y: number, weight: number): void {
    if (weight <= 0) return;
    const { service, distances } = this;
    this.walkingDistances(x, y, distances);
    let nearest = Infinity;
    let departure = Infinity;
    for (let index = 0; index < distances.length; index += 1) {
      const distance = distances[index]!;
      if (distance < nearest) nearest = distance;
      const minutes = distance / WALKING_METRES_PER_MINUTE + service.stations[index]!.waitMinutes;
      if (minutes < departure) departure = minutes;
    }
    this.weight += weight;
    if (nearest <= NEAR_STATION_METRES) this.within500 += weight;
    if (nearest <= WALKABLE_STATION_METRES) this.within1000 += weight;
    this.walk += (nearest / WALKING_METRES_PER_MINUTE) * weight;
    this.departure += departure * weight;
    this.score += departureScore(departure) * weight;
    const accessibility = nearest > ACCESSIBILITY_REACH_METRES ? 0 : accessibilityIndex(service, distances);
    this.index += accessibility * weight;
    this.bands[accessibilityBand(accessibility)]! += weight;
  }

  /** Null when nothing was added. */
  mean(): Travel | null {
    const { weight } = this;
    if (weight <= 0) return null;
    return {
      share500: this.within500 / weight,
      share1000: this.within1000 / weight,
      walkMinutes: this.walk / weight,
      departureMinutes: this.departure / weight,
      score: this.score / weight,
      accessibilityIndex: this.index / weight,
      bandShares: this.bands.map((band) => band / weight),
    };
  }
}

/** Mean transit proximity over points `x0, y0, …` of equal weight; null for no points. */
export function meanTravel(points: Float64Array, service: ServiceSet, distances?: WalkingDistances): Travel | null {
  const sum = new TravelSum(service, distances);
  for (let index = 0; index < points.length; index += 2) sum.add(points[index]!, points[index + 1]!, 1);
  return sum.mean();
}

import type { StationMode } from '../domain/station';
import {
  ACCESSIBILITY_BAND_LIMITS,
  ACCESSIBILITY_REACH_METRES,
  FULL_SCORE_MINUTES,
  HALF_HOUR_MINUTES,
  NEAR_STATION_METRES,
  OTHER_LINES_SHARE,
  SCORE_HALF_LIFE_MINUTES,
  WALKABLE_STATION_METRES,
  WALKING_METRES_PER_MINUTE,
} from '../method/parameters';
import { ACCESSIBILITY_BANDS } from './evaluation';
import { StationArrays, StationsByNearness } from './nearStations';
import { endOfGroup, pointBounds } from './pointGroups';
import type { ServiceSet } from './service';
import { detourDistances, type WalkingDistances } from './walks';

const STATION_MODES: readonly StationMode[] = ['train', 'metro'];

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

/**
 * Rail accessibility index at walking distances, as PTAL (Transport for London): `EDF = 30/(d/80 + AWT)` for stations
 * within 960 m, each line once with its best EDF, per mode the best plus half of the others.
 *
 * @param best room for one number for each line.
 */
export function accessibilityIndex(
  service: ServiceSet,
  distances: ArrayLike<number>,
  best: Float64Array = new Float64Array(service.lineModes.length),
): number {
  best.fill(0);
  for (let index = 0; index < service.stations.length; index += 1) {
    const distance = distances[index]!;
    if (distance > ACCESSIBILITY_REACH_METRES) continue;
    const station = service.stations[index]!;
    const frequency = HALF_HOUR_MINUTES / (distance / WALKING_METRES_PER_MINUTE + station.waitMinutes);
    if (frequency > best[station.line]!) best[station.line] = frequency;
  }
  return indexOfLines(service.lineModes, best);
}

/** Sum over the modes of the best line and half of the others, by the best frequency of each line. */
function indexOfLines(lineModes: readonly StationMode[], best: Float64Array): number {
  let sum = 0;
  for (const mode of STATION_MODES) {
    let modeBest = 0;
    let modeSum = 0;
    for (let line = 0; line < best.length; line += 1) {
      if (lineModes[line] !== mode) continue;
      modeSum += best[line]!;
      if (best[line]! > modeBest) modeBest = best[line]!;
    }
    sum += modeBest + (modeSum - modeBest) * OTHER_LINES_SHARE;
  }
  return sum;
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
  private readonly service: ServiceSet;
  private readonly walkingDistances: WalkingDistances;
  private readonly distances: Float64Array;
  private readonly bestByLine: Float64Array;
  private readonly near: StationArrays;
  private readonly byNearness: StationsByNearness;
  private readonly sums = new Float64Array(TRAVEL_SUMS);

  constructor(service: ServiceSet, walkingDistances: WalkingDistances = detourDistances(service)) {
    this.service = service;
    this.walkingDistances = walkingDistances;
    this.distances = new Float64Array(service.stations.length);
    this.bestByLine = new Float64Array(service.lineModes.length);
    this.near = new StationArrays(service.stations.length);
    this.byNearness = new StationsByNearness(service);
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
    const { detourFactor, network } = this.walkingDistances;
    const bounds = pointBounds(points, from, to);
    if (!bounds) return;
    if (detourFactor !== undefined) this.near.take(this.service, bounds, detourFactor);
    else if (network) this.byNearness.orderFrom(bounds);
    for (let point = from; point < to; point += 1) {
      const weight = weights ? weights[point]! : 1;
      if (weight <= 0) continue;
      const x = points[2 * point]!;
      const y = points[2 * point + 1]!;
      if (detourFactor !== undefined) this.addStraight(x, y, weight, detourFactor);
      else if (network) this.addAlong(network, x, y, weight);
      else this.add(x, y, weight);
    }
  }

  /** The same as {@link add}, by straight lines to the stations near. */
  private addStraight(x: number, y: number, weight: number, detourFactor: number): void {
    const { bestByLine } = this;
    const { count, xs, ys, waits, lines } = this.near;
    let nearest = Infinity;
    let departure = Infinity;
    let isReached = false;
    for (let index = 0; index < count; index += 1) {
      const dx = x - xs[index]!;
      const dy = y - ys[index]!;
      const distance = Math.sqrt(dx * dx + dy * dy) * detourFactor;
      if (distance < nearest) nearest = distance;
      const minutes = distance / WALKING_METRES_PER_MINUTE + waits[index]!;
      if (minutes < departure) departure = minutes;
      if (distance > ACCESSIBILITY_REACH_METRES) continue;
      if (!isReached) bestByLine.fill(0);
      isReached = true;
      const frequency = HALF_HOUR_MINUTES / minutes;
      const line = lines[index]!;
      if (frequency > bestByLine[line]!) bestByLine[line] = frequency;
    }
    this.take(weight, nearest, departure, isReached ? indexOfLines(this.service.lineModes, bestByLine) : 0);
  }

  /** The same as {@link add}, along a network to the stations that can tell. */
  private addAlong(network: NonNullable<WalkingDistances['network']>, x: number, y: number, weight: number): void {
    const { bestByLine } = this;
    const { positions, leastMetres, leastMinutes, leastMinutesFromHere, waits, lines } = this.byNearness;
    let nearest = Infinity;
    let departure = Infinity;
    let isReached = false;
    network.startAt(x, y);
    for (let index = 0; index < positions.length; index += 1) {
      const least = leastMetres[index]!;
      if (least > nearest && least > ACCESSIBILITY_REACH_METRES) {
        if (leastMinutesFromHere[index]! > departure) break;
        if (leastMinutes[index]! > departure) continue;
      }
      const distance = network.metresTo(positions[index]!);
      if (distance < nearest) nearest = distance;
      const minutes = distance / WALKING_METRES_PER_MINUTE + waits[index]!;
      if (minutes < departure) departure = minutes;
      if (distance > ACCESSIBILITY_REACH_METRES) continue;
      if (!isReached) bestByLine.fill(0);
      isReached = true;
      const frequency = HALF_HOUR_MINUTES / minutes;
      const line = lines[index]!;
      if (frequency > bestByLine[line]!) bestByLine[line] = frequency;
    }
    this.take(weight, nearest, departure, isReached ? indexOfLines(this.service.lineModes, bestByLine) : 0);
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
    const isReached = nearest <= ACCESSIBILITY_REACH_METRES;
    this.take(weight, nearest, departure, isReached ? accessibilityIndex(service, distances, this.bestByLine) : 0);
  }

  private take(weight: number, nearest: number, departure: number, accessibility: number): void {
    const { sums } = this;
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
export function meanTravel(points: Float64Array, service: ServiceSet, distances?: WalkingDistances): Travel | null {
  const sum = new TravelSum(service, distances);
  sum.addAll(points);
  return sum.mean();
}

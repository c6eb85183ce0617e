import type { StationMode } from '../domain/station';
import { multiPolygonBounds } from '../geometry/area';
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
import { stationsThatTell } from './nearStations';
import type { ServiceSet } from './service';

const STATION_MODES: readonly StationMode[] = ['train', 'metro'];

/** Points that follow each other and lie together are at most so many: the lattice points of a cell of the population grid. */
const MOST_POINTS_TOGETHER = 100;
const FAR_APART_METRES = 300;

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
export interface WalkingDistances {
  (x: number, y: number, distances: Float64Array): void;
  /** Given where every walk is the straight line times this factor. */
  readonly detourFactor?: number;
}

/** Straight line times the detour factor (method §3). */
export function detourDistances(service: ServiceSet, detourFactor = DETOUR_FACTOR): WalkingDistances {
  const { stations } = service;
  const walk = (x: number, y: number, distances: Float64Array): void => {
    for (let index = 0; index < stations.length; index += 1) {
      const station = stations[index]!;
      const dx = x - station.x;
      const dy = y - station.y;
      distances[index] = Math.sqrt(dx * dx + dy * dy) * detourFactor;
    }
  };
  return Object.assign(walk, { detourFactor });
}

/** Along a walking network, and as `detourDistances` where it does not reach (method §3). */
export function networkDistances(service: ServiceSet, network: WalkingNetwork): WalkingDistances {
  const distancesTo = network.distancesTo(service.stations);
  return (x, y, distances) => {
    distancesTo.at(x, y, distances);
  };
}

/** Where a group of points ends that follow each other and lie together. */
function endOfGroup(points: Float64Array, from: number): number {
  const x = points[2 * from]!;
  const y = points[2 * from + 1]!;
  const last = Math.min(points.length / 2, from + MOST_POINTS_TOGETHER);
  for (let point = from + 1; point < last; point += 1) {
    if (Math.abs(points[2 * point]! - x) > FAR_APART_METRES || Math.abs(points[2 * point + 1]! - y) > FAR_APART_METRES) return point;
  }
  return last;
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
  const band = ACCESSIBILITY_BAND_LIMITS.findIndex((limit) => index <= limit);
  return band < 0 ? ACCESSIBILITY_BANDS.length - 1 : band + 1;
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

/** Sums transit proximity over weighted points; `mean` gives it per unit of weight. */
export class TravelSum {
  private readonly service: ServiceSet;
  private readonly walkingDistances: WalkingDistances;
  private readonly distances: Float64Array;
  private readonly bestByLine: Float64Array;
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
    this.bestByLine = new Float64Array(service.lineModes.length);
  }

  /**
   * Adds points `x0, y0, …`, of weight 1 when weights are left out. Where walks are straight, points that follow each
   * other and lie together are spared the stations that cannot tell there.
   */
  addAll(points: Float64Array, weights?: Float64Array): void {
    const { detourFactor } = this.walkingDistances;
    const count = points.length / 2;
    if (detourFactor === undefined) {
      for (let point = 0; point < count; point += 1) this.add(points[2 * point]!, points[2 * point + 1]!, weights ? weights[point]! : 1);
      return;
    }
    for (let from = 0, to = 0; from < count; from = to) {
      to = endOfGroup(points, from);
      const bounds = multiPolygonBounds([[points.subarray(2 * from, 2 * to)]]);
      const service = bounds ? stationsThatTell(this.service, bounds, detourFactor) : this.service;
      this.addGroup(service, points, weights, from, to, detourFactor);
    }
  }

  /** The same as adding each point, in one loop. */
  private addGroup(
    { stations, lineModes }: ServiceSet,
    points: Float64Array,
    weights: Float64Array | undefined,
    from: number,
    to: number,
    detourFactor: number,
  ): void {
    const { bestByLine } = this;
    for (let point = from; point < to; point += 1) {
      const weight = weights ? weights[point]! : 1;
      if (weight <= 0) continue;
      const x = points[2 * point]!;
      const y = points[2 * point + 1]!;
      let nearest = Infinity;
      let departure = Infinity;
      bestByLine.fill(0);
      for (let index = 0; index < stations.length; index += 1) {
        const station = stations[index]!;
        const dx = x - station.x;
        const dy = y - station.y;
        const distance = Math.sqrt(dx * dx + dy * dy) * detourFactor;
        if (distance < nearest) nearest = distance;
        const minutes = distance / WALKING_METRES_PER_MINUTE + station.waitMinutes;
        if (minutes < departure) departure = minutes;
        if (distance > ACCESSIBILITY_REACH_METRES) continue;
        const frequency = HALF_HOUR_MINUTES / minutes;
        if (frequency > bestByLine[station.line]!) bestByLine[station.line] = frequency;
      }
      this.take(weight, nearest, departure, nearest > ACCESSIBILITY_REACH_METRES ? 0 : indexOfLines(lineModes, bestByLine));
    }
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
    this.weight += weight;
    if (nearest <= NEAR_STATION_METRES) this.within500 += weight;
    if (nearest <= WALKABLE_STATION_METRES) this.within1000 += weight;
    this.walk += (nearest / WALKING_METRES_PER_MINUTE) * weight;
    this.departure += departure * weight;
    this.score += departureScore(departure) * weight;
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
  sum.addAll(points);
  return sum.mean();
}

import {
  DRAWN_DEPARTURES_FACTOR,
  DRAWN_DETOUR_FACTOR,
  DRAWN_POINTS_PER_AREA,
  WALKING_METRES_PER_MINUTE,
} from '../../method/parameters';
import { waitMinutes } from '../service';
import { departureScore } from '../travel';
import type { Draw } from './draws';

/** A station that may be the best one in some draw. */
export interface DrawnStation {
  /** Index among the stations of the data set. */
  readonly index: number;
  readonly x: number;
  readonly y: number;
  readonly accuracyMetres: number;
  readonly departuresPerHour: number;
}

/** Homes of one area, or of the growth spread outside, as a few points with the stations that may serve them. */
export interface DrawnPlace {
  /** `x0, y0, …` in metres. */
  readonly points: Float64Array;
  /** Indexes among the stations of the data set. */
  readonly stations: Uint16Array;
}

/** Evenly spaced points out of many: every n-th, from the middle of the first stride. */
export function samplePoints(points: Float64Array, most = DRAWN_POINTS_PER_AREA): Float64Array {
  const count = points.length / 2;
  if (count <= most) return points;
  const sample = new Float64Array(most * 2);
  for (let index = 0; index < most; index += 1) {
    const source = Math.floor(((index + 0.5) * count) / most);
    sample[2 * index] = points[2 * source]!;
    sample[2 * index + 1] = points[2 * source + 1]!;
  }
  return sample;
}

/** Points that stand for equal parts of a total weight, in the order given. */
export function sampleByWeight(points: Float64Array, weights: Float64Array, most: number): Float64Array {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const sample: number[] = [];
  let passed = 0;
  let wanted = total / most / 2;
  for (let index = 0; index < weights.length; index += 1) {
    passed += weights[index]!;
    while (passed > wanted && sample.length < most * 2) {
      sample.push(points[2 * index]!, points[2 * index + 1]!);
      wanted += total / most;
    }
  }
  return Float64Array.from(sample);
}

/**
 * Keeps the stations that can be a point's best one in some draw: those whose shortest time to a departure is not longer
 * than the longest of another.
 */
export function drawnPlace(points: Float64Array, stations: readonly DrawnStation[]): DrawnPlace {
  const [leastDetour, mostDetour] = DRAWN_DETOUR_FACTOR;
  const [leastDepartures, mostDepartures] = DRAWN_DEPARTURES_FACTOR;
  const shortestWaits = stations.map(({ departuresPerHour }) => waitMinutes(departuresPerHour * mostDepartures));
  const longestWaits = stations.map(({ departuresPerHour }) => waitMinutes(departuresPerHour * leastDepartures));
  const shortest = new Float64Array(stations.length);
  const isKept = new Uint8Array(stations.length);
  for (let index = 0; index < points.length; index += 2) {
    let bound = Infinity;
    for (let position = 0; position < stations.length; position += 1) {
      const { x, y, accuracyMetres } = stations[position]!;
      const dx = points[index]! - x;
      const dy = points[index + 1]! - y;
      const straight = Math.sqrt(dx * dx + dy * dy);
      const near = Math.max(0, straight - accuracyMetres) * leastDetour;
      const far = (straight + accuracyMetres) * mostDetour;
      shortest[position] = near / WALKING_METRES_PER_MINUTE + shortestWaits[position]!;
      bound = Math.min(bound, far / WALKING_METRES_PER_MINUTE + longestWaits[position]!);
    }
    for (let position = 0; position < stations.length; position += 1) if (shortest[position]! <= bound) isKept[position] = 1;
  }
  const kept = stations.flatMap(({ index }, position) => (isKept[position] === 1 ? [index] : []));
  return { points, stations: Uint16Array.from(kept).sort() };
}

/** Mean score q of a place in a draw, 0–1. */
export function meanScore({ points, stations }: DrawnPlace, draw: Draw): number {
  const { stationX, stationY, waitMinutes: waits } = draw;
  const minutesPerMetre = draw.detourFactor / WALKING_METRES_PER_MINUTE;
  let sum = 0;
  for (let index = 0; index < points.length; index += 2) {
    const x = points[index]!;
    const y = points[index + 1]!;
    let best = Infinity;
    for (let position = 0; position < stations.length; position += 1) {
      const station = stations[position]!;
      const dx = x - stationX[station]!;
      const dy = y - stationY[station]!;
      const minutes = Math.sqrt(dx * dx + dy * dy) * minutesPerMetre + waits[station]!;
      if (minutes < best) best = minutes;
    }
    sum += departureScore(best);
  }
  return points.length === 0 ? 0 : sum / (points.length / 2);
}

import type { StationMode } from '../domain/station';
import { ACCESSIBILITY_REACH_METRES, HALF_HOUR_MINUTES, OTHER_LINES_SHARE, WALKING_METRES_PER_MINUTE } from '../method/parameters';
import { StationsByNearness } from './nearStations';
import { pointBounds } from './pointGroups';
import type { ServiceSet } from './service';
import type { Walks } from './walks';

const STATION_MODES: readonly StationMode[] = ['train', 'metro'];

/**
 * Rail accessibility index, as PTAL (Transport for London): per mode the best line and half of the others, by the best
 * `EDF = 30/(d/80 + AWT)` of each line among stations within 960 m.
 */
function accessibilityIndex(lineModes: readonly StationMode[], best: Float64Array): number {
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

/** Finds transit proximity at each of some points that lie together, in arrays that are used again and again. */
export class PointTravels {
  /** Walk to the nearest station, metres, and time to a departure, minutes; infinite when none runs. */
  nearestMetres = new Float64Array(0);
  departureMinutes = new Float64Array(0);
  accessibilityIndexes = new Float64Array(0);
  private readonly lineModes: readonly StationMode[];
  private readonly walks: Walks;
  private readonly stations: StationsByNearness;
  /** Best frequency of each line from a point. */
  private readonly bestByLine: Float64Array;

  constructor(service: ServiceSet, walks: Walks) {
    this.lineModes = service.lineModes;
    this.walks = walks;
    this.stations = new StationsByNearness(service);
    this.bestByLine = new Float64Array(service.lineModes.length);
  }

  /** Finds those of the points `x0, y0, …` from one up to another, and puts them in the arrays from their start. */
  find(points: Float64Array, from: number, to: number): void {
    const bounds = pointBounds(points, from, to);
    if (!bounds) return;
    this.makeRoom(to - from);
    this.stations.orderFrom(bounds, this.walks.leastFactor);
    for (let point = from; point < to; point += 1) this.findPoint(points, point, point - from);
  }

  private findPoint(points: Float64Array, point: number, place: number): void {
    const { walks, bestByLine } = this;
    const { positions, leastMetres, leastMinutes, leastMinutesFromHere, waits, lines } = this.stations;
    let nearest = Infinity;
    let departure = Infinity;
    let isReached = false;
    walks.startAt(points[2 * point]!, points[2 * point + 1]!);
    for (let index = 0; index < positions.length; index += 1) {
      const least = leastMetres[index]!;
      if (least > nearest && least > ACCESSIBILITY_REACH_METRES) {
        if (leastMinutesFromHere[index]! > departure) break;
        if (leastMinutes[index]! > departure) continue;
      }
      const distance = walks.metresTo(positions[index]!);
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
    this.nearestMetres[place] = nearest;
    this.departureMinutes[place] = departure;
    this.accessibilityIndexes[place] = isReached ? accessibilityIndex(this.lineModes, bestByLine) : 0;
  }

  private makeRoom(count: number): void {
    if (count <= this.nearestMetres.length) return;
    this.nearestMetres = new Float64Array(count);
    this.departureMinutes = new Float64Array(count);
    this.accessibilityIndexes = new Float64Array(count);
  }
}

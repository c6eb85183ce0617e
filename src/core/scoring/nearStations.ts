import type { PlanarBounds } from '../geometry/shapes';
import { ACCESSIBILITY_REACH_METRES, WALKING_METRES_PER_MINUTE } from '../method/parameters';
import type { ServiceSet, ServiceStation } from './service';

/** Far more than rounding, far less than matters to which stations are looked at. */
const MARGIN_METRES = 0.001;

/**
 * The stations of a set that can tell in transit proximity anywhere in a rectangle when walks are straight lines times a
 * factor: those that may be nearest, or the first to depart from, or within reach of the accessibility index. In their order.
 */
export function stationsThatTell(service: ServiceSet, { minX, minY, maxX, maxY }: PlanarBounds, detourFactor: number): ServiceSet {
  const walk = (dx: number, dy: number): number => Math.sqrt(dx * dx + dy * dy) * detourFactor;
  const least = (x: number, y: number): number => walk(Math.max(0, minX - x, x - maxX), Math.max(0, minY - y, y - maxY));
  const most = (x: number, y: number): number => walk(Math.max(x - minX, maxX - x), Math.max(y - minY, maxY - y)) + MARGIN_METRES;
  let nearestWithin = Infinity;
  let departedWithin = Infinity;
  for (const { x, y, waitMinutes } of service.stations) {
    const metres = most(x, y);
    nearestWithin = Math.min(nearestWithin, metres);
    departedWithin = Math.min(departedWithin, metres / WALKING_METRES_PER_MINUTE + waitMinutes);
  }
  const reach = Math.max(nearestWithin, ACCESSIBILITY_REACH_METRES + MARGIN_METRES);
  const stations = service.stations.filter(({ x, y, waitMinutes }) => {
    const metres = least(x, y);
    return metres <= reach || metres / WALKING_METRES_PER_MINUTE + waitMinutes <= departedWithin;
  });
  return { ...service, stations };
}

/** A few stations as arrays of their figures, for loops over many points. */
export class StationArrays {
  count = 0;
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  readonly waits: Float64Array;
  readonly lines: Uint16Array;

  /** @param most as many stations as may be filled in. */
  constructor(most: number) {
    this.xs = new Float64Array(most);
    this.ys = new Float64Array(most);
    this.waits = new Float64Array(most);
    this.lines = new Uint16Array(most);
  }

  /** Takes these stations instead of what was there. */
  fill(stations: readonly ServiceStation[]): void {
    this.count = stations.length;
    for (let index = 0; index < stations.length; index += 1) {
      const { x, y, waitMinutes, line } = stations[index]!;
      this.xs[index] = x;
      this.ys[index] = y;
      this.waits[index] = waitMinutes;
      this.lines[index] = line;
    }
  }
}

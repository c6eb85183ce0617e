import type { PlanarBounds } from '../geometry/shapes';
import { ACCESSIBILITY_REACH_METRES, WALKING_METRES_PER_MINUTE } from '../method/parameters';
import type { ServiceSet } from './service';

/** Far more than rounding, far less than matters to which stations are looked at. */
const MARGIN_METRES = 0.001;

/**
 * The stations of a set that can tell in transit proximity anywhere in a rectangle, in their order, as arrays of their
 * figures: for loops over many points.
 */
export class StationArrays {
  count = 0;
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  readonly waits: Float64Array;
  readonly lines: Uint16Array;

  /** @param most as many stations as a set may have. */
  constructor(most: number) {
    this.xs = new Float64Array(most);
    this.ys = new Float64Array(most);
    this.waits = new Float64Array(most);
    this.lines = new Uint16Array(most);
  }

  /**
   * Takes those stations instead of what was there: when walks are straight lines times a factor, those that may be
   * nearest, or the first to depart from, or within reach of the accessibility index.
   */
  take({ stations }: Pick<ServiceSet, 'stations'>, { minX, minY, maxX, maxY }: PlanarBounds, detourFactor: number): void {
    let nearestWithin = Infinity;
    let departedWithin = Infinity;
    for (let index = 0; index < stations.length; index += 1) {
      const { x, y, waitMinutes } = stations[index]!;
      const metres = hypotenuse(Math.max(x - minX, maxX - x), Math.max(y - minY, maxY - y)) * detourFactor + MARGIN_METRES;
      if (metres < nearestWithin) nearestWithin = metres;
      const minutes = metres / WALKING_METRES_PER_MINUTE + waitMinutes;
      if (minutes < departedWithin) departedWithin = minutes;
    }
    const reach = Math.max(nearestWithin, ACCESSIBILITY_REACH_METRES + MARGIN_METRES);
    this.count = 0;
    for (let index = 0; index < stations.length; index += 1) {
      const { x, y, waitMinutes, line } = stations[index]!;
      const metres = hypotenuse(Math.max(0, minX - x, x - maxX), Math.max(0, minY - y, y - maxY)) * detourFactor;
      if (metres > reach && metres / WALKING_METRES_PER_MINUTE + waitMinutes > departedWithin) continue;
      this.xs[this.count] = x;
      this.ys[this.count] = y;
      this.waits[this.count] = waitMinutes;
      this.lines[this.count] = line;
      this.count += 1;
    }
  }
}

function hypotenuse(dx: number, dy: number): number {
  return Math.sqrt(dx * dx + dy * dy);
}

import type { PlanarBounds } from '../geometry/shapes';
import { ACCESSIBILITY_REACH_METRES, WALKING_METRES_PER_MINUTE } from '../method/parameters';
import type { ServiceSet, ServiceStation } from './service';

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

/**
 * The stations of a set from the nearest to the farthest from a rectangle, by the straight line, which no walk is shorter
 * than: for loops over many points there that stop where no station further on can tell.
 */
export class StationsByNearness {
  /** Where in the set the stations stand; the other arrays follow the same order. */
  readonly positions: Uint16Array;
  /** Walk from anywhere in the rectangle at least, metres. */
  readonly leastMetres: Float64Array;
  /** Time to a departure at least, minutes: of the station, and of all from there on. */
  readonly leastMinutes: Float64Array;
  readonly leastMinutesFromHere: Float64Array;
  readonly waits: Float64Array;
  readonly lines: Uint16Array;
  private readonly stations: readonly ServiceStation[];

  constructor({ stations }: Pick<ServiceSet, 'stations'>) {
    this.stations = stations;
    this.positions = Uint16Array.from(stations, (_, position) => position);
    this.leastMetres = new Float64Array(stations.length);
    this.leastMinutes = new Float64Array(stations.length);
    this.leastMinutesFromHere = new Float64Array(stations.length);
    this.waits = new Float64Array(stations.length);
    this.lines = new Uint16Array(stations.length);
  }

  /** Puts the stations in their order from a rectangle, where no walk is shorter than the straight line. */
  orderFrom({ minX, minY, maxX, maxY }: PlanarBounds): void {
    const { stations, positions, leastMetres, leastMinutes, leastMinutesFromHere } = this;
    // From the order there was: rectangles that follow each other are mostly neighbours.
    for (let index = 0; index < positions.length; index += 1) {
      const position = positions[index]!;
      const { x, y } = stations[position]!;
      const metres = Math.max(0, hypotenuse(Math.max(0, minX - x, x - maxX), Math.max(0, minY - y, y - maxY)) - MARGIN_METRES);
      let place = index;
      for (; place > 0 && leastMetres[place - 1]! > metres; place -= 1) {
        leastMetres[place] = leastMetres[place - 1]!;
        positions[place] = positions[place - 1]!;
      }
      leastMetres[place] = metres;
      positions[place] = position;
    }
    let fromHere = Infinity;
    for (let index = positions.length - 1; index >= 0; index -= 1) {
      const { waitMinutes, line } = stations[positions[index]!]!;
      const minutes = leastMetres[index]! / WALKING_METRES_PER_MINUTE + waitMinutes;
      if (minutes < fromHere) fromHere = minutes;
      leastMinutes[index] = minutes;
      leastMinutesFromHere[index] = fromHere;
      this.waits[index] = waitMinutes;
      this.lines[index] = line;
    }
  }
}

function hypotenuse(dx: number, dy: number): number {
  return Math.sqrt(dx * dx + dy * dy);
}

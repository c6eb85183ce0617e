import type { PlanarBounds } from '../geometry/shapes';
import { WALKING_METRES_PER_MINUTE } from '../method/parameters';
import type { ServiceSet, ServiceStation } from './service';

/** Far more than rounding, far less than matters to which stations are looked at. */
const MARGIN_METRES = 0.001;

/**
 * The stations of a set from the nearest to the farthest from a rectangle, by the least that a walk there may be: for loops over many points there that stop where no station further on can tell.
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

  /** Puts the stations in their order from a rectangle. @param leastFactor no walk is shorter than the straight line times this. */
  orderFrom({ minX, minY, maxX, maxY }: PlanarBounds, leastFactor: number): void {
    const { stations, positions, leastMetres, leastMinutes, leastMinutesFromHere } = this;
    // From the order there was: rectangles that follow each other are mostly neighbours.
    for (let index = 0; index < positions.length; index += 1) {
      const position = positions[index]!;
      const { x, y } = stations[position]!;
      const dx = Math.max(0, minX - x, x - maxX);
      const dy = Math.max(0, minY - y, y - maxY);
      const metres = Math.max(0, Math.sqrt(dx * dx + dy * dy) * leastFactor - MARGIN_METRES);
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

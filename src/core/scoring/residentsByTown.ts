import type { TownId } from '../domain/identifiers';
import type { Town } from '../domain/town';
import { multiPolygonBounds } from '../geometry/area';
import { expandBounds } from '../geometry/bounds';
import { LatticeFrame } from '../geometry/latticeFrame';
import { toPlanarMultiPolygon } from '../geometry/projection';
import { clipPolygons } from '../geometry/ringSplitting';
import { LATTICE_METRES } from '../method/parameters';
import type { Residents } from './residents';

/** Residents of one town, or of the ground outside them all. */
export interface ResidentGroup {
  /** Null outside the towns. */
  readonly town: TownId | null;
  readonly residents: Residents;
}

/** Today's residents by the town they live in, as the data set draws the towns; those outside last. Groups may be empty. */
export function residentsByTown(residents: Residents, towns: readonly Town[]): readonly ResidentGroup[] {
  const extent = multiPolygonBounds([[residents.points]]);
  const groups = [...towns.map(({ id }): TownId | null => id), null].map((town) => ({
    town,
    points: [] as number[],
    weights: [] as number[],
    total: 0,
  }));
  if (extent) {
    const bounds = expandBounds(extent, LATTICE_METRES);
    const frame = new LatticeFrame(bounds, LATTICE_METRES);
    const townOfCell = new Uint16Array(frame.cellCount).fill(towns.length);
    towns.forEach(({ outline }, town) => {
      frame.visitCells(clipPolygons(toPlanarMultiPolygon(outline), bounds), (cell) => {
        townOfCell[cell] = Math.min(town, townOfCell[cell]!);
      });
    });
    residents.weights.forEach((weight, index) => {
      const [x, y] = [residents.points[2 * index]!, residents.points[2 * index + 1]!];
      const cell = frame.cellOf(x, y);
      const group = groups[cell < 0 ? towns.length : townOfCell[cell]!]!;
      group.points.push(x, y);
      group.weights.push(weight);
      group.total += weight;
    });
  }
  return groups.map(({ town, points, weights, total }) => ({
    town,
    residents: { points: Float64Array.from(points), weights: Float64Array.from(weights), total },
  }));
}

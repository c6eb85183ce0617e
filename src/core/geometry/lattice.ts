import { multiPolygonCentroid } from './area';
import type { PlanarMultiPolygon, PlanarPoint } from './shapes';

/** Takes a run of lattice cells: those of `row` from `fromColumn` up to but without `toColumn`. */
export type RunVisitor = (row: number, fromColumn: number, toColumn: number) => void;

/**
 * Visits the lattice cells whose centre lies in a multipolygon, whose polygons must not overlap. Cell (column, row) has its centre at
 * ((column + ½) · spacing, (row + ½) · spacing). A centre on a boundary belongs to the ground east or north of it, so
 * that neighbours share every centre out between them.
 */
export function visitLatticeRuns(polygons: PlanarMultiPolygon, spacing: number, visit: RunVisitor): void {
  const crossingsByRow = new Map<number, number[]>();
  for (const ring of polygons.flat()) {
    let previousX = ring[ring.length - 2]!;
    let previousY = ring[ring.length - 1]!;
    for (let index = 0; index < ring.length; index += 2) {
      const x = ring[index]!;
      const y = ring[index + 1]!;
      if (y !== previousY) addCrossings(crossingsByRow, previousX, previousY, x, y, spacing);
      previousX = x;
      previousY = y;
    }
  }
  for (const row of [...crossingsByRow.keys()].sort((a, b) => a - b)) {
    const crossings = crossingsByRow.get(row)!.sort((a, b) => a - b);
    for (let index = 0; index + 1 < crossings.length; index += 2) {
      const fromColumn = Math.ceil(crossings[index]! / spacing - 0.5);
      const toColumn = Math.ceil(crossings[index + 1]! / spacing - 0.5);
      if (toColumn > fromColumn) visit(row, fromColumn, toColumn);
    }
  }
}

function addCrossings(
  crossingsByRow: Map<number, number[]>,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  spacing: number,
): void {
  const low = Math.min(y0, y1);
  const high = Math.max(y0, y1);
  const firstRow = Math.ceil(low / spacing - 0.5);
  const endRow = Math.ceil(high / spacing - 0.5);
  for (let row = firstRow; row < endRow; row += 1) {
    const crossing = x0 + ((x1 - x0) * ((row + 0.5) * spacing - y0)) / (y1 - y0);
    const crossings = crossingsByRow.get(row);
    if (crossings) crossings.push(crossing);
    else crossingsByRow.set(row, [crossing]);
  }
}

/**
 * Lattice points in a multipolygon, where `accept` holds for their column and row.
 *
 * @returns `x0, y0, x1, y1, …` in metres.
 */
export function latticePoints(
  polygons: PlanarMultiPolygon,
  spacing: number,
  accept: (column: number, row: number) => boolean = () => true,
): Float64Array {
  const points: number[] = [];
  visitLatticeRuns(polygons, spacing, (row, fromColumn, toColumn) => {
    for (let column = fromColumn; column < toColumn; column += 1) {
      if (accept(column, row)) points.push((column + 0.5) * spacing, (row + 0.5) * spacing);
    }
  });
  return Float64Array.from(points);
}

/**
 * One point to stand for a multipolygon: its centroid, or, if that lies outside, the midpoint of the longest interior
 * run of the horizontal line at the centroid's height. Null when it has no area.
 */
export function representativePoint(polygons: PlanarMultiPolygon): PlanarPoint | null {
  const centroid = multiPolygonCentroid(polygons);
  if (!centroid) return null;
  const crossings: number[] = [];
  for (const ring of polygons.flat()) {
    for (let index = 0; index < ring.length; index += 2) {
      const next = (index + 2) % ring.length;
      const y0 = ring[index + 1]!;
      const y1 = ring[next + 1]!;
      if (y0 <= centroid.y !== y1 <= centroid.y) {
        crossings.push(ring[index]! + ((ring[next]! - ring[index]!) * (centroid.y - y0)) / (y1 - y0));
      }
    }
  }
  crossings.sort((a, b) => a - b);
  let longest = 0;
  let x = centroid.x;
  for (let index = 0; index + 1 < crossings.length; index += 2) {
    const from = crossings[index]!;
    const to = crossings[index + 1]!;
    if (from <= centroid.x && centroid.x <= to) return centroid;
    if (to - from > longest) {
      longest = to - from;
      x = (from + to) / 2;
    }
  }
  return { x, y: centroid.y };
}

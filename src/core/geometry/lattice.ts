import { multiPolygonCentroid } from './area';
import type { PlanarMultiPolygon, PlanarPoint, PlanarRing } from './shapes';

/** Takes a run of lattice cells: those of `row` from `fromColumn` up to but without `toColumn`. */
export type RunVisitor = (row: number, fromColumn: number, toColumn: number) => void;

/**
 * Visits the lattice cells whose centre lies in a multipolygon, whose polygons must not overlap. Cell (column, row) has its centre at
 * ((column + ½) · spacing, (row + ½) · spacing). A centre on a boundary belongs to the ground east or north of it, so
 * that neighbours share every centre out between them. The visitor must not visit others.
 */
export function visitLatticeRuns(polygons: PlanarMultiPolygon, spacing: number, visit: RunVisitor): void {
  const [firstRow, endRow] = rowsOf(polygons, spacing);
  if (endRow <= firstRow) return;
  rowCrossings.take(polygons, spacing, firstRow, endRow);
  const { starts, xs } = rowCrossings;
  for (let row = firstRow; row < endRow; row += 1) {
    const start = starts[row - firstRow]!;
    const end = starts[row - firstRow + 1]!;
    sortRun(xs, start, end);
    for (let index = start; index + 1 < end; index += 2) {
      const fromColumn = Math.ceil(xs[index]! / spacing - 0.5);
      const toColumn = Math.ceil(xs[index + 1]! / spacing - 0.5);
      if (toColumn > fromColumn) visit(row, fromColumn, toColumn);
    }
  }
}

/** The first row whose centre lies at or above a height. */
function rowFrom(y: number, spacing: number): number {
  return Math.ceil(y / spacing - 0.5);
}

/** The rows that polygons reach into: the first, and the one after the last. */
function rowsOf(polygons: PlanarMultiPolygon, spacing: number): readonly [first: number, end: number] {
  let low = Infinity;
  let high = -Infinity;
  for (const polygon of polygons) {
    for (const ring of polygon) {
      for (let index = 1; index < ring.length; index += 2) {
        const y = ring[index]!;
        if (y < low) low = y;
        if (y > high) high = y;
      }
    }
  }
  return low <= high ? [rowFrom(low, spacing), rowFrom(high, spacing)] : [0, 0];
}

/**
 * Where edges cross the middle of rows: row by row in one array, with the place at which each row starts. In arrays that are
 * used again and again.
 */
class RowCrossings {
  starts = new Uint32Array(256);
  xs = new Float64Array(1024);

  /** Takes the crossings of these polygons instead of what was there. */
  take(polygons: PlanarMultiPolygon, spacing: number, firstRow: number, endRow: number): void {
    const end = endRow - firstRow + 2;
    if (end > this.starts.length) this.starts = new Uint32Array(2 * end);
    const { starts } = this;
    starts.fill(0, 0, end);
    // Counted two places on, so that filling a row moves its start to where the next one's belongs.
    for (const polygon of polygons) for (const ring of polygon) countCrossings(ring, spacing, firstRow, starts);
    for (let index = 2; index < end; index += 1) starts[index]! += starts[index - 1]!;
    const count = starts[end - 1]!;
    if (count > this.xs.length) this.xs = new Float64Array(2 * count);
    for (const polygon of polygons) for (const ring of polygon) fillCrossings(ring, spacing, firstRow, starts, this.xs);
  }
}

const rowCrossings = new RowCrossings();

function countCrossings(ring: PlanarRing, spacing: number, firstRow: number, starts: Uint32Array): void {
  let previousRow = rowFrom(ring[ring.length - 1]!, spacing);
  for (let index = 1; index < ring.length; index += 2) {
    const nextRow = rowFrom(ring[index]!, spacing);
    const end = Math.max(previousRow, nextRow);
    for (let row = Math.min(previousRow, nextRow); row < end; row += 1) starts[row - firstRow + 2]! += 1;
    previousRow = nextRow;
  }
}

function fillCrossings(ring: PlanarRing, spacing: number, firstRow: number, starts: Uint32Array, xs: Float64Array): void {
  let x0 = ring[ring.length - 2]!;
  let y0 = ring[ring.length - 1]!;
  let previousRow = rowFrom(y0, spacing);
  for (let index = 0; index < ring.length; index += 2) {
    const x1 = ring[index]!;
    const y1 = ring[index + 1]!;
    const nextRow = rowFrom(y1, spacing);
    const end = Math.max(previousRow, nextRow);
    for (let row = Math.min(previousRow, nextRow); row < end; row += 1) {
      const place = starts[row - firstRow + 1]!;
      xs[place] = x0 + ((x1 - x0) * ((row + 0.5) * spacing - y0)) / (y1 - y0);
      starts[row - firstRow + 1] = place + 1;
    }
    x0 = x1;
    y0 = y1;
    previousRow = nextRow;
  }
}

const MOST_SORTED_BY_INSERTION = 24;

function sortRun(values: Float64Array, start: number, end: number): void {
  if (end - start > MOST_SORTED_BY_INSERTION) {
    values.subarray(start, end).sort();
    return;
  }
  for (let index = start + 1; index < end; index += 1) {
    const value = values[index]!;
    let position = index;
    while (position > start && values[position - 1]! > value) {
      values[position] = values[position - 1]!;
      position -= 1;
    }
    values[position] = value;
  }
}

/** Room to gather points in, used again and again. */
let found = new Float64Array(1024);

/**
 * Lattice points in a multipolygon.
 *
 * @returns `x0, y0, x1, y1, …` in metres.
 */
export function latticePoints(polygons: PlanarMultiPolygon, spacing: number): Float64Array {
  let count = 0;
  visitLatticeRuns(polygons, spacing, (row, fromColumn, toColumn) => {
    const most = count + 2 * (toColumn - fromColumn);
    if (most > found.length) {
      const wider = new Float64Array(Math.max(most, 2 * found.length));
      wider.set(found);
      found = wider;
    }
    for (let column = fromColumn; column < toColumn; column += 1) {
      found[count] = (column + 0.5) * spacing;
      found[count + 1] = (row + 0.5) * spacing;
      count += 2;
    }
  });
  return found.slice(0, count);
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

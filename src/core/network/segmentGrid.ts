/** Cells are no smaller than this, metres. */
const SMALLEST_CELL_METRES = 20;

/** No more cells than this for each segment, and no more entries in cells, so that memory follows the segments. */
const CELLS_PER_SEGMENT = 4;
const ENTRIES_PER_SEGMENT = 8;

/** Widens what counts as inside a cell, so that rounding never leaves a segment out of a cell it runs along, metres. */
const ROUNDING_METRES = 1e-6;

/** Where a point is nearest to a segment; written over by each search. */
export interface NearestPlace {
  segment: number;
  /** Where on the segment, 0 at its first end and 1 at its last. */
  fraction: number;
  /** Straight distance to it, metres. */
  metres: number;
}

/** Fraction of the way along a segment at which it is nearest to a point. */
export function fractionAlong(x: number, y: number, x0: number, y0: number, x1: number, y1: number): number {
  const runX = x1 - x0;
  const runY = y1 - y0;
  const squared = runX * runX + runY * runY;
  if (squared === 0) return 0;
  const fraction = ((x - x0) * runX + (y - y0) * runY) / squared;
  return fraction <= 0 ? 0 : Math.min(fraction, 1);
}

/**
 * Finds segments near a point, exactly. A uniform grid with the segments that pass each cell: it answers
 * without allocating, where an R-tree of boxes would have to be asked twice (boxes are not segments).
 */
export class SegmentGrid {
  readonly #coordinates: Float64Array;
  readonly #cellMetres: number;
  readonly #minX: number;
  readonly #minY: number;
  readonly #columns: number;
  readonly #rows: number;
  readonly #cellStarts: Uint32Array;
  readonly #cellSegments: Uint32Array;

  /** `coordinates`: `x0, y0, x1, y1` of each segment, metres, all finite. */
  constructor(coordinates: Float64Array) {
    this.#coordinates = coordinates;
    const count = coordinates.length / 4;
    let minX = Infinity;
    let minY = Infinity;
    let maxX = -Infinity;
    let maxY = -Infinity;
    let run = 0;
    for (let at = 0; at < coordinates.length; at += 2) {
      minX = Math.min(minX, coordinates[at]!);
      maxX = Math.max(maxX, coordinates[at]!);
      minY = Math.min(minY, coordinates[at + 1]!);
      maxY = Math.max(maxY, coordinates[at + 1]!);
    }
    for (let at = 0; at < coordinates.length; at += 4) {
      run += Math.abs(coordinates[at + 2]! - coordinates[at]!) + Math.abs(coordinates[at + 3]! - coordinates[at + 1]!);
    }
    const width = count > 0 ? maxX - minX : 0;
    const height = count > 0 ? maxY - minY : 0;
    this.#minX = count > 0 ? minX : 0;
    this.#minY = count > 0 ? minY : 0;
    this.#cellMetres = Math.max(
      SMALLEST_CELL_METRES,
      Math.sqrt((width * height) / (CELLS_PER_SEGMENT * Math.max(count, 1))),
      Math.max(width, height) / (CELLS_PER_SEGMENT * Math.max(count, 1)),
      run / (ENTRIES_PER_SEGMENT * Math.max(count, 1)),
    );
    this.#columns = Math.floor(width / this.#cellMetres) + 1;
    this.#rows = Math.floor(height / this.#cellMetres) + 1;
    this.#cellStarts = new Uint32Array(this.#columns * this.#rows + 1);
    this.#eachEntry((cell) => {
      this.#cellStarts[cell + 1]! += 1;
    });
    for (let cell = 1; cell < this.#cellStarts.length; cell += 1) this.#cellStarts[cell]! += this.#cellStarts[cell - 1]!;
    this.#cellSegments = new Uint32Array(this.#cellStarts.at(-1) ?? 0);
    const next = this.#cellStarts.slice();
    this.#eachEntry((cell, segment) => {
      this.#cellSegments[next[cell]!] = segment;
      next[cell]! += 1;
    });
  }

  /**
   * Writes the nearest place on any segment within `limitMetres` to `nearest`; false, and nothing written, if there is none.
   *
   * @param point `x, y` in metres: in an array, so that asking for many points makes no objects.
   */
  findNearest(point: Float64Array, limitMetres: number, nearest: NearestPlace): boolean {
    const x = point[0]!;
    const y = point[1]!;
    const cellMetres = this.#cellMetres;
    const column = Math.floor((x - this.#minX) / cellMetres);
    const row = Math.floor((y - this.#minY) / cellMetres);
    const lastColumn = this.#columns - 1;
    const lastRow = this.#rows - 1;
    const insideX = x - this.#minX - column * cellMetres;
    const insideY = y - this.#minY - row * cellMetres;
    const toBorder = Math.min(insideX, cellMetres - insideX, insideY, cellMetres - insideY);
    const firstRing = Math.max(0, -column, column - lastColumn, -row, row - lastRow);
    const lastRing = Math.max(column, lastColumn - column, row, lastRow - row);
    let bestSquared = limitMetres * limitMetres;
    let found = false;
    for (let ring = firstRing; ring <= lastRing; ring += 1) {
      const free = (ring - 1) * cellMetres + toBorder;
      if (free > 0 && free * free > bestSquared) break;
      const top = Math.min(row + ring, lastRow);
      for (let ringRow = Math.max(row - ring, 0); ringRow <= top; ringRow += 1) {
        const awayY = distanceToCell(ringRow - row, insideY, cellMetres);
        // The first and last row of a ring are whole, the others are their two ends.
        const step = ringRow === row - ring || ringRow === row + ring || ring === 0 ? 1 : 2 * ring;
        for (let ringColumn = column - ring; ringColumn <= column + ring; ringColumn += step) {
          if (ringColumn < 0 || ringColumn > lastColumn) continue;
          const awayX = distanceToCell(ringColumn - column, insideX, cellMetres);
          if (awayX * awayX + awayY * awayY > bestSquared) continue;
          const cell = ringRow * this.#columns + ringColumn;
          const squared = this.#nearestInCell(cell, x, y, bestSquared, found, nearest);
          if (squared < 0) continue;
          bestSquared = squared;
          found = true;
        }
      }
    }
    if (found) nearest.metres = Math.sqrt(bestSquared);
    return found;
  }

  /** Calls `visit` once for each segment within `radiusMetres` of a point. */
  visitWithin(x: number, y: number, radiusMetres: number, visit: (segment: number, fraction: number) => void): void {
    const firstColumn = Math.max(0, Math.floor((x - radiusMetres - this.#minX) / this.#cellMetres));
    const lastColumn = Math.min(this.#columns - 1, Math.floor((x + radiusMetres - this.#minX) / this.#cellMetres));
    const firstRow = Math.max(0, Math.floor((y - radiusMetres - this.#minY) / this.#cellMetres));
    const lastRow = Math.min(this.#rows - 1, Math.floor((y + radiusMetres - this.#minY) / this.#cellMetres));
    const visited: number[] = [];
    const from = this.#coordinates;
    for (let row = firstRow; row <= lastRow; row += 1) {
      for (let column = firstColumn; column <= lastColumn; column += 1) {
        const cell = row * this.#columns + column;
        for (let entry = this.#cellStarts[cell]!; entry < this.#cellStarts[cell + 1]!; entry += 1) {
          const segment = this.#cellSegments[entry]!;
          const at = 4 * segment;
          const fraction = fractionAlong(x, y, from[at]!, from[at + 1]!, from[at + 2]!, from[at + 3]!);
          const awayX = from[at]! + fraction * (from[at + 2]! - from[at]!) - x;
          const awayY = from[at + 1]! + fraction * (from[at + 3]! - from[at + 1]!) - y;
          if (awayX * awayX + awayY * awayY > radiusMetres * radiusMetres || visited.includes(segment)) continue;
          visited.push(segment);
          visit(segment, fraction);
        }
      }
    }
  }

  /** Squared distance to the nearest segment of a cell if it betters `bestSquared`, else −1. Ties go to the first segment. */
  #nearestInCell(cell: number, x: number, y: number, bestSquared: number, found: boolean, nearest: NearestPlace): number {
    const coordinates = this.#coordinates;
    const end = this.#cellStarts[cell + 1]!;
    let best = bestSquared;
    let any = found;
    let bettered = false;
    for (let entry = this.#cellStarts[cell]!; entry < end; entry += 1) {
      const segment = this.#cellSegments[entry]!;
      const at = 4 * segment;
      const x0 = coordinates[at]!;
      const y0 = coordinates[at + 1]!;
      const fraction = fractionAlong(x, y, x0, y0, coordinates[at + 2]!, coordinates[at + 3]!);
      const awayX = x0 + fraction * (coordinates[at + 2]! - x0) - x;
      const awayY = y0 + fraction * (coordinates[at + 3]! - y0) - y;
      const squared = awayX * awayX + awayY * awayY;
      if (squared > best || (squared === best && any && segment >= nearest.segment)) continue;
      best = squared;
      any = true;
      bettered = true;
      nearest.segment = segment;
      nearest.fraction = fraction;
    }
    return bettered ? best : -1;
  }

  #eachEntry(visit: (cell: number, segment: number) => void): void {
    const coordinates = this.#coordinates;
    const cellMetres = this.#cellMetres;
    for (let segment = 0; 4 * segment < coordinates.length; segment += 1) {
      const x0 = coordinates[4 * segment]! - this.#minX;
      const y0 = coordinates[4 * segment + 1]! - this.#minY;
      const x1 = coordinates[4 * segment + 2]! - this.#minX;
      const y1 = coordinates[4 * segment + 3]! - this.#minY;
      const lastRow = this.#rowOf(Math.max(y0, y1) + ROUNDING_METRES);
      for (let row = this.#rowOf(Math.min(y0, y1) - ROUNDING_METRES); row <= lastRow; row += 1) {
        // The part of the segment within the row.
        const low = clampedFraction(row * cellMetres - ROUNDING_METRES, y0, y1);
        const high = clampedFraction((row + 1) * cellMetres + ROUNDING_METRES, y0, y1);
        const xLow = x0 + (y0 === y1 ? 0 : low) * (x1 - x0);
        const xHigh = x0 + (y0 === y1 ? 1 : high) * (x1 - x0);
        const lastColumn = this.#columnOf(Math.max(xLow, xHigh) + ROUNDING_METRES);
        for (let column = this.#columnOf(Math.min(xLow, xHigh) - ROUNDING_METRES); column <= lastColumn; column += 1) {
          visit(row * this.#columns + column, segment);
        }
      }
    }
  }

  #rowOf(y: number): number {
    return Math.min(Math.max(Math.floor(y / this.#cellMetres), 0), this.#rows - 1);
  }

  #columnOf(x: number): number {
    return Math.min(Math.max(Math.floor(x / this.#cellMetres), 0), this.#columns - 1);
  }
}

/**
 * How far it is at least along one axis from a point to a cell that lies so many cells on, metres; `inside` is where the
 * point is in its own.
 */
function distanceToCell(cells: number, inside: number, cellMetres: number): number {
  if (cells === 0) return 0;
  const metres = cells > 0 ? cells * cellMetres - inside : inside - (cells + 1) * cellMetres;
  return metres > ROUNDING_METRES ? metres - ROUNDING_METRES : 0;
}

function clampedFraction(value: number, from: number, to: number): number {
  if (from === to) return 0;
  return Math.min(Math.max((value - from) / (to - from), 0), 1);
}

import type { CellWindow } from './latticeFrame';

/** Distances along a column are kept in bytes. */
const MOST_REACH_CELLS = 254;

/**
 * Squared distances, in cells, from the cells of a grid to the nearest marked one, as far as a reach: along columns first,
 * and then along rows, from each cell to its nearest columns and on until none farther off can better what was found.
 * Exact, in whole numbers. Keeps its room from one grid to the next.
 */
export class DistanceTransform {
  /** What cells are given that lie at least a cell beyond the reach from all marked ones. */
  readonly beyond: number;
  private readonly reach: number;
  private away = new Uint8Array(0);
  private squared = new Int32Array(0);

  /**
   * @param reach cells.
   * @throws RangeError with a reach over 254 cells.
   */
  constructor(reach: number) {
    if (reach > MOST_REACH_CELLS) throw new RangeError(`A reach is at most ${MOST_REACH_CELLS} cells`);
    this.reach = reach;
    this.beyond = (reach + 1) * (reach + 1);
  }

  /**
   * Measures the cells of a window of a grid.
   *
   * @param marked one number for each cell of the grid, row by row; not 0 where the cell is marked.
   * @returns one number for each cell of the window, row by row; good until the next grid is measured.
   */
  measure(marked: Uint8Array, columns: number, rows: number, window: CellWindow): Int32Array {
    const { fromColumn, toColumn, fromRow, toRow } = window;
    const size = (toColumn - fromColumn) * (toRow - fromRow);
    if (this.squared.length < size) this.squared = new Int32Array(size);
    this.measureColumns(marked, columns, rows, fromRow);
    for (let row = fromRow, index = 0; row < toRow; row += 1, index += toColumn - fromColumn) {
      this.measureRow(row * columns, columns, fromColumn, toColumn, index);
    }
    return this.squared;
  }

  /** Distance from every cell from a row on to the nearest marked one in its column: one more than the reach where that is too far. */
  private measureColumns(marked: Uint8Array, columns: number, rows: number, fromRow: number): void {
    const cells = columns * rows;
    const none = this.reach + 1;
    if (this.away.length < cells) this.away = new Uint8Array(cells);
    const { away } = this;
    for (let cell = 0; cell < columns && cell < cells; cell += 1) away[cell] = marked[cell] === 0 ? none : 0;
    for (let cell = columns; cell < cells; cell += 1) {
      const above = away[cell - columns]!;
      away[cell] = marked[cell] !== 0 ? 0 : above < none ? above + 1 : none;
    }
    for (let cell = cells - columns - 1; cell >= fromRow * columns; cell -= 1) {
      const next = away[cell + columns]! + 1;
      if (next < away[cell]!) away[cell] = next;
    }
  }

  /** Measures the cells of a row from one column up to another. @param start the row's first cell. @param index where the first is told. */
  private measureRow(start: number, columns: number, fromColumn: number, toColumn: number, index: number): void {
    const { away, squared, reach, beyond } = this;
    // How many of the columns within reach have a marked cell within reach: mostly none, or one so near that few are looked at.
    let told = 0;
    for (let column = Math.max(0, fromColumn - reach); column < Math.min(columns, fromColumn + reach); column += 1) {
      if (away[start + column]! <= reach) told += 1;
    }
    for (let column = fromColumn; column < toColumn; column += 1) {
      const coming = column + reach;
      const going = column - reach - 1;
      if (coming < columns && away[start + coming]! <= reach) told += 1;
      if (going >= 0 && column > fromColumn && away[start + going]! <= reach) told -= 1;
      let least = beyond;
      if (told > 0) {
        const cell = start + column;
        least = away[cell]! * away[cell]!;
        const toEdge = Math.min(column, columns - 1 - column);
        let step = 1;
        for (; step * step < least && step <= toEdge; step += 1) {
          const left = away[cell - step]!;
          const right = away[cell + step]!;
          const nearer = left < right ? left : right;
          const found = nearer * nearer + step * step;
          if (found < least) least = found;
        }
        for (; step * step < least; step += 1) {
          const nearer = step <= column ? away[cell - step]! : column + step < columns ? away[cell + step]! : reach + 1;
          const found = nearer * nearer + step * step;
          if (found < least) least = found;
        }
      }
      squared[index + column - fromColumn] = least;
    }
  }
}

import { groupsThatMeet } from './apart';
import { visitLatticeRuns } from './lattice';
import type { PlanarBounds, PlanarMultiPolygon } from './shapes';

/** A block of cells: from the first column and row up to but without the last. */
export interface CellWindow {
  readonly fromColumn: number;
  readonly toColumn: number;
  readonly fromRow: number;
  readonly toRow: number;
}

/** The lattice cells of a rectangle, numbered row by row. */
export class LatticeFrame {
  readonly cellCount: number;
  readonly columns: number;
  readonly rows: number;
  private readonly spacing: number;
  private readonly firstColumn: number;
  private readonly firstRow: number;

  constructor(bounds: PlanarBounds, spacing: number) {
    this.spacing = spacing;
    this.firstColumn = Math.floor(bounds.minX / spacing);
    this.firstRow = Math.floor(bounds.minY / spacing);
    this.columns = Math.ceil(bounds.maxX / spacing) - this.firstColumn;
    this.rows = Math.ceil(bounds.maxY / spacing) - this.firstRow;
    this.cellCount = this.columns * this.rows;
  }

  /** Number of a cell by its column and row; -1 outside the rectangle. */
  cellAt(column: number, row: number): number {
    const columnIndex = column - this.firstColumn;
    const rowIndex = row - this.firstRow;
    if (columnIndex < 0 || columnIndex >= this.columns || rowIndex < 0 || rowIndex >= this.rows) return -1;
    return rowIndex * this.columns + columnIndex;
  }

  /** All cells, in columns and rows counted from the first. */
  get whole(): CellWindow {
    return { fromColumn: 0, toColumn: this.columns, fromRow: 0, toRow: this.rows };
  }

  /** The cell that holds a point; -1 outside the rectangle. */
  cellOf(x: number, y: number): number {
    return this.cellAt(Math.floor(x / this.spacing), Math.floor(y / this.spacing));
  }

  /** The cell of each of the points `x0, y0, …`; -1 outside the rectangle. */
  cellsOf(points: Float64Array): Int32Array {
    const cells = new Int32Array(points.length / 2);
    for (let index = 0; index < cells.length; index += 1) cells[index] = this.cellOf(points[2 * index]!, points[2 * index + 1]!);
    return cells;
  }

  /** Where the middle of a column lies, counted from the first; and that of a row. */
  middleOfColumn(column: number): number {
    return (this.firstColumn + column + 0.5) * this.spacing;
  }

  middleOfRow(row: number): number {
    return (this.firstRow + row + 0.5) * this.spacing;
  }

  /** How many columns have their middle west of x. */
  columnsWestOf(x: number): number {
    return countBelow(x, this.firstColumn, this.columns, this.spacing);
  }

  /** How many rows have their middle south of y. */
  rowsSouthOf(y: number): number {
    return countBelow(y, this.firstRow, this.rows, this.spacing);
  }

  /** The smallest window that holds some cells, for each square block of `blockCells` columns and rows that any of them lie in. */
  windowsOf(cells: readonly number[], blockCells: number): readonly CellWindow[] {
    const gathering = new WindowGathering();
    for (const cell of cells) {
      const row = Math.floor(cell / this.columns);
      const column = cell - row * this.columns;
      gathering.add(Math.floor(row / blockCells) * this.columns + Math.floor(column / blockCells), column, row);
    }
    return [...gathering.windows().values()];
  }

  /** The smallest window that holds all cells with a number, for each number that is not below 0; `numbers` has one for each cell. */
  windowsByNumber(numbers: Int32Array): ReadonlyMap<number, CellWindow> {
    const gathering = new WindowGathering();
    for (let row = 0, cell = 0; row < this.rows; row += 1) {
      for (let column = 0; column < this.columns; column += 1, cell += 1) {
        const number = numbers[cell]!;
        // The middle of a run of cells widens nothing.
        if (number < 0 || (number === numbers[cell - 1] && number === numbers[cell + 1] && column > 0 && column + 1 < this.columns)) continue;
        gathering.add(number, column, row);
      }
    }
    return gathering.windows();
  }

  /** A window grown by `cells` on every side, as far as there are cells. */
  expanded(window: CellWindow, cells: number): CellWindow {
    return {
      fromColumn: Math.max(0, window.fromColumn - cells),
      toColumn: Math.min(this.columns, window.toColumn + cells),
      fromRow: Math.max(0, window.fromRow - cells),
      toRow: Math.min(this.rows, window.toRow + cells),
    };
  }

  /** Windows that would meet if each were grown by `cells`, put together: the smallest windows that hold them. */
  joined(windows: readonly CellWindow[], cells: number): readonly CellWindow[] {
    const rectangles = windows.map(({ fromColumn, toColumn, fromRow, toRow }) => ({
      minX: fromColumn - cells,
      minY: fromRow - cells,
      maxX: toColumn + cells,
      maxY: toRow + cells,
    }));
    return groupsThatMeet(rectangles).map((group) => ({
      fromColumn: Math.min(...group.map((index) => windows[index]!.fromColumn)),
      toColumn: Math.max(...group.map((index) => windows[index]!.toColumn)),
      fromRow: Math.min(...group.map((index) => windows[index]!.fromRow)),
      toRow: Math.max(...group.map((index) => windows[index]!.toRow)),
    }));
  }

  /** The cell at a column and row counted from the first. */
  cellIn(column: number, row: number): number {
    return row * this.columns + column;
  }

  /** Squared distance between two cells, in cells. */
  squaredBetween(one: number, other: number): number {
    const rows = Math.floor(other / this.columns) - Math.floor(one / this.columns);
    const columns = other - one - rows * this.columns;
    return rows * rows + columns * columns;
  }

  /** Visits the cells of a window. */
  visitWindow({ fromColumn, toColumn, fromRow, toRow }: CellWindow, visit: (cell: number) => void): void {
    for (let row = fromRow; row < toRow; row += 1) {
      for (let column = fromColumn; column < toColumn; column += 1) visit(this.cellIn(column, row));
    }
  }

  /** Visits the cells whose centre lies in any of the polygons, which may overlap. */
  visitCells(polygons: PlanarMultiPolygon, visit: (cell: number, column: number, row: number) => void): void {
    for (const polygon of polygons) {
      visitLatticeRuns([polygon], this.spacing, (row, fromColumn, toColumn) => {
        const rowIndex = row - this.firstRow;
        if (rowIndex < 0 || rowIndex >= this.rows) return;
        const from = Math.max(this.firstColumn, fromColumn);
        const to = Math.min(this.firstColumn + this.columns, toColumn);
        const start = rowIndex * this.columns - this.firstColumn;
        for (let column = from; column < to; column += 1) visit(start + column, column, row);
      });
    }
  }
}

/** How many of the lattice points from the first on lie below a place along an axis: by where they are, not by what division comes to. */
function countBelow(place: number, first: number, count: number, spacing: number): number {
  let below = Math.min(Math.max(Math.ceil(place / spacing - 0.5) - first, 0), count);
  while (below > 0 && (first + below - 0.5) * spacing >= place) below -= 1;
  while (below < count && (first + below + 0.5) * spacing < place) below += 1;
  return below;
}

/** Widens windows to cells, each under a number. */
class WindowGathering {
  /** Where the sides of each window begin: first and last column, first and last row. */
  private readonly startByNumber = new Map<number, number>();
  private readonly sides: number[] = [];

  add(number: number, column: number, row: number): void {
    const { startByNumber, sides } = this;
    const start = startByNumber.get(number);
    if (start === undefined) {
      startByNumber.set(number, sides.length);
      sides.push(column, column, row, row);
      return;
    }
    if (column < sides[start]!) sides[start] = column;
    if (column > sides[start + 1]!) sides[start + 1] = column;
    if (row < sides[start + 2]!) sides[start + 2] = row;
    if (row > sides[start + 3]!) sides[start + 3] = row;
  }

  windows(): ReadonlyMap<number, CellWindow> {
    const { startByNumber, sides } = this;
    const windows = new Map<number, CellWindow>();
    for (const [number, start] of startByNumber) {
      windows.set(number, {
        fromColumn: sides[start]!,
        toColumn: sides[start + 1]! + 1,
        fromRow: sides[start + 2]!,
        toRow: sides[start + 3]! + 1,
      });
    }
    return windows;
  }
}

/** A small whole number for each lattice cell of a rectangle; 0 outside it. */
export class LatticeRaster {
  private readonly frame: LatticeFrame;
  private readonly values: Uint8Array;

  constructor(bounds: PlanarBounds, spacing: number) {
    this.frame = new LatticeFrame(bounds, spacing);
    this.values = new Uint8Array(this.frame.cellCount);
  }

  /** Sets the cells whose centre lies in any of the polygons, which may overlap. */
  cover(polygons: PlanarMultiPolygon, value: number): void {
    this.frame.visitCells(polygons, (cell) => {
      this.values[cell] = value;
    });
  }

  /** Those of the points `x0, y0, …` that lie in cells whose value is not 0; the same object when all do. */
  covered(points: Float64Array): Float64Array {
    const { frame, values } = this;
    let kept: Float64Array | null = null;
    let count = 0;
    for (let index = 0; index < points.length; index += 2) {
      const cell = frame.cellOf(points[index]!, points[index + 1]!);
      const isCovered = cell >= 0 && values[cell] !== 0;
      if (!isCovered) kept ??= points.slice();
      else {
        if (kept) {
          kept[count] = points[index]!;
          kept[count + 1] = points[index + 1]!;
        }
        count += 2;
      }
    }
    return kept ? kept.slice(0, count) : points;
  }

  /** The value of a cell by its column and row. */
  at(column: number, row: number): number {
    const cell = this.frame.cellAt(column, row);
    return cell < 0 ? 0 : this.values[cell]!;
  }
}

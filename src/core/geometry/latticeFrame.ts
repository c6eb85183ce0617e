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
  private readonly spacing: number;
  private readonly firstColumn: number;
  private readonly firstRow: number;
  private readonly columns: number;
  private readonly rows: number;

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

  /** Number of the square block of so many columns and rows that a cell lies in. */
  blockOf(cell: number, cells: number): number {
    const row = Math.floor(cell / this.columns);
    return Math.floor(row / cells) * this.columns + Math.floor((cell - row * this.columns) / cells);
  }

  /** The smallest window that holds another one and a cell. */
  widened(window: CellWindow | null, cell: number): CellWindow {
    const row = Math.floor(cell / this.columns);
    const column = cell - row * this.columns;
    if (!window) return { fromColumn: column, toColumn: column + 1, fromRow: row, toRow: row + 1 };
    if (column >= window.fromColumn && column < window.toColumn && row >= window.fromRow && row < window.toRow) return window;
    return {
      fromColumn: Math.min(window.fromColumn, column),
      toColumn: Math.max(window.toColumn, column + 1),
      fromRow: Math.min(window.fromRow, row),
      toRow: Math.max(window.toRow, row + 1),
    };
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

  /** The value of a cell by its column and row. */
  at(column: number, row: number): number {
    const cell = this.frame.cellAt(column, row);
    return cell < 0 ? 0 : this.values[cell]!;
  }
}

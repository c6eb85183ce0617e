import { describe, expect, it } from 'vitest';
import { LatticeFrame, LatticeRaster } from './latticeFrame';
import type { PlanarMultiPolygon } from './shapes';

function rectangle(x: number, y: number, width: number, height: number): PlanarMultiPolygon {
  return [[Float64Array.of(x, y, x + width, y, x + width, y + height, x, y + height)]];
}

describe('a frame of lattice cells', () => {
  // Columns 4 to 9, rows 8 to 11.
  const frame = new LatticeFrame({ minX: 110, minY: 200, maxX: 240, maxY: 290 }, 25);

  it('holds every cell that its rectangle touches, numbered row by row', () => {
    expect(frame.cellCount).toBe(6 * 4);
    expect(frame.whole).toEqual({ fromColumn: 0, toColumn: 6, fromRow: 0, toRow: 4 });
    expect(frame.cellAt(4, 8)).toBe(0);
    expect(frame.cellAt(9, 8)).toBe(5);
    expect(frame.cellAt(4, 9)).toBe(6);
    expect(frame.cellAt(9, 11)).toBe(23);
    expect(frame.cellIn(5, 3)).toBe(23);
    expect(frame.cellIn(2, 1)).toBe(8);
  });

  it('has no cells beyond its first and last column and row', () => {
    for (const [column, row] of [[3, 9], [10, 9], [5, 7], [5, 12]] as const) expect(frame.cellAt(column, row)).toBe(-1);
  });

  it('knows the cell that a point lies in', () => {
    expect(frame.cellOf(100, 200)).toBe(0);
    expect(frame.cellOf(124.9, 224.9)).toBe(0);
    expect(frame.cellOf(125, 225)).toBe(7);
    expect(frame.cellOf(99, 210)).toBe(-1);
    expect([...frame.cellsOf(Float64Array.of(130, 210, 1000, 210, 249, 299))]).toEqual([1, -1, 23]);
  });

  it('holds cells in windows as small as can be, one for each block', () => {
    const window = (fromColumn: number, toColumn: number, fromRow: number, toRow: number) => ({ fromColumn, toColumn, fromRow, toRow });
    expect(frame.windowsOf([], 2)).toEqual([]);
    expect(frame.windowsOf([8], 99)).toEqual([window(2, 3, 1, 2)]);
    expect(frame.windowsOf([8, 23, 9, 14], 99)).toEqual([window(2, 6, 1, 4)]);
    expect(frame.windowsOf([23, 8, 0], 99)).toEqual([window(0, 6, 0, 4)]);
    // Blocks of two by two: the first holds cells 0, 1, 6 and 7, the second 2, 3, 8 and 9.
    expect(frame.windowsOf([0, 7, 2, 8, 12, 23], 2)).toEqual([window(0, 2, 0, 2), window(2, 3, 0, 2), window(0, 1, 2, 3), window(5, 6, 3, 4)]);
    expect(frame.windowsOf(Array.from({ length: 24 }, (_, cell) => cell), 2)).toHaveLength(6);
  });

  it('knows the window around all cells with a number', () => {
    const numbers = Int32Array.of(
      3, 3, 3, 3, 3, 3,
      -1, 0, -1, -1, -1, -1,
      3, 3, 3, 0, -1, 7,
      7, -1, -1, -1, -1, -1,
    );
    expect(Object.fromEntries(frame.windowsByNumber(numbers))).toEqual({
      0: { fromColumn: 1, toColumn: 4, fromRow: 1, toRow: 3 },
      3: { fromColumn: 0, toColumn: 6, fromRow: 0, toRow: 3 },
      7: { fromColumn: 0, toColumn: 6, fromRow: 2, toRow: 4 },
    });
  });

  it('knows the windows of numbers in any pattern, also where runs end at the edge and go on in the next row', () => {
    const patterns = [
      (cell: number) => Math.floor(cell / 3) % 3,
      (cell: number) => Math.floor((cell + 2) / 5) % 4,
      (cell: number) => (cell % 6 === 5 || cell % 6 === 0 ? 2 : -1),
      (cell: number) => (cell > 4 && cell < 9 ? 0 : cell === 17 ? 0 : 1),
      (cell: number) => ((cell * cell) % 7 < 3 ? 5 : 1),
      () => 0,
      () => -1,
    ];
    for (const pattern of patterns) {
      const numbers = Int32Array.from({ length: 24 }, (_, cell) => pattern(cell));
      const expected = new Map<number, ReturnType<typeof frame.expanded>>();
      for (const number of new Set(numbers)) {
        if (number < 0) continue;
        const cells = Array.from(numbers.keys()).filter((cell) => numbers[cell] === number);
        const columns = cells.map((cell) => cell % 6);
        const rows = cells.map((cell) => Math.floor(cell / 6));
        expected.set(number, { fromColumn: Math.min(...columns), toColumn: Math.max(...columns) + 1, fromRow: Math.min(...rows), toRow: Math.max(...rows) + 1 });
      }
      expect(frame.windowsByNumber(numbers)).toEqual(expected);
    }
  });

  it('visits the cells of a window, row by row', () => {
    const visited: number[] = [];
    frame.visitWindow({ fromColumn: 1, toColumn: 4, fromRow: 2, toRow: 4 }, (cell) => visited.push(cell));
    expect(visited).toEqual([13, 14, 15, 19, 20, 21]);
  });

  it('grows a window, but not beyond its cells', () => {
    const window = { fromColumn: 2, toColumn: 3, fromRow: 2, toRow: 3 };
    expect(frame.expanded(window, 1)).toEqual({ fromColumn: 1, toColumn: 4, fromRow: 1, toRow: 4 });
    expect(frame.expanded(window, 9)).toEqual(frame.whole);
  });

  it('joins windows that would meet when grown, and no others', () => {
    const at = (column: number, row: number): { fromColumn: number; toColumn: number; fromRow: number; toRow: number } => ({
      fromColumn: column,
      toColumn: column + 1,
      fromRow: row,
      toRow: row + 2,
    });
    expect(frame.joined([at(0, 0), at(3, 1)], 1)).toEqual([{ fromColumn: 0, toColumn: 4, fromRow: 0, toRow: 3 }]);
    expect(frame.joined([at(0, 0), at(4, 1)], 1)).toEqual([at(0, 0), at(4, 1)]);
    expect(frame.joined([at(0, 0), at(0, 4)], 1)).toEqual([{ fromColumn: 0, toColumn: 1, fromRow: 0, toRow: 6 }]);
    expect(frame.joined([at(0, 0), at(0, 5)], 1)).toEqual([at(0, 0), at(0, 5)]);
  });

  it('visits the cells whose middle a polygon holds, each with its column and row, and none outside', () => {
    const visited: number[][] = [];
    frame.visitCells([...rectangle(0, 150, 140, 90), ...rectangle(215, 270, 500, 500)], (...cell) => visited.push(cell));
    expect(visited).toEqual([[0, 4, 8], [1, 5, 8], [6, 4, 9], [7, 5, 9], [23, 9, 11]]);
  });
});

describe('a raster of lattice cells', () => {
  it('holds the value that a cell was last covered by', () => {
    const raster = new LatticeRaster({ minX: 0, minY: 0, maxX: 100, maxY: 100 }, 25);
    raster.cover(rectangle(0, 0, 75, 75), 1);
    raster.cover(rectangle(50, 50, 500, 500), 2);
    expect([raster.at(0, 0), raster.at(2, 2), raster.at(3, 3), raster.at(3, 0)]).toEqual([1, 2, 2, 0]);
    expect([raster.at(-1, 0), raster.at(0, 4), raster.at(4, 3)]).toEqual([0, 0, 0]);
  });
});

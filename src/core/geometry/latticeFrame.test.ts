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

  it('tells blocks of cells apart', () => {
    const blocks = Array.from({ length: frame.cellCount }, (_, cell) => frame.blockOf(cell, 2));
    expect(blocks).toEqual([0, 0, 1, 1, 2, 2, 0, 0, 1, 1, 2, 2, 6, 6, 7, 7, 8, 8, 6, 6, 7, 7, 8, 8]);
  });

  it('widens a window to a cell, as little as it can', () => {
    const first = frame.widened(null, 8);
    expect(first).toEqual({ fromColumn: 2, toColumn: 3, fromRow: 1, toRow: 2 });
    const wide = frame.widened(first, 23);
    expect(wide).toEqual({ fromColumn: 2, toColumn: 6, fromRow: 1, toRow: 4 });
    expect(frame.widened(wide, 0)).toEqual({ fromColumn: 0, toColumn: 6, fromRow: 0, toRow: 4 });
    expect(frame.widened(wide, 14)).toBe(wide);
    expect(frame.widened(wide, 8)).toBe(wide);
    expect(frame.widened(wide, 23)).toBe(wide);
    expect(frame.widened(first, 9)).toEqual({ fromColumn: 2, toColumn: 4, fromRow: 1, toRow: 2 });
    expect(frame.widened(first, 7)).toEqual({ fromColumn: 1, toColumn: 3, fromRow: 1, toRow: 2 });
    expect(frame.widened(first, 2)).toEqual({ fromColumn: 2, toColumn: 3, fromRow: 0, toRow: 2 });
    expect(frame.widened(first, 14)).toEqual({ fromColumn: 2, toColumn: 3, fromRow: 1, toRow: 3 });
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

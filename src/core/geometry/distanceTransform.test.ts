import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DistanceTransform } from './distanceTransform';

describe('the distance transform', () => {
  it('gives what is beyond reach where nothing is marked', () => {
    const transform = new DistanceTransform(3);
    const whole = { fromColumn: 0, toColumn: 2, fromRow: 0, toRow: 2 };
    expect(transform.beyond).toBe(16);
    expect([...transform.measure(new Uint8Array(4), 2, 2, whole).subarray(0, 4)]).toEqual([16, 16, 16, 16]);
  });

  it('reaches as far as it is told and not a cell farther', () => {
    const marked = Uint8Array.of(1, 0, 0, 0, 0, 0);
    const row = { fromColumn: 0, toColumn: 6, fromRow: 0, toRow: 1 };
    expect([...new DistanceTransform(3).measure(marked, 6, 1, row).subarray(0, 6)]).toEqual([0, 1, 4, 9, 16, 16]);
    const column = { fromColumn: 0, toColumn: 1, fromRow: 0, toRow: 6 };
    expect([...new DistanceTransform(3).measure(marked, 1, 6, column).subarray(0, 6)]).toEqual([0, 1, 4, 9, 16, 16]);
  });

  it('keeps distances in bytes', () => {
    expect(() => new DistanceTransform(255)).toThrow(RangeError);
    expect(new DistanceTransform(254).beyond).toBe(255 * 255);
  });

  it('gives the squared distance to the nearest marked cell, in any window, however large the grid before was', () => {
    const transforms = Array.from({ length: 20 }, (_, reach) => new DistanceTransform(reach));
    const part = fc.tuple(fc.nat(16), fc.nat(16));
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 17 }),
        fc.integer({ min: 1, max: 17 }),
        fc.array(fc.boolean(), { minLength: 289, maxLength: 289 }),
        fc.integer({ min: 1, max: 60 }),
        fc.nat(19),
        part,
        part,
        (columns, rows, dice, rarity, reach, across, along) => {
          const marked = Uint8Array.from({ length: columns * rows }, (_, cell) => (dice[cell] && cell % rarity === 0 ? 1 : 0));
          const [fromColumn = 0, lastColumn = 0] = across.map((at) => at % columns).sort((a, b) => a - b);
          const [fromRow = 0, lastRow = 0] = along.map((at) => at % rows).sort((a, b) => a - b);
          const transform = transforms[reach]!;
          const measured = transform.measure(marked, columns, rows, { fromColumn, toColumn: lastColumn + 1, fromRow, toRow: lastRow + 1 });
          const cells = Array.from({ length: columns * rows }, (_, cell) => [cell % columns, Math.floor(cell / columns)] as const);
          const inWindow = cells.filter(([x, y]) => x >= fromColumn && x <= lastColumn && y >= fromRow && y <= lastRow);
          const expected = inWindow.map(([x, y]) =>
            Math.min(transform.beyond, ...cells.flatMap(([otherX, otherY], cell) => (marked[cell] === 1 ? [(x - otherX) ** 2 + (y - otherY) ** 2] : []))),
          );
          expect([...measured.subarray(0, expected.length)]).toEqual(expected);
        },
      ),
    );
  });

  it.each([0, 1, 2, 3, 4, 5, 6])('gives the squared distance in grids of every small size, in windows from every column: reach %i', (reach) => {
    const transform = new DistanceTransform(reach);
    const grids = Array.from({ length: 9 * 3 * 5 }, (_, index) => ({
      columns: 1 + (index % 9),
      rows: 1 + (Math.floor(index / 9) % 3),
      rarity: [1, 3, 7, 11, 100][Math.floor(index / 27)]!,
    }));
    for (const { columns, rows, rarity } of grids) {
      const marked = Uint8Array.from({ length: columns * rows }, (_, cell) => ((7 * cell + 3 * columns + reach) % rarity === 0 ? 1 : 0));
      const places = Array.from(marked.keys(), (cell) => ({ x: cell % columns, y: Math.floor(cell / columns), isMarked: marked[cell] === 1 }));
      const least = places.map(({ x, y }) =>
        Math.min(transform.beyond, ...places.filter(({ isMarked }) => isMarked).map((other) => (x - other.x) ** 2 + (y - other.y) ** 2)),
      );
      for (let fromColumn = 0; fromColumn < columns; fromColumn += 1) {
        const fromRow = fromColumn % rows;
        const expected = least.filter((_, cell) => places[cell]!.x >= fromColumn && places[cell]!.y >= fromRow);
        const measured = transform.measure(marked, columns, rows, { fromColumn, toColumn: columns, fromRow, toRow: rows });
        expect([...measured.subarray(0, expected.length)]).toEqual(expected);
      }
    }
  });
});

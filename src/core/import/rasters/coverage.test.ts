import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaInCells, coverageOf, windowOf, type CellWindow } from './coverage';

const SQUARE = { left: 0, top: 0, right: 4, bottom: 3 };

function sumOf(shares: Float64Array): number {
  return shares.reduce((sum, share) => sum + share, 0);
}

/** Area of a convex ring within a cell, by cutting it with the cell's four sides (Sutherland and Hodgman). */
function clippedArea(ring: readonly (readonly [number, number])[], column: number, row: number): number {
  const sides: readonly ((point: readonly [number, number]) => number)[] = [
    ([x]) => x - column,
    ([x]) => column + 1 - x,
    ([, y]) => y - row,
    ([, y]) => row + 1 - y,
  ];
  const cut = sides.reduce<readonly (readonly [number, number])[]>(
    (left, side) =>
      left.flatMap((from, index) => {
        const to = left[(index + 1) % left.length] ?? from;
        const [inFrom, inTo] = [side(from), side(to)];
        const part = inFrom / (inFrom - inTo);
        const crossing: [number, number] = [from[0] + part * (to[0] - from[0]), from[1] + part * (to[1] - from[1])];
        if (inFrom >= 0) return inTo >= 0 ? [from] : [from, crossing];
        return inTo >= 0 ? [crossing] : [];
      }),
    ring,
  );
  return areaInCells([Float64Array.from(cut.flat())]);
}

describe('shares of cells inside an outline', () => {
  it('are one inside, nought outside, and the exact part on the border', () => {
    const shares = coverageOf([Float64Array.of(0.5, 0.25, 2.5, 0.25, 2.5, 2, 0.5, 2)], SQUARE);
    expect([...shares]).toEqual([0.375, 0.75, 0.375, 0, 0.5, 1, 0.5, 0, 0, 0, 0, 0]);
  });

  it('leave holes out, whichever way the rings run together', () => {
    const outer = [0, 0, 4, 0, 4, 3, 0, 3];
    const hole = [1, 1, 1, 2, 3, 2, 3, 1];
    const shares = coverageOf([Float64Array.from(outer), Float64Array.from(hole)], SQUARE);
    expect(Array.from(shares.subarray(4, 8))).toEqual([1, 0, 0, 1]);
    expect(sumOf(shares)).toBe(10);
  });

  it('count what lies outside the grid for nothing', () => {
    const rings = [Float64Array.of(-5, -5, 2, -5, 2, 1.5, -5, 1.5)];
    expect([...coverageOf(rings, SQUARE)]).toEqual([1, 1, 0, 0, 0.5, 0.5, 0, 0, 0, 0, 0, 0]);
    const across = [Float64Array.of(-3, 1, 9, 1, 9, 2, -3, 2)];
    expect([...coverageOf(across, SQUARE)]).toEqual([0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0]);
  });

  it('are those of exact clipping for any triangle, strip by strip or at once', () => {
    const number = fc.double({ min: -3, max: 9, noNaN: true });
    const point = fc.tuple(number, number);
    fc.assert(
      fc.property(point, point, point, (a, b, c) => {
        const ring = Float64Array.from([...a, ...b, ...c]);
        const window: CellWindow = { left: 0, top: 0, right: 6, bottom: 5 };
        const shares = coverageOf([ring], window);
        for (let cell = 0; cell < shares.length; cell += 1) {
          expect(shares[cell]).toBeCloseTo(clippedArea([a, b, c], cell % 6, Math.floor(cell / 6)), 9);
        }
        const strips = [0, 1, 2, 3, 4].flatMap((top) => [...coverageOf([ring], { ...window, top, bottom: top + 1 })]);
        strips.forEach((share, cell) => expect(share).toBeCloseTo(shares[cell] ?? Number.NaN, 12));
      }),
      { numRuns: 200 },
    );
  });
});

describe('the window of an outline', () => {
  it('is what it can touch of the grid, or none', () => {
    expect(windowOf([Float64Array.of(-2, 0.5, 1.2, 0.5, 1.2, 2.5)], 4, 3)).toEqual({ left: 0, top: 0, right: 2, bottom: 3 });
    expect(windowOf([Float64Array.of(5, 5, 6, 5, 6, 6)], 4, 3)).toBeNull();
    expect(windowOf([], 4, 3)).toBeNull();
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { latticePoints, representativePoint } from './lattice';
import { LatticeRaster } from './latticeFrame';
import type { PlanarMultiPolygon } from './shapes';

function rectangle(x: number, y: number, width: number, height: number): PlanarMultiPolygon {
  return [[Float64Array.of(x, y, x + width, y, x + width, y + height, x, y + height)]];
}

describe('the lattice', () => {
  it('has its points at 12.5 m on whole 25 m', () => {
    expect([...latticePoints(rectangle(100, 200, 50, 25), 25)]).toEqual([112.5, 212.5, 137.5, 212.5]);
  });

  it('gives a point on a shared side to one neighbour only', () => {
    const west = latticePoints(rectangle(0, 0, 37.5, 100), 25);
    const east = latticePoints(rectangle(37.5, 0, 62.5, 100), 25);
    expect(west.length + east.length).toBe(latticePoints(rectangle(0, 0, 100, 100), 25).length);
  });

  it('leaves out what lies in a hole', () => {
    const [outer] = rectangle(0, 0, 100, 100)[0]!;
    const hole = Float64Array.of(25, 25, 25, 75, 75, 75, 75, 25);
    expect(latticePoints([[outer!, hole]], 25)).toHaveLength(2 * (16 - 4));
  });

  it('is shared out without loss or overlap when a polygon is cut in two', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 399, noNaN: true }),
        fc.double({ min: -50, max: 50, noNaN: true }),
        (cut, slant) => {
          const bottom = cut;
          const top = Math.min(399, Math.max(1, cut + slant));
          const left: PlanarMultiPolygon = [[Float64Array.of(0, 0, bottom, 0, top, 300, 0, 300)]];
          const right: PlanarMultiPolygon = [[Float64Array.of(bottom, 0, 400, 0, 400, 300, top, 300)]];
          const points = [...latticePoints(left, 25), ...latticePoints(right, 25)];
          expect(points.length).toBe(latticePoints(rectangle(0, 0, 400, 300), 25).length);
        },
      ),
    );
  });
});

describe('many lattice points', () => {
  it('are all found, row by row, however many there are', () => {
    const points = latticePoints(rectangle(0, 0, 2500, 2000), 25);
    expect(points).toHaveLength(2 * 100 * 80);
    const inOrder = Array.from({ length: 100 * 80 }, (_, index) => [25 * (index % 100) + 12.5, 25 * Math.floor(index / 100) + 12.5]);
    expect([...points]).toEqual(inOrder.flat());
    expect([...latticePoints(rectangle(0, 0, 25, 25), 25)]).toEqual([12.5, 12.5]);
  });

  it('are found in a row that is crossed very often', () => {
    const teeth = Array.from({ length: 40 }, (_, index) => rectangle(50 * (39 - index), 0, 25, 25)[0]!);
    expect([...latticePoints(teeth, 25)].filter((_, index) => index % 2 === 0)).toEqual(Array.from({ length: 40 }, (_, index) => 50 * index + 12.5));
  });

  it('are found in rows above each other whose crossings come from east to west', () => {
    const towers = Array.from({ length: 5 }, (_, index) => rectangle(50 * (4 - index), 0, 25, 50)[0]!);
    const row = (y: number): readonly number[] => [0, 1, 2, 3, 4].flatMap((tower) => [50 * tower + 12.5, y]);
    expect([...latticePoints(towers, 25)]).toEqual([...row(12.5), ...row(37.5)]);
  });

  it('are those that are accepted by their column and row', () => {
    expect([...latticePoints(rectangle(0, 0, 75, 50), 25, (column, row) => column === 2 && row === 1)]).toEqual([62.5, 37.5]);
  });
});

describe('a lattice raster', () => {
  it('knows the cells of polygons that overlap, and nothing outside its bounds', () => {
    const raster = new LatticeRaster({ minX: 0, minY: 0, maxX: 100, maxY: 100 }, 25);
    raster.cover([...rectangle(0, 0, 75, 75), ...rectangle(25, 25, 500, 25)], 1);
    expect(raster.at(1, 1)).toBe(1);
    expect(raster.at(3, 1)).toBe(1);
    expect(raster.at(3, 3)).toBe(0);
    expect(raster.at(4, 1)).toBe(0);
    expect(raster.at(-1, 0)).toBe(0);
  });
});

describe('the point that stands for a polygon', () => {
  it('is the centroid where that lies inside', () => {
    expect(representativePoint(rectangle(0, 0, 10, 4))).toEqual({ x: 5, y: 2 });
  });

  it('is in the middle of the longest run at the centroid’s height otherwise', () => {
    const horseshoe: PlanarMultiPolygon = [
      [Float64Array.of(0, 0, 100, 0, 100, 100, 60, 100, 60, 10, 20, 10, 20, 100, 0, 100)],
    ];
    const point = representativePoint(horseshoe);
    expect(point?.x).toBe(80);
  });

  it('is in the western one of two runs that are as long', () => {
    const horseshoe: PlanarMultiPolygon = [[Float64Array.of(0, 0, 100, 0, 100, 100, 80, 100, 80, 10, 20, 10, 20, 100, 0, 100)]];
    expect(representativePoint(horseshoe)?.x).toBe(10);
  });

  it('is the centroid also where the line through it has its middle elsewhere', () => {
    const triangle: PlanarMultiPolygon = [[Float64Array.of(0, 0, 90, 0, 0, 30)]];
    expect(representativePoint(triangle)).toEqual({ x: 30, y: 10 });
    const cornersAtItsHeight: PlanarMultiPolygon = [[Float64Array.of(0, 0, 10, 10, 0, 20, -30, 10)]];
    const point = representativePoint(cornersAtItsHeight)!;
    expect(point.y).toBe(10);
    expect(point.x).toBeCloseTo(-20 / 3, 9);
  });

  it('lies in the longest run, not in the one farthest out', () => {
    const ring = Float64Array.of(0, 0, 100, 0, 100, 60, 80, 60, 80, 10, 30, 10, 30, 60, 0, 60);
    const { x, y } = representativePoint([[ring.map((value, index) => (index % 2 === 0 ? value + 1000 : value))]])!;
    expect(y).toBeLessThan(60);
    expect(x).toBe(1015);
    expect(representativePoint([[ring.map((value, index) => (index % 2 === 0 ? -value - 1000 : value))]])!.x).toBe(-1015);
  });

  it('is nothing for a polygon without area', () => {
    expect(representativePoint([])).toBeNull();
    expect(representativePoint([[Float64Array.of(0, 0, 1, 1, 2, 2)]])).toBeNull();
  });
});

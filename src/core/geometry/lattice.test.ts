import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { multiPolygonCentroid } from './area';
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
});

/** Ragged outlines around a centre: no corner or edge of them meets the middle of a cell. */
function ragged(x: number, y: number, seed: number, corners: number, reach: number): Float64Array {
  return Float64Array.from({ length: 2 * corners }, (_, index) => {
    const corner = Math.floor(index / 2);
    const angle = (2 * Math.PI * corner) / corners;
    const radius = reach * (0.3 + 0.7 * Math.abs(Math.sin(seed + 12.9898 * corner)));
    return index % 2 === 0 ? x + radius * Math.cos(angle) : y + radius * Math.sin(angle);
  });
}

function isIn(rings: readonly Float64Array[], x: number, y: number): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let index = 0; index < ring.length; index += 2) {
      const next = (index + 2) % ring.length;
      const [x0, y0, x1, y1] = [ring[index]!, ring[index + 1]!, ring[next]!, ring[next + 1]!];
      if (y0 > y !== y1 > y && x > x0 + ((x1 - x0) * (y - y0)) / (y1 - y0)) inside = !inside;
    }
  }
  return inside;
}

describe('lattice points of slanted outlines', () => {
  it.each([
    [0.5, -0.3],
    [590_000.5, 6_640_000.7],
    [-2_000.1, -900.9],
  ])('are the middles that lie inside, far from the origin as near it: around %d, %d', (x, y) => {
    for (let seed = 1; seed <= 12; seed += 1) {
      const reach = 40 * seed;
      const rings = [ragged(x, y, seed, 5 + 3 * seed, reach), ragged(x, y, seed, 7, reach / 6)];
      const spacing = seed % 2 === 0 ? 25 : 10;
      const inside: number[] = [];
      for (let row = Math.floor((y - reach) / spacing); row * spacing < y + reach; row += 1) {
        for (let column = Math.floor((x - reach) / spacing); column * spacing < x + reach; column += 1) {
          const middle = [(column + 0.5) * spacing, (row + 0.5) * spacing] as const;
          if (isIn(rings, ...middle)) inside.push(...middle);
        }
      }
      expect([...latticePoints([rings], spacing)]).toEqual(inside);
    }
  });
});

describe('the point that stands for a ragged polygon', () => {
  it('lies in it at the height of its centroid, and is the centroid if that lies in it', () => {
    let outside = 0;
    for (let seed = 1; seed <= 60; seed += 1) {
      // Half moons: a ragged outline without what a smaller one beside it takes.
      const turn = (angle: number, radius: number): readonly number[] => [590_000 + radius * Math.cos(angle), 6_640_000 + radius * Math.sin(angle)];
      const sweep = 2 + (seed % 40) / 10;
      const steps = Array.from({ length: 12 }, (_, step) => seed + (sweep * step) / 11);
      const ring = Float64Array.from([...steps.flatMap((angle) => turn(angle, 100)), ...steps.toReversed().flatMap((angle) => turn(angle, 60 + (seed % 5)))]);
      const centroid = multiPolygonCentroid([[ring]])!;
      const point = representativePoint([[ring]])!;
      const isInside = isIn([ring], centroid.x, centroid.y);
      expect(point.y).toBe(centroid.y);
      expect(isIn([ring], point.x, point.y)).toBe(true);
      expect(point.x === centroid.x).toBe(isInside);
      if (!isInside) outside += 1;
    }
    expect(outside).toBeGreaterThan(20);
  });
});

describe('a lattice raster', () => {
  it('tells which points lie in cells that are covered', () => {
    const raster = new LatticeRaster({ minX: 0, minY: 0, maxX: 100, maxY: 100 }, 25);
    raster.cover(rectangle(0, 25, 50, 25), 1);
    raster.cover(rectangle(50, 25, 25, 25), 2);
    const row = Float64Array.of(12.5, 37.5, 62.5, 37.5);
    expect(raster.covered(row)).toBe(row);
    expect([...raster.covered(Float64Array.of(-12.5, 37.5, 12.5, 12.5, 62.5, 37.5, 87.5, 37.5, 12.5, 37.5))]).toEqual([62.5, 37.5, 12.5, 37.5]);
    expect(raster.covered(Float64Array.of(87.5, 87.5))).toHaveLength(0);
  });

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

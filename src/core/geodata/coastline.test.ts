import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { multiPolygonArea } from '../geometry/area';
import { difference, intersection, union } from '../geometry/booleans';
import type { PlanarMultiPolygon } from '../geometry/shapes';
import { landOfCoastline } from './coastline';

const BOUNDS = { minX: 600_000, minY: 6_600_000, maxX: 610_000, maxY: 6_606_000 };
const AREA = 10_000 * 6000;

function line(...points: readonly (readonly [number, number])[]): Float64Array {
  return Float64Array.from(points.flatMap(([x, y]) => [BOUNDS.minX + x, BOUNDS.minY + y]));
}

function areaOf(...lines: readonly Float64Array[]): number {
  const land = landOfCoastline(lines, BOUNDS);
  if (!land) throw new Error('no land');
  return multiPolygonArea(land);
}

function box(x: number, y: number, width: number, height: number): PlanarMultiPolygon {
  return [[line([x, y], [x + width, y], [x + width, y + height], [x, y + height])]];
}

const ring = (x: number, y: number, width: number, height: number): Float64Array =>
  line([x, y], [x + width, y], [x + width, y + height], [x, y + height], [x, y]);

const turned = (shore: Float64Array): Float64Array => {
  const points = Array.from({ length: shore.length / 2 }, (_, index) => [shore[2 * index]!, shore[2 * index + 1]!]);
  return Float64Array.from(points.toReversed().flat());
};

describe('land of a coastline', () => {
  it('lies to the left of the shore', () => {
    const shore = line([-500, 1000], [10_500, 1000]);
    expect(areaOf(shore)).toBeCloseTo(AREA - 10_000 * 1000, 0);
    expect(areaOf(turned(shore))).toBeCloseTo(10_000 * 1000, 0);
    expect(areaOf(line([4000, 7000], [4000, -10]))).toBeCloseTo(6000 * 6000, 0);
  });

  it('is all of it without a shore', () => {
    expect(areaOf()).toBe(AREA);
    expect(areaOf(ring(-3000, -3000, 500, 500))).toBe(AREA);
  });

  it('is islands in the sea, or what surrounds an enclosed sea', () => {
    expect(areaOf(ring(1000, 1000, 2000, 1000), ring(6000, 1000, 500, 500))).toBeCloseTo(2000 * 1000 + 500 * 500, 0);
    expect(areaOf(turned(ring(1000, 1000, 2000, 1000)))).toBeCloseTo(AREA - 2000 * 1000, 0);
  });

  it('takes a sound between two shores, a bay, and an island that reaches out of the rectangle', () => {
    expect(areaOf(line([-10, 4000], [10_010, 4000]), line([10_010, 2000], [-10, 2000]))).toBeCloseTo(AREA - 2000 * 10_000, 0);
    expect(areaOf(line([3000, -10], [3000, 2000], [5000, 2000], [5000, -10]), line([-10, 5000], [-10, 5000]))).toBeCloseTo(AREA - 2000 * 2000, 0);
    expect(areaOf(ring(9000, 1000, 3000, 1000))).toBeCloseTo(1000 * 1000, 0);
    expect(areaOf(ring(-1000, -1000, 3000, 2000))).toBeCloseTo(2000 * 1000, 0);
  });

  it('is not told where a shore ends in the middle', () => {
    expect(landOfCoastline([line([-10, 3000], [5000, 3000])], BOUNDS)).toBeNull();
    expect(landOfCoastline([line([5000, 3000], [10_010, 3000])], BOUNDS)).toBeNull();
    expect(landOfCoastline([line([4000, 3000], [5000, 3000])], BOUNDS)).toBeNull();
  });

  it('is the same however the shore is cut in pieces', () => {
    const points = fc.array(fc.tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 500, max: 5500 })), { minLength: 3, maxLength: 12 });
    fc.assert(
      fc.property(points, fc.infiniteStream(fc.boolean()), (raw, cuts) => {
        const inside = [...new Map(raw).entries()].toSorted(([one], [other]) => one - other);
        const shore: (readonly [number, number])[] = [[-100, 3000], ...inside, [10_100, 3000]];
        const whole = landOfCoastline([line(...shore)], BOUNDS);
        const pieces: (readonly [number, number])[][] = [[]];
        for (const [index, point] of shore.entries()) {
          pieces.at(-1)!.push(point);
          if (index > 0 && index < shore.length - 1 && cuts.next().value) pieces.push([point]);
        }
        const joined = landOfCoastline(pieces.map((piece) => line(...piece)).toReversed(), BOUNDS);
        const under = landOfCoastline([turned(line(...shore))], BOUNDS);
        expect(whole && joined && multiPolygonArea(difference(whole, joined)) + multiPolygonArea(difference(joined, whole))).toBeLessThan(1);
        // What is left of the shore and what is right of it fill the rectangle without sharing ground.
        expect(whole && under && multiPolygonArea(union(whole, under))).toBeCloseTo(AREA, -2);
        expect(whole && under && multiPolygonArea(intersection(whole, under))).toBeLessThan(50);
      }),
      { numRuns: 60 },
    );
  });

  it('is the union of islands wherever they lie across the edge', () => {
    const islands = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 1 }), fc.integer({ min: 100, max: 2400 }), fc.integer({ min: 100, max: 2400 })), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(islands, (list) => {
        // One for each cell of a lattice that overhangs the rectangle, so that none meets another.
        const cells = new Map(list.map(([column, row, width, height]) => [`${column},${row}`, [column * 3100 - 1000, row * 3500 - 900, width, height] as const]));
        const shapes = [...cells.values()];
        const frame = box(0, 0, 10_000, 6000);
        const expected = multiPolygonArea(intersection(union(...shapes.map((shape) => box(...shape))), frame));
        const land = landOfCoastline(shapes.map((shape) => ring(...shape)), BOUNDS);
        fc.pre(expected > 0);
        expect(land && multiPolygonArea(land)).toBeCloseTo(expected, 0);
      }),
      { numRuns: 100 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { multiPolygonArea } from './area';
import { difference, intersection, union } from './booleans';
import { OverlayTree, type OverlayResult } from './overlayTree';
import type { PlanarBounds, PlanarMultiPolygon } from './shapes';

const BOUNDS: PlanarBounds = { minX: 580_000, minY: 6_640_000, maxX: 581_000, maxY: 6_641_000 };

function square(x: number, y: number, size: number): PlanarMultiPolygon {
  const west = BOUNDS.minX + x;
  const south = BOUNDS.minY + y;
  return [[Float64Array.of(west, south, west + size, south, west + size, south + size, west, south + size)]];
}

function withHole(x: number, y: number, size: number, margin: number): PlanarMultiPolygon {
  const [exterior] = square(x, y, size)[0]!;
  const inner = size - 2 * margin;
  const west = BOUNDS.minX + x + margin;
  const south = BOUNDS.minY + y + margin;
  const hole = Float64Array.of(west, south, west, south + inner, west + inner, south + inner, west + inner, south);
  return [[exterior!, hole]];
}

function areaWhere(result: OverlayResult, accept: (mask: number, patch: number) => boolean): number {
  return result.areas.reduce(
    (sum, area, index) => (accept(result.masks[index]!, result.patches[index]!) ? sum + area : sum),
    0,
  );
}

/** A simple polygon: points at random distances around a centre, by angle. */
const starArbitrary = fc
  .record({
    x: fc.integer({ min: 50, max: 950 }),
    y: fc.integer({ min: 50, max: 950 }),
    radii: fc.array(fc.integer({ min: 20, max: 400 }), { minLength: 3, maxLength: 40 }),
  })
  .map(({ x, y, radii }): PlanarMultiPolygon => {
    const ring = new Float64Array(radii.length * 2);
    radii.forEach((radius, index) => {
      const angle = (2 * Math.PI * index) / radii.length;
      ring[2 * index] = BOUNDS.minX + x + radius * Math.cos(angle);
      ring[2 * index + 1] = BOUNDS.minY + y + radius * Math.sin(angle);
    });
    return [[ring]];
  });

describe('the overlay tree', () => {
  it('splits a square by two overlapping layers', () => {
    const tree = new OverlayTree(BOUNDS, [{ polygons: [square(0, 0, 200)] }, { polygons: [square(100, 100, 200)] }]);
    const result = tree.overlay(square(50, 50, 200));
    expect(areaWhere(result, (mask) => mask === 0b01)).toBeCloseTo(150 * 150 - 100 * 100, 6);
    expect(areaWhere(result, (mask) => mask === 0b11)).toBeCloseTo(100 * 100, 6);
    expect(areaWhere(result, (mask) => mask === 0b10)).toBeCloseTo(150 * 150 - 100 * 100, 6);
    expect(areaWhere(result, (mask) => mask === 0)).toBeCloseTo(200 * 200 - 2 * 150 * 150 + 100 * 100, 6);
  });

  it('counts ground once where polygons of one layer overlap', () => {
    const tree = new OverlayTree(BOUNDS, [{ polygons: [square(0, 0, 200), square(100, 0, 200)] }]);
    expect(areaWhere(tree.overlay(square(0, 0, 500)), (mask) => mask === 1)).toBeCloseTo(300 * 200, 6);
  });

  it('leaves holes out, of layers and of the polygon it is asked about', () => {
    const tree = new OverlayTree(BOUNDS, [{ polygons: [withHole(0, 0, 400, 100)] }]);
    const result = tree.overlay(withHole(50, 50, 600, 200));
    const layer = 400 * 400 - 200 * 200;
    expect(areaWhere(tree.overlay(square(0, 0, 1000)), (mask) => mask === 1)).toBeCloseTo(layer, 6);
    const subject = withHole(50, 50, 600, 200);
    expect(areaWhere(result, (mask) => mask === 1)).toBeCloseTo(
      multiPolygonArea(intersection(subject, withHole(0, 0, 400, 100))),
      2,
    );
  });

  it('tells patches of the patch layer apart', () => {
    const patches = [withHole(0, 0, 300, 50), square(100, 100, 100), square(600, 600, 50)];
    const tree = new OverlayTree(BOUNDS, [{ polygons: [square(0, 0, 1000)] }, { polygons: patches }], 1);
    const result = tree.overlay(square(0, 0, 1000));
    expect(areaWhere(result, (_, patch) => patch === 0)).toBeCloseTo(300 * 300 - 200 * 200, 6);
    expect(areaWhere(result, (_, patch) => patch === 1)).toBeCloseTo(100 * 100, 6);
    expect(areaWhere(result, (_, patch) => patch === 2)).toBeCloseTo(50 * 50, 6);
  });

  it('measures only what lies inside its bounds', () => {
    const tree = new OverlayTree(BOUNDS, [{ polygons: [square(-500, -500, 700)] }]);
    const result = tree.overlay(square(-500, -500, 600));
    expect(areaWhere(result, () => true)).toBeCloseTo(100 * 100, 6);
    expect(areaWhere(result, (mask) => mask === 1)).toBeCloseTo(100 * 100, 6);
  });

  it('agrees with polygon clipping on random layers, and its areas sum to the polygon', () => {
    fc.assert(
      fc.property(
        fc.array(starArbitrary, { minLength: 1, maxLength: 12 }),
        fc.array(starArbitrary, { minLength: 1, maxLength: 12 }),
        starArbitrary,
        (first, second, subject) => {
          const tree = new OverlayTree(BOUNDS, [{ polygons: first }, { polygons: second }]);
          const result = tree.overlay(subject);
          const frame = square(0, 0, 1000);
          const inside = intersection(subject, frame);
          const firstUnion = union(...first);
          const secondUnion = union(...second);
          const expected = [
            difference(inside, union(firstUnion, secondUnion)),
            difference(intersection(inside, firstUnion), secondUnion),
            difference(intersection(inside, secondUnion), firstUnion),
            intersection(intersection(inside, firstUnion), secondUnion),
          ].map(multiPolygonArea);
          expected.forEach((area, mask) => {
            expect(Math.abs(areaWhere(result, (found) => found === mask) - area)).toBeLessThan(3);
          });
          expect(areaWhere(result, () => true)).toBeCloseTo(multiPolygonArea(inside), 0);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('names the layers at a point as the overlay of a small square there does', () => {
    fc.assert(
      fc.property(
        fc.array(starArbitrary, { minLength: 1, maxLength: 10 }),
        fc.array(starArbitrary, { minLength: 1, maxLength: 10 }),
        fc.double({ min: 1, max: 998, noNaN: true }),
        fc.double({ min: 1, max: 998, noNaN: true }),
        (first, second, x, y) => {
          const tree = new OverlayTree(BOUNDS, [{ polygons: first }, { polygons: second }]);
          const around = tree.overlay(square(x, y, 0.001));
          const largest = Math.max(...around.areas);
          fc.pre(largest > 0.999e-6);
          const centre = tree.maskAt(BOUNDS.minX + x + 0.0005, BOUNDS.minY + y + 0.0005);
          expect(centre).toBe(around.masks[around.areas.indexOf(largest)]);
        },
      ),
      { numRuns: 200 },
    );
  });
});

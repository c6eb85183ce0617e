import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { multiPolygonArea, multiPolygonBounds, signedRingArea } from './area';
import { bufferLines, bufferPolygons, difference, intersection, union, unionOfScattered } from './booleans';
import type { PlanarMultiPolygon } from './shapes';

const EAST = 583_000;
const NORTH = 6_640_000;

function rectangle(x: number, y: number, width: number, height: number): PlanarMultiPolygon {
  const left = EAST + x;
  const bottom = NORTH + y;
  return [[Float64Array.of(left, bottom, left + width, bottom, left + width, bottom + height, left, bottom + height)]];
}

const millimetres = fc.integer({ min: 0, max: 2_000_000 }).map((value) => value / 1000);
const side = fc.integer({ min: 1000, max: 2_000_000 }).map((value) => value / 1000);
const anyRectangle = fc.tuple(millimetres, millimetres, side, side).map((parts) => rectangle(...parts));

/** Triangles lean at all angles, so that their crossings must be rounded. */
const anyTriangle = fc
  .tuple(fc.double({ min: 0, max: 6.28, noNaN: true }), millimetres, millimetres, side)
  .map(([angle, x, y, radius]): PlanarMultiPolygon => [
    [
      Float64Array.from(
        [0, 1, 2].flatMap((corner) => [
          EAST + x + radius * Math.cos(angle + (corner * 2 * Math.PI) / 3),
          NORTH + y + radius * Math.sin(angle + (corner * 2 * Math.PI) / 3),
        ]),
      ),
    ],
  ]);

describe('booleans', () => {
  it('split ground without losing or doubling any', () => {
    fc.assert(
      fc.property(anyTriangle, anyTriangle, (left, right) => {
        const kept = multiPolygonArea(difference(left, right));
        const shared = multiPolygonArea(intersection(left, right));
        const all = multiPolygonArea(union(left, right));
        // A millimetre along the rim.
        const slack = 0.001 * 6 * 4000;
        expect(Math.abs(kept + shared - multiPolygonArea(left))).toBeLessThan(slack);
        expect(Math.abs(all - (kept + multiPolygonArea(right)))).toBeLessThan(slack);
      }),
    );
  });

  it('have their vertices on whole millimetres, wherever the ground begins', () => {
    fc.assert(
      fc.property(anyTriangle, anyTriangle, (first, second) => {
        for (const ring of union(first, second).flat()) expect([...ring]).toEqual(Array.from(ring, (value) => Math.round(value * 1000) / 1000));
      }),
    );
  });

  it('are exact on whole millimetres with upright edges', () => {
    fc.assert(
      fc.property(anyRectangle, anyRectangle, (left, right) => {
        const parts = multiPolygonArea(difference(left, right)) + multiPolygonArea(intersection(left, right));
        expect(parts).toBeCloseTo(multiPolygonArea(left), 3);
      }),
    );
  });

  it('nest holes, and islands in holes, with the right orientation', () => {
    const ring = difference(rectangle(0, 0, 100, 100), rectangle(10, 10, 80, 80));
    const island = difference(rectangle(20, 20, 60, 60), rectangle(30, 30, 40, 40));
    const both = union(ring, island);
    expect(both.map((polygon) => polygon.length)).toEqual([2, 2]);
    for (const [exterior, hole] of both) {
      expect(signedRingArea(exterior!)).toBeGreaterThan(0);
      expect(signedRingArea(hole!)).toBeLessThan(0);
    }
    expect(multiPolygonArea(both)).toBe(10_000 - 6400 + 3600 - 1600);
    expect(multiPolygonArea(intersection(both, rectangle(0, 0, 50, 100)))).toBe((3600 + 2000) / 2);
  });

  it('leave an operand alone when the other is empty', () => {
    expect(multiPolygonArea(difference(rectangle(0, 0, 3, 4), []))).toBe(12);
    expect(intersection(rectangle(0, 0, 3, 4), [])).toEqual([]);
    expect(union()).toEqual([]);
    expect(bufferLines([], 10)).toEqual([]);
  });

  it('buffer with round corners and ends', () => {
    const line = Float64Array.of(EAST, NORTH, EAST + 1000, NORTH);
    const belt = multiPolygonArea(bufferLines([line], 100));
    const exact = 2 * 100 * 1000 + Math.PI * 100 ** 2;
    expect(belt).toBeLessThan(exact);
    expect(belt).toBeGreaterThan(exact - 0.02 * 2 * Math.PI * 100);
    const grown = multiPolygonArea(bufferPolygons(rectangle(0, 0, 300, 200), 50));
    const exactGrown = 300 * 200 + 2 * 50 * 500 + Math.PI * 50 ** 2;
    expect(Math.abs(grown - exactGrown)).toBeLessThan(0.02 * 2 * Math.PI * 50);
    expect(multiPolygonArea(bufferPolygons(rectangle(0, 0, 300, 200), -50))).toBeCloseTo(200 * 100, 6);
    expect(multiPolygonArea(bufferPolygons(rectangle(0, 0, 300, 200), 0))).toBe(60_000);
  });

  it('round corners by a decimetre where very much is grown', () => {
    const count = 100_001;
    const pillar = Float64Array.from({ length: 4 * count }, (_, index) => {
      const vertex = Math.floor(index / 2);
      if (index % 2 === 0) return EAST + (vertex < count ? 1000 : 900);
      return NORTH + 0.1 * (vertex < count ? vertex : 2 * count - 1 - vertex);
    });
    const small = bufferPolygons([...rectangle(0, 0, 300, 200), [pillar]], 20).find((polygon) => multiPolygonArea([polygon]) < 200_000);
    const exact = 300 * 200 + 2 * 20 * 500 + Math.PI * 20 ** 2;
    const grown = multiPolygonArea([small!]);
    expect(grown).toBeGreaterThan(exact - 0.1 * 2 * Math.PI * 20);
    expect(grown).toBeLessThan(multiPolygonArea(bufferPolygons(rectangle(0, 0, 300, 200), 20)) - 1);
  });

  it('grow inwards at a hole and merge what overlaps', () => {
    const ring = difference(rectangle(0, 0, 100, 100), rectangle(25, 25, 50, 50));
    const grown = bufferPolygons(ring, 10);
    expect(grown).toHaveLength(1);
    expect(multiPolygonArea([grown[0]!.slice(1, 2)])).toBeCloseTo(30 * 30, 6);
    expect(bufferPolygons([...rectangle(0, 0, 10, 10), ...rectangle(15, 0, 10, 10)], 5)).toHaveLength(1);
  });

  it('join scattered ground as they join what lies together', () => {
    const square = fc.record({ x: fc.integer({ min: 0, max: 900 }), y: fc.integer({ min: 0, max: 90 }), width: fc.integer({ min: 1, max: 60 }) });
    fc.assert(
      fc.property(fc.array(square, { maxLength: 30 }), (squares) => {
        const polygons = squares.flatMap(({ x, y, width }) => rectangle(x, y, width, width));
        const scattered = unionOfScattered(polygons);
        expect(multiPolygonArea(scattered)).toBe(multiPolygonArea(union(polygons)));
        expect(scattered).toHaveLength(union(polygons).length);
        for (const [exterior] of scattered) expect(signedRingArea(exterior!)).toBeGreaterThan(0);
      }),
    );
  });

  it('buffer a line along the strip it lies in as one across it, and as far as far ones', () => {
    const across = Float64Array.of(0, 0, 40, 300, -20, 500, 60, 1000);
    const [up, along] = [across, across.map((_, index) => (index % 2 === 0 ? across[index + 1]! : -across[index - 1]!))];
    const placed = (line: Float64Array, x: number): Float64Array => line.map((value, index) => value + (index % 2 === 0 ? EAST + x : NORTH));
    const one = bufferLines([placed(up, 0)], 30);
    const other = bufferLines([placed(along, 0)], 30);
    expect(multiPolygonArea(other)).toBeCloseTo(multiPolygonArea(one), 6);
    expect(multiPolygonBounds(other)!.maxX).toBeCloseTo(EAST + multiPolygonBounds(one)!.maxY - NORTH, 6);
    expect(multiPolygonBounds(other)!.minY).toBeCloseTo(NORTH - (multiPolygonBounds(one)!.maxX - EAST), 6);
    expect(multiPolygonArea(bufferLines([placed(up, 0), placed(along, 500)], 30))).toBeCloseTo(2 * multiPolygonArea(one), 6);
  });
});

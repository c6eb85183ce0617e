import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { multiPolygonArea, multiPolygonBounds, multiPolygonCentroid, polygonArea, signedRingArea } from './area';

function rectangle(x: number, y: number, width: number, height: number): Float64Array {
  return Float64Array.of(x, y, x + width, y, x + width, y + height, x, y + height);
}

function clockwise(ring: Float64Array): Float64Array {
  const pairs: number[] = [];
  for (let index = ring.length - 2; index >= 0; index -= 2) pairs.push(ring[index]!, ring[index + 1]!);
  return Float64Array.from(pairs);
}

describe('area', () => {
  it('keeps its digits far from the origin', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 400 }), (width, height) => {
        const ring = rectangle(583_000.5, 6_640_000.25, width, height);
        expect(signedRingArea(ring)).toBe(width * height);
        expect(signedRingArea(clockwise(ring))).toBe(-width * height);
      }),
    );
  });

  it('takes holes away whichever way the rings run', () => {
    const exterior = rectangle(0, 0, 10, 10);
    const hole = rectangle(2, 2, 3, 4);
    expect(polygonArea([exterior, clockwise(hole)])).toBe(88);
    expect(polygonArea([clockwise(exterior), hole])).toBe(88);
    expect(multiPolygonArea([[exterior, hole], [rectangle(20, 0, 1, 1)]])).toBe(89);
  });

  it('finds the centroid of parts and holes together', () => {
    const exterior = rectangle(500_000, 6_000_000, 4, 2);
    const hole = rectangle(500_002, 6_000_000.5, 1, 1);
    // (8 m² at 2, 1) less (1 m² at 2.5, 1) plus (1 m² at 10.5, 0.5)
    const centroid = multiPolygonCentroid([[clockwise(exterior), hole], [rectangle(500_010, 6_000_000, 1, 1)]]);
    expect(centroid?.x).toBeCloseTo(500_000 + (16 - 2.5 + 10.5) / 8, 9);
    expect(centroid?.y).toBeCloseTo(6_000_000 + (8 - 1 + 0.5) / 8, 9);
    expect(multiPolygonCentroid([])).toBeNull();
  });

  it('bounds the exteriors', () => {
    expect(multiPolygonBounds([[rectangle(1, 2, 3, 4)], [rectangle(-1, 8, 1, 1)]])).toEqual({ minX: -1, minY: 2, maxX: 4, maxY: 9 });
    expect(multiPolygonBounds([])).toBeNull();
  });

  it('is nothing for fewer than three vertices', () => {
    expect(signedRingArea(new Float64Array())).toBe(0);
    expect(signedRingArea(Float64Array.of(3, 4))).toBe(0);
    expect(signedRingArea(Float64Array.of(3, 4, 9, 9))).toBe(0);
    expect(polygonArea([])).toBe(0);
  });

  it('takes a hole out of the centroid, whichever way it runs', () => {
    const exterior = rectangle(0, 0, 10, 10);
    const hole = rectangle(6, 2, 2, 4);
    const expected = { x: (100 * 5 - 8 * 7) / 92, y: (100 * 5 - 8 * 4) / 92 };
    for (const rings of [[exterior, hole], [exterior, clockwise(hole)], [clockwise(exterior), hole]]) {
      const centroid = multiPolygonCentroid([rings]);
      expect(centroid?.x).toBeCloseTo(expected.x, 12);
      expect(centroid?.y).toBeCloseTo(expected.y, 12);
    }
  });

  it('has no centroid without vertices or area', () => {
    expect(multiPolygonCentroid([[]])).toBeNull();
    expect(multiPolygonCentroid([[new Float64Array()]])).toBeNull();
    expect(multiPolygonCentroid([[Float64Array.of(1, 1, 5, 5)]])).toBeNull();
    expect(multiPolygonCentroid([[Float64Array.of(0, 0, 10, 10, 10, 0, 0, 10)]])).toBeNull();
  });

  it('bounds a single vertex, a part without rings and values below zero', () => {
    expect(multiPolygonBounds([[Float64Array.of(7, 9)], []])).toEqual({ minX: 7, minY: 9, maxX: 7, maxY: 9 });
    expect(multiPolygonBounds([[Float64Array.of(-7, -9, -3, -4, -20, -30)]])).toEqual({ minX: -20, minY: -30, maxX: -3, maxY: -4 });
    expect(multiPolygonBounds([[new Float64Array()]])).toBeNull();
  });
});

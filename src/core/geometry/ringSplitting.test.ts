import { describe, expect, it } from 'vitest';
import { multiPolygonArea } from './area';
import { clipToHalfPlane } from './halfPlaneClipping';
import { clipPolygons, clipToBounds, splitRing } from './ringSplitting';
import type { PlanarMultiPolygon } from './shapes';

const SQUARE = [0, 0, 10, 0, 10, 10, 0, 10];
const BOUNDS = { minX: 0, minY: 0, maxX: 10, maxY: 20 };

describe('clipping to a half plane', () => {
  it('keeps what lies on the side asked for', () => {
    expect(clipToHalfPlane(SQUARE, 0, 4, 1)).toEqual([0, 0, 4, 0, 4, 10, 0, 10]);
    expect(clipToHalfPlane(SQUARE, 0, 4, -1)).toEqual([4, 0, 10, 0, 10, 10, 4, 10]);
    expect(clipToHalfPlane(SQUARE, 1, 4, 1)).toEqual([0, 4, 0, 0, 10, 0, 10, 4]);
    expect(clipToHalfPlane(SQUARE, 1, 4, -1)).toEqual([0, 4, 10, 4, 10, 10, 0, 10]);
  });

  it('crosses a slanted edge at the same point, whichever way it is run', () => {
    const triangle = [0, 0, 9, 3, 0, 7];
    const forwards = clipToHalfPlane(triangle, 0, 5, 1);
    const backwards = clipToHalfPlane([0, 7, 9, 3, 0, 0], 0, 5, 1);
    expect(forwards).toEqual([0, 0, 5, 15 / 9, 5, 7 - (4 * 5) / 9, 0, 7]);
    expect(new Set(backwards)).toEqual(new Set(forwards));
  });

  it('keeps all or nothing of a ring on one side, and nothing of what is no ring', () => {
    expect(clipToHalfPlane(SQUARE, 0, 10, 1)).toEqual(SQUARE);
    expect(clipToHalfPlane(SQUARE, 0, -1, 1)).toEqual([]);
    expect(clipToHalfPlane(SQUARE, 0, 0, 1)).toEqual([0, 0, 0, 0, 0, 10, 0, 10]);
    expect(clipToHalfPlane([0, 0, 1, 1], 0, 5, 1)).toEqual([]);
    expect(clipToHalfPlane([0, 0, 1, 1, 0, 2], 0, 5, 1)).toEqual([0, 0, 1, 1, 0, 2]);
  });
});

describe('splitting a ring', () => {
  it('hands an untouched ring on as it is', () => {
    expect(splitRing(SQUARE, 0, 10)[0]).toBe(SQUARE);
    expect(splitRing(SQUARE, 0, 10)[1]).toEqual([]);
    expect(splitRing(SQUARE, 1, 0)[1]).toBe(SQUARE);
    expect(splitRing(SQUARE, 1, 0)[0]).toEqual([]);
    expect(splitRing(SQUARE, 0, 11)[0]).toBe(SQUARE);
    expect(splitRing(SQUARE, 0, -1)[1]).toBe(SQUARE);
    expect(splitRing([5, 0, 5, 3, 5, 6], 0, 5)).toEqual([[], []]);
  });

  it('parts what lies on both sides', () => {
    expect(splitRing(SQUARE, 0, 4)).toEqual([[0, 0, 4, 0, 4, 10, 0, 10], [4, 0, 10, 0, 10, 10, 4, 10]]);
    expect(splitRing(SQUARE, 1, 4)[0]).toEqual([0, 4, 0, 0, 10, 0, 10, 4]);
  });

  it('cuts rings to a rectangle', () => {
    const clipped = clipToBounds([-5, -5, 30, -5, 30, 30, -5, 30], BOUNDS);
    expect(multiPolygonArea([[Float64Array.from(clipped)]])).toBe(200);
    expect(clipToBounds([11, 0, 20, 0, 20, 10], BOUNDS)).toHaveLength(0);
    expect(clipToBounds([-9, 0, -1, 0, -1, 10], BOUNDS)).toHaveLength(0);
    expect(clipToBounds([0, 21, 9, 21, 9, 30], BOUNDS)).toHaveLength(0);
    expect(clipToBounds([0, -9, 9, -9, 9, -1], BOUNDS)).toHaveLength(0);
  });
});

describe('polygons cut to a rectangle', () => {
  const polygon = (x: number, y: number, size: number): Float64Array =>
    Float64Array.of(x, y, x + size, y, x + size, y + size, x, y + size);

  it('are the same object where nothing lies outside', () => {
    const inside: PlanarMultiPolygon = [[polygon(0, 0, 10)]];
    expect(clipPolygons(inside, BOUNDS)).toBe(inside);
    const empty: PlanarMultiPolygon = [];
    expect(clipPolygons(empty, BOUNDS)).toBe(empty);
  });

  it.each([[-1, 5], [1, 5], [0, -1], [0, 11]])('lose what lies outside: from %d, %d', (x, y) => {
    const cut = clipPolygons([[polygon(x, y, 10)]], BOUNDS);
    expect(multiPolygonArea(cut)).toBe(90);
  });

  it('lose parts and holes that lie outside', () => {
    const cut = clipPolygons([[polygon(-10, 0, 15), polygon(-8, 2, 2), polygon(1, 1, 2)], [polygon(20, 0, 5)]], BOUNDS);
    expect(cut.map((part) => part.length)).toEqual([2]);
    expect(multiPolygonArea(cut)).toBe(75 - 4);
  });
});

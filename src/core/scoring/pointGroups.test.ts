import { describe, expect, it } from 'vitest';
import { endOfGroup, pointBounds } from './pointGroups';

describe('points that lie together', () => {
  const row = (count: number, x0 = 0): number[] => Array.from({ length: count }, (_, index) => [x0 + index, 7]).flat();

  it('end where one lies more than 300 m from the first of them, east, west, north or south', () => {
    for (const [east, north] of [[1, 0], [-1, 0], [0, 1], [0, -1]] as const) {
      const points = Float64Array.of(-9, -9, 50, 60, 50 + 300 * east, 60 + 300 * north, 50 + 301 * east, 60 + 301 * north);
      expect(endOfGroup(points, 1)).toBe(3);
    }
  });

  it('are a hundred at most, and end with the points', () => {
    const points = Float64Array.from(row(230));
    expect([endOfGroup(points, 0), endOfGroup(points, 100), endOfGroup(points, 200)]).toEqual([100, 200, 230]);
  });

  it('lie in their rectangle', () => {
    const points = Float64Array.of(90, 90, 3, 20, 5, 10, 4, 30, -90, -90);
    expect(pointBounds(points, 1, 4)).toEqual({ minX: 3, minY: 10, maxX: 5, maxY: 30 });
    expect(pointBounds(points, 2, 4)).toEqual({ minX: 4, minY: 10, maxX: 5, maxY: 30 });
    expect(pointBounds(points, 2, 2)).toBeNull();
  });
});

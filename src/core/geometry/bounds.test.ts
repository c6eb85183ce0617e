import { describe, expect, it } from 'vitest';
import { expandBounds, jointBounds } from './bounds';

describe('bounds', () => {
  it('grow by as much on every side', () => {
    expect(expandBounds({ minX: 10, minY: 20, maxX: 30, maxY: 50 }, 3)).toEqual({ minX: 7, minY: 17, maxX: 33, maxY: 53 });
  });

  it('reach around several multipolygons', () => {
    const triangle = [[Float64Array.of(0, 0, 4, 1, 2, 8)]];
    const other = [[Float64Array.of(-5, 3, -4, 3, -4, 9)], [Float64Array.of(20, -7, 21, -7, 20, -6)]];
    expect(jointBounds([triangle, other])).toEqual({ minX: -5, minY: -7, maxX: 21, maxY: 9 });
    expect(jointBounds([[], []])).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { areMisplaced } from './ringNesting';
import type { PlanarMultiPolygon, PlanarRing } from './shapes';

function square(x: number, y: number, size: number): PlanarRing {
  return Float64Array.of(x, y, x + size, y, x + size, y + size, x, y + size);
}

/** A wedge whose rectangle is much larger than itself. */
const wedge = Float64Array.of(0, 0, 100, 0, 0, 100);

describe('rings without contact', () => {
  it.each<[string, PlanarMultiPolygon]>([
    ['nothing', []],
    ['one ring', [[square(0, 0, 10)]]],
    ['parts apart', [[square(0, 0, 10)], [square(20, 0, 10)], [square(0, 20, 10)]]],
    ['a part in the corner of another’s rectangle', [[wedge], [square(70, 70, 10)]]],
    ['holes in an exterior', [[square(0, 0, 100), square(10, 10, 10), square(50, 50, 10), square(70, 10, 10)]]],
    ['a part in a hole', [[square(0, 0, 100), square(10, 10, 80)], [square(20, 20, 20)]]],
    ['a part with a hole, in a hole', [[square(0, 0, 100), square(10, 10, 80)], [square(20, 20, 60), square(30, 30, 10)]]],
    ['the same in another order', [[square(20, 20, 60), square(30, 30, 10)], [square(0, 0, 100), square(10, 10, 80)]]],
    ['side by side at a height', [[square(0, 0, 10)], [square(-30, 0, 10)], [square(30, 0, 10)]]],
  ])('lie well: %s', (_, polygons) => {
    expect(areMisplaced(polygons)).toBe(false);
  });

  it('may have a hole anywhere inside a round exterior, and not beside it', () => {
    const exterior = Float64Array.from({ length: 48 }, (_, index) => {
      const angle = (2 * Math.PI * Math.floor(index / 2)) / 24;
      return 100 * (index % 2 === 0 ? Math.cos(angle) : Math.sin(angle));
    });
    for (let step = 0; step < 40; step += 1) {
      const angle = (2 * Math.PI * step) / 40;
      const holeAt = (away: number): PlanarRing => square(away * Math.cos(angle) - 1, away * Math.sin(angle) - 1, 2);
      expect(areMisplaced([[exterior, holeAt(90)]])).toBe(false);
      expect(areMisplaced([[exterior, holeAt(110)]])).toBe(true);
    }
  });

  it.each<[string, PlanarMultiPolygon]>([
    ['a hole outside', [[square(0, 0, 10), square(20, 0, 5)]]],
    ['a hole in the corner of its exterior’s rectangle', [[wedge, square(70, 70, 10)]]],
    ['a hole in a hole', [[square(0, 0, 100), square(10, 10, 80), square(20, 20, 10)]]],
    ['a hole around its exterior', [[square(10, 10, 10), square(0, 0, 100)]]],
    ['a hole in the exterior of another part', [[square(0, 0, 10), square(52, 52, 5)], [square(50, 50, 10)]]],
    ['a part in a part', [[square(0, 0, 100)], [square(20, 20, 10)]]],
    ['a part around a part', [[square(20, 20, 10)], [square(0, 0, 100)]]],
    ['a part beside the hole', [[square(0, 0, 100), square(10, 10, 20)], [square(50, 50, 10)]]],
  ])('lie wrong: %s', (_, polygons) => {
    expect(areMisplaced(polygons)).toBe(true);
  });
});

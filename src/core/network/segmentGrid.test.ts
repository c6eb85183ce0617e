import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fractionAlong, SegmentGrid } from './segmentGrid';
import type { NearestPlace } from './segmentGrid';

const place = (): NearestPlace => ({ segment: -1, fraction: -1, metres: -1 });

function distanceTo(coordinates: readonly number[], segment: number, x: number, y: number): number {
  const [x0, y0, x1, y1] = coordinates.slice(4 * segment, 4 * segment + 4) as [number, number, number, number];
  const fraction = fractionAlong(x, y, x0, y0, x1, y1);
  return Math.hypot(x0 + fraction * (x1 - x0) - x, y0 + fraction * (y1 - y0) - y);
}

describe('fractionAlong', () => {
  it('stays on the segment', () => {
    expect(fractionAlong(5, 7, 0, 0, 10, 0)).toBe(0.5);
    expect(fractionAlong(-5, 7, 0, 0, 10, 0)).toBe(0);
    expect(fractionAlong(15, 7, 0, 0, 10, 0)).toBe(1);
    expect(fractionAlong(15, 7, 3, 3, 3, 3)).toBe(0);
  });
});

describe('SegmentGrid', () => {
  it('finds nothing where there is nothing', () => {
    expect(new SegmentGrid(new Float64Array()).findNearest(Float64Array.of(0, 0), Infinity, place())).toBe(false);
  });

  it('takes the limit as within reach, and no more', () => {
    const grid = new SegmentGrid(Float64Array.of(0, 0, 100, 0));
    const nearest = place();
    expect(grid.findNearest(Float64Array.of(50, 300), 300, nearest)).toBe(true);
    expect(nearest).toEqual({ segment: 0, fraction: 0.5, metres: 300 });
    expect(grid.findNearest(Float64Array.of(50, 300.001), 300, nearest)).toBe(false);
    expect(grid.findNearest(Float64Array.of(400, 0), 300, nearest)).toBe(true);
    expect(nearest).toEqual({ segment: 0, fraction: 1, metres: 300 });
    expect(grid.findNearest(Float64Array.of(1e7, -1e7), 300, nearest)).toBe(false);
  });

  it('gives the first of segments that are equally near', () => {
    const grid = new SegmentGrid(Float64Array.of(100, 0, 0, 0, 0, 0, -100, 0, 0, 0, 0, -100));
    const nearest = place();
    expect(grid.findNearest(Float64Array.of(0, 25), Infinity, nearest)).toBe(true);
    expect(nearest.segment).toBe(0);
  });

  const coordinate = fc.oneof(fc.double({ min: -500, max: 500, noNaN: true }), fc.constantFrom(-400, -20, 0, 20, 40, 400));
  const segments = fc.array(coordinate, { minLength: 4, maxLength: 120 }).map((values) => values.slice(0, values.length - (values.length % 4)));
  const point = fc.double({ min: -1200, max: 1200, noNaN: true });

  it('finds the nearest of all segments', () => {
    fc.assert(
      fc.property(segments, point, point, fc.constantFrom(10, 300, Infinity), (coordinates, x, y, limit) => {
        const nearest = place();
        const found = new SegmentGrid(Float64Array.from(coordinates)).findNearest(Float64Array.of(x, y), limit, nearest);
        const distances = Array.from({ length: coordinates.length / 4 }, (_, segment) => distanceTo(coordinates, segment, x, y));
        const least = Math.min(...distances);
        if (Math.abs(least - limit) < 1e-9) return;
        expect(found).toBe(least <= limit);
        if (!found) return;
        expect(nearest.metres).toBeCloseTo(least, 9);
        expect(distances[nearest.segment]).toBeCloseTo(least, 9);
      }),
      { numRuns: 500 },
    );
  });

  it('finds the same as a look at all of them in turn to the last bit, the first of equals', () => {
    const even = fc.integer({ min: -12, max: 12 }).map((tens) => 10 * tens);
    const evenSegments = fc.array(fc.tuple(even, even, even, even), { minLength: 1, maxLength: 60 });
    const askedFor = fc.array(fc.tuple(fc.oneof(even, point), fc.oneof(even, point)), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(evenSegments, askedFor, fc.constantFrom(30, 300), (ends, points, limit) => {
        const grid = new SegmentGrid(Float64Array.from(ends.flat()));
        const nearest = place();
        for (const [x, y] of points) {
          let expected = { segment: -1, fraction: -1, squared: limit * limit };
          ends.forEach(([x0, y0, x1, y1], segment) => {
            const fraction = fractionAlong(x, y, x0, y0, x1, y1);
            const awayX = x0 + fraction * (x1 - x0) - x;
            const awayY = y0 + fraction * (y1 - y0) - y;
            const squared = awayX * awayX + awayY * awayY;
            if (squared < expected.squared || (squared === expected.squared && expected.segment < 0)) expected = { segment, fraction, squared };
          });
          expect(grid.findNearest(Float64Array.of(x, y), limit, nearest)).toBe(expected.segment >= 0);
          if (expected.segment < 0) continue;
          expect(nearest).toEqual({ segment: expected.segment, fraction: expected.fraction, metres: Math.sqrt(expected.squared) });
        }
      }),
      { numRuns: 500 },
    );
  });

  it('visits each segment within a radius once', () => {
    fc.assert(
      fc.property(segments, point, point, fc.constantFrom(0.1, 30, 600), (coordinates, x, y, radius) => {
        const visited: number[] = [];
        new SegmentGrid(Float64Array.from(coordinates)).visitWithin(x, y, radius, (segment) => visited.push(segment));
        const expected = Array.from({ length: coordinates.length / 4 }, (_, segment) => segment).filter(
          (segment) => distanceTo(coordinates, segment, x, y) <= radius,
        );
        expect(visited.sort((a, b) => a - b)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps its memory in bounds for long segments and far-apart ones', () => {
    const random = Array.from({ length: 4000 }, (_, index) => ((index * 7919) % 4001) * 1000);
    const grid = new SegmentGrid(Float64Array.from(random));
    const nearest = place();
    expect(grid.findNearest(Float64Array.of(2e6, 2e6), Infinity, nearest)).toBe(true);
    const least = Math.min(...Array.from({ length: 1000 }, (_, segment) => distanceTo(random, segment, 2e6, 2e6)));
    expect(nearest.metres).toBeCloseTo(least, 6);
  });
});

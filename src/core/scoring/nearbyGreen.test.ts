import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { squaredDistanceToSegment } from '../geometry/distance';
import { latticePoints } from '../geometry/lattice';
import type { PlanarMultiPolygon } from '../geometry/shapes';
import { connectedPatches } from './greenPatches';
import { nearbyGreen, nearbyGreenWithout, shareNearGreen } from './nearbyGreen';

const BOUNDS = { minX: 0, minY: 0, maxX: 3000, maxY: 3000 };

function rectangle(x: number, y: number, width: number, height: number): PlanarMultiPolygon {
  return [[Float64Array.of(x, y, x + width, y, x + width, y + height, x, y + height)]];
}

const greenOf = (...pieces: readonly PlanarMultiPolygon[]) => nearbyGreen(pieces.flatMap(connectedPatches), BOUNDS);

describe('green nearby', () => {
  it('is within 200 m walk of 5 daa: 153.8 m as the crow flies', () => {
    const green = greenOf(rectangle(1000, 1000, 100, 50));
    const at = (x: number) => shareNearGreen(green, Float64Array.of(x, 1012.5))[0];
    expect(at(1012.5)).toBe(1);
    expect(at(1100 + 137.5)).toBe(1);
    expect(at(1100 + 162.5)).toBe(0);
  });

  it('asks 200 daa for the longer walk', () => {
    const small = greenOf(rectangle(1000, 1000, 400, 400));
    const large = greenOf(rectangle(1000, 1000, 500, 400));
    const point = Float64Array.of(1012.5, 1400 + 362.5);
    expect(shareNearGreen(small, point)).toEqual([0, 0]);
    expect(shareNearGreen(large, point)).toEqual([0, 1]);
    expect(shareNearGreen(large, Float64Array.of(1012.5, 1400 + 387.5))).toEqual([0, 0]);
  });

  it('forgets green that is too small', () => {
    expect(shareNearGreen(greenOf(rectangle(1000, 1000, 99, 50)), Float64Array.of(1012.5, 1012.5))).toEqual([0, 0]);
  });

  it('weighs points, and is nothing outside its bounds', () => {
    const green = greenOf(rectangle(1000, 1000, 100, 100));
    const points = Float64Array.of(1012.5, 1012.5, 2012.5, 1012.5, -500, -500);
    expect(shareNearGreen(green, points)[0]).toBeCloseTo(1 / 3, 12);
    expect(shareNearGreen(green, points, Float64Array.of(3, 1, 0))[0]).toBeCloseTo(3 / 4, 12);
  });

  it('agrees with the distance to every edge', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            x: fc.integer({ min: 0, max: 2500 }),
            y: fc.integer({ min: 0, max: 2500 }),
            width: fc.integer({ min: 72, max: 500 }),
            height: fc.integer({ min: 72, max: 500 }),
          }),
          { minLength: 1, maxLength: 4 },
        ),
        (boxes) => {
          const pieces = boxes.map(({ x, y, width, height }) => rectangle(x, y, width, height));
          const green = greenOf(...pieces);
          for (let index = 0; index < 40; index += 1) {
            const x = 12.5 + 75 * index;
            const y = 12.5 + 50 * ((index * 7) % 60);
            const near = pieces.some((piece) => {
              const ring = piece[0]![0]!;
              const inside = latticePoints(piece, 25);
              if (inside.some((value, at) => at % 2 === 0 && value === x && inside[at + 1] === y)) return true;
              return [0, 2, 4, 6].some((corner) => {
                const next = (corner + 2) % 8;
                const squared = squaredDistanceToSegment(x, y, ring[corner]!, ring[corner + 1]!, ring[next]!, ring[next + 1]!);
                return squared <= (200 / 1.3) ** 2;
              });
            });
            expect(shareNearGreen(green, Float64Array.of(x, y))[0]).toBe(near ? 1 : 0);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('is the same whether ground is taken before or after it was measured', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 900, max: 1600 }),
        fc.integer({ min: 900, max: 1600 }),
        fc.integer({ min: 50, max: 700 }),
        (x, y, size) => {
          const pieces = [rectangle(1000, 1000, 600, 400), rectangle(500, 500, 100, 100)];
          const taken = rectangle(x, y, size, 90);
          const after = nearbyGreenWithout(greenOf(...pieces), taken);
          const before = nearbyGreen(after.patches, BOUNDS);
          expect(after.bySize.map(({ counts }) => [...counts])).toEqual(before.bySize.map(({ counts }) => [...counts]));
        },
      ),
      { numRuns: 30 },
    );
  });
});

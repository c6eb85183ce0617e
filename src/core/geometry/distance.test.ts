import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edgeGap, edgeRuns, squaredBoundsGap, squaredDistanceToSegment } from './distance';
import type { PlanarMultiPolygon } from './shapes';

function rectangle(x: number, y: number, width: number, height: number): PlanarMultiPolygon {
  return [[Float64Array.of(x, y, x + width, y, x + width, y + height, x, y + height)]];
}

/** A ring of `corners` corners on a circle. */
function disc(x: number, y: number, radius: number, corners: number): PlanarMultiPolygon {
  const vertices = Array.from({ length: corners }, (_, corner) => {
    const angle = (2 * Math.PI * corner) / corners;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });
  return [[Float64Array.from(vertices.flat())]];
}

const gap = (a: PlanarMultiPolygon, b: PlanarMultiPolygon, reach = 1000): number => edgeGap(edgeRuns(a)!, edgeRuns(b)!, reach);

describe('the distance to a segment', () => {
  it.each([
    ['beside it', 3, 4, 16],
    ['on its other side', 7, -5, 25],
    ['before its start', -3, 4, 25],
    ['beyond its end', 13, -4, 25],
    ['on it', 6, 0, 0],
  ])('%s', (_, x, y, squared) => {
    expect(squaredDistanceToSegment(x, y, 0, 0, 10, 0)).toBe(squared);
    expect(squaredDistanceToSegment(x, y, 10, 0, 0, 0)).toBe(squared);
    expect(squaredDistanceToSegment(y, x, 0, 0, 0, 10)).toBe(squared);
  });

  it('is that to the point where it has no length', () => {
    expect(squaredDistanceToSegment(4, 6, 1, 2, 1, 2)).toBe(25);
  });

  it('follows a slanted segment', () => {
    expect(squaredDistanceToSegment(0, 10, 0, 0, 10, 10)).toBeCloseTo(50, 12);
    expect(squaredDistanceToSegment(12, 14, 0, 0, 10, 10)).toBe(20);
  });
});

describe('the gap between rectangles', () => {
  const own = { minX: 0, minY: 0, maxX: 10, maxY: 10 };

  it.each([
    [{ minX: 13, minY: 5, maxX: 20, maxY: 6 }, 9],
    [{ minX: -8, minY: 5, maxX: -5, maxY: 6 }, 25],
    [{ minX: 2, minY: 14, maxX: 3, maxY: 20 }, 16],
    [{ minX: 2, minY: -9, maxX: 3, maxY: -2 }, 4],
    [{ minX: 13, minY: 14, maxX: 20, maxY: 20 }, 25],
    [{ minX: 10, minY: 10, maxX: 20, maxY: 20 }, 0],
    [{ minX: 4, minY: 4, maxX: 5, maxY: 5 }, 0],
  ])('to %o is %d, squared', (other, squared) => {
    expect(squaredBoundsGap(own, other)).toBe(squared);
    expect(squaredBoundsGap(other, own)).toBe(squared);
  });
});

describe('the gap between polygons', () => {
  it('is that of their nearest edges, on all sides', () => {
    const own = rectangle(0, 0, 100, 100);
    expect(gap(own, rectangle(130, 20, 50, 50))).toBe(30);
    expect(gap(own, rectangle(-80, 20, 50, 50))).toBe(30);
    expect(gap(own, rectangle(20, 140, 50, 50))).toBe(40);
    expect(gap(own, rectangle(20, -90, 50, 50))).toBe(40);
    expect(gap(own, rectangle(130, 140, 50, 50))).toBe(50);
    expect(gap(own, rectangle(-80, -90, 50, 50))).toBe(50);
    expect(gap(own, rectangle(100, 30, 50, 50))).toBe(0);
  });

  it('is found by a corner that points at a long edge, whichever has it', () => {
    const long = rectangle(0, 0, 1000, 10);
    const arrow: PlanarMultiPolygon = [[Float64Array.of(500, 25, 520, 60, 480, 60)]];
    expect(gap(long, arrow)).toBe(15);
    expect(gap(arrow, long)).toBe(15);
  });

  it('stops at the reach', () => {
    expect(gap(rectangle(0, 0, 10, 10), rectangle(60, 0, 10, 10), 50)).toBe(50);
    expect(gap(rectangle(0, 0, 10, 10), rectangle(59, 0, 10, 10), 50)).toBe(49);
    // Their rectangles are near, their edges are not.
    const corner: PlanarMultiPolygon = [[Float64Array.of(0, 0, 100, 0, 0, 100)]];
    expect(gap(corner, rectangle(95, 95, 10, 10), 50)).toBe(50);
    expect(gap(corner, rectangle(95, 95, 10, 10), 200)).toBeCloseTo(Math.hypot(45, 45), 12);
  });

  it('takes the nearest of several parts and rings', () => {
    const parts = [...rectangle(0, 0, 10, 10), ...rectangle(300, 0, 10, 10)];
    expect(gap(parts, rectangle(330, 0, 10, 10))).toBe(20);
    const around: PlanarMultiPolygon = [
      [Float64Array.of(0, 0, 100, 0, 100, 100, 0, 100), Float64Array.of(10, 10, 10, 90, 90, 90, 90, 10)],
    ];
    expect(gap(around, rectangle(40, 35, 10, 10))).toBe(25);
  });

  it('finds the nearest of many edges, wherever in their order it comes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 3, max: 40 }),
        fc.integer({ min: 3, max: 40 }),
        fc.double({ min: 0, max: 6.28, noNaN: true }),
        (corners, others, angle) => {
          const [x, y] = [300 * Math.cos(angle), 300 * Math.sin(angle)];
          const first = disc(0, 0, 100, corners);
          const second = disc(x, y, 100, others);
          let least = Infinity;
          for (const [from, to] of [[first, second], [second, first]] as const) {
            const vertices = from[0]![0]!;
            const edges = to[0]![0]!;
            for (let vertex = 0; vertex < vertices.length; vertex += 2) {
              for (let edge = 0; edge < edges.length; edge += 2) {
                const next = (edge + 2) % edges.length;
                const squared = squaredDistanceToSegment(
                  vertices[vertex]!, vertices[vertex + 1]!, edges[edge]!, edges[edge + 1]!, edges[next]!, edges[next + 1]!,
                );
                least = Math.min(least, Math.sqrt(squared));
              }
            }
          }
          expect(gap(first, second)).toBeCloseTo(least, 9);
        },
      ),
    );
  });
});

/** Least distance from the vertices of one ring to the edges of the other, either way round. */
function leastDistance(one: PlanarMultiPolygon, other: PlanarMultiPolygon): number {
  const rings = (polygons: PlanarMultiPolygon): readonly Float64Array[] => polygons.flat();
  let least = Infinity;
  for (const [from, to] of [[one, other], [other, one]] as const) {
    for (const vertices of rings(from)) {
      for (let vertex = 0; vertex < vertices.length; vertex += 2) {
        for (const edges of rings(to)) {
          for (let edge = 0; edge < edges.length; edge += 2) {
            const next = (edge + 2) % edges.length;
            least = Math.min(
              least,
              squaredDistanceToSegment(vertices[vertex]!, vertices[vertex + 1]!, edges[edge]!, edges[edge + 1]!, edges[next]!, edges[next + 1]!),
            );
          }
        }
      }
    }
  }
  return Math.sqrt(least);
}

describe('the gap to an outline of very many edges', () => {
  const coast = disc(0, 0, 1000, 720);

  it.each([0, 0.4, 1.3, 2.5, 3.1, 4.4, 5.9])('is that of the nearest of them, seen at %d radians', (angle) => {
    for (const away of [1030, 1400, 1900]) {
      const island = disc(away * Math.cos(angle), away * Math.sin(angle), 20, 23);
      expect(gap(coast, island, 5000)).toBeCloseTo(leastDistance(coast, island), 9);
      expect(gap(island, coast, 5000)).toBeCloseTo(leastDistance(coast, island), 9);
    }
  });

  it('is found along a long outline that lies beside it at an angle', () => {
    const fence: PlanarMultiPolygon = [[Float64Array.of(1010, -900, 1700, 900, 1701, 900, 1011, -900)]];
    expect(gap(coast, fence, 5000)).toBeCloseTo(leastDistance(coast, fence), 9);
  });

  it('is that of the nearest of them between ragged outlines, however they lie', () => {
    const ragged = (x: number, y: number, radii: readonly number[]): PlanarMultiPolygon => [
      [Float64Array.from(radii.flatMap((radius, corner) => {
        const angle = (2 * Math.PI * corner) / radii.length;
        return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
      }))],
    ];
    const radius = fc.double({ min: 100, max: 500, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(radius, { minLength: 520, maxLength: 560 }),
        fc.array(radius, { minLength: 10, maxLength: 40 }),
        fc.double({ min: 0, max: 6.28, noNaN: true }),
        (many, few, angle) => {
          const one = ragged(0, 0, many);
          const other = ragged(1001 * Math.cos(angle), 1001 * Math.sin(angle), few);
          expect(gap(one, other, 5000)).toBeCloseTo(leastDistance(one, other), 9);
          expect(gap(other, one, 5000)).toBeCloseTo(leastDistance(one, other), 9);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('is the reach where nothing lies so near', () => {
    expect(gap(coast, disc(1500, 0, 20, 23), 100)).toBe(100);
    expect(gap(coast, disc(1500, 0, 20, 23), 480.5)).toBeCloseTo(480, 0);
    // Nearer than the reach by the rectangles around them, but not by their edges.
    expect(gap(coast, rectangle(990, 990, 20, 20), 300)).toBe(300);
  });
});

describe('edges in runs', () => {
  it('are all there, each run in its rectangle', () => {
    const runs = edgeRuns(disc(0, 0, 100, 21))!;
    expect(runs.edges).toHaveLength(84);
    expect(runs.runBounds).toHaveLength(12);
    expect(runs.edges.slice(82)).toEqual(runs.edges.slice(0, 2));
    for (let edge = 0; edge < 21; edge += 1) {
      const [minX, minY, maxX, maxY] = runs.runBounds.slice(4 * Math.floor(edge / 8));
      const [x0, y0, x1, y1] = runs.edges.slice(4 * edge);
      expect(Math.min(x0!, x1!)).toBeGreaterThanOrEqual(minX!);
      expect(Math.min(y0!, y1!)).toBeGreaterThanOrEqual(minY!);
      expect(Math.max(x0!, x1!)).toBeLessThanOrEqual(maxX!);
      expect(Math.max(y0!, y1!)).toBeLessThanOrEqual(maxY!);
    }
    expect(runs.bounds.maxX).toBe(100);
  });

  it('are none without vertices', () => {
    expect(edgeRuns([])).toBeNull();
  });
});

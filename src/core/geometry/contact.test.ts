import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areInContact, CONTACT_METRES } from './contact';
import { edgeRuns, squaredDistanceToSegment } from './distance';
import type { PlanarMultiPolygon, PlanarRing } from './shapes';

function rectangle(x: number, y: number, width: number, height: number): PlanarMultiPolygon {
  return [[Float64Array.of(x, y, x + width, y, x + width, y + height, x, y + height)]];
}

/** A ring of so many corners on a circle. */
function disc(x: number, y: number, radius: number, corners: number): PlanarRing {
  return Float64Array.from({ length: 2 * corners }, (_, index) => {
    const angle = (2 * Math.PI * Math.floor(index / 2)) / corners;
    return index % 2 === 0 ? x + radius * Math.cos(angle) : y + radius * Math.sin(angle);
  });
}

function meet(a: PlanarMultiPolygon, b: PlanarMultiPolygon): boolean {
  const [one, other] = [edgeRuns(a)!, edgeRuns(b)!];
  const answer = areInContact(one, other);
  expect(areInContact(other, one)).toBe(answer);
  return answer;
}

describe('outlines are in contact', () => {
  const square = rectangle(0, 0, 100, 100);

  it.each([
    ['where they cross', rectangle(50, 50, 100, 100)],
    ['where they cross like the bars of a plus', rectangle(-50, 40, 200, 20)],
    ['where they share an edge', rectangle(100, 0, 50, 100)],
    ['where they share part of an edge', rectangle(100, 20, 50, 20)],
    ['where they share a corner', rectangle(100, 100, 50, 50)],
    ['where one lies inside the other', rectangle(40, 60, 10, 10)],
    ['where one lies inside the other, at its edge', rectangle(0, 60, 10, 10)],
    ['when they are the same', square],
    ['where one is drawn up to the other, but for the last digits', rectangle(100 + 0.9 * CONTACT_METRES, 0, 50, 100)],
    ['the same below', rectangle(20, -50 - 0.9 * CONTACT_METRES, 20, 50)],
  ])('%s', (_, other) => {
    expect(meet(square, other)).toBe(true);
  });

  const withHole: PlanarMultiPolygon = [[square[0]![0]!, rectangle(20, 20, 60, 60)[0]![0]!]];
  const aroundACorner: PlanarMultiPolygon = [[Float64Array.of(110, -50, 150, -50, 150, 150, -50, 150, -50, 110, 110, 110)]];

  it.each([
    ['with a gap beside', rectangle(100 + 1.1 * CONTACT_METRES, 0, 50, 100)],
    ['with a gap on the other side', rectangle(-50 - 1.1 * CONTACT_METRES, 0, 50, 100)],
    ['with a gap above', rectangle(0, 100 + 1.1 * CONTACT_METRES, 100, 50)],
    ['with a gap below', rectangle(0, -50 - 1.1 * CONTACT_METRES, 100, 50)],
    ['where only the rectangles around them meet', aroundACorner],
  ])('not %s', (_, other) => {
    expect(meet(square, other)).toBe(false);
  });

  it('not where one lies in a hole of the other, but where it fills the hole', () => {
    expect(meet(withHole, rectangle(30, 30, 20, 20))).toBe(false);
    expect(meet(withHole, rectangle(20, 20, 60, 60))).toBe(true);
    expect(meet(withHole, rectangle(5, 5, 5, 5))).toBe(true);
  });

  it('not where a slanted edge leaves one outside', () => {
    const triangle: PlanarMultiPolygon = [[Float64Array.of(0, 0, 100, 0, 0, 200)]];
    expect(meet(triangle, rectangle(70, 80, 10, 10))).toBe(false);
    expect(meet(triangle, rectangle(20, 40, 10, 10))).toBe(true);
    expect(meet(triangle, rectangle(10, 150, 5, 5))).toBe(true);
    expect(meet(triangle, rectangle(40, 150, 5, 5))).toBe(false);
  });

  it('at whichever of its edges another touches it', () => {
    for (const corners of [5, 8, 9, 15, 16, 17, 24, 25, 40]) {
      for (let corner = 0; corner < corners; corner += 1) {
        const angle = (2 * Math.PI * (corner + 0.5)) / corners;
        const reach = 50 * Math.cos(Math.PI / corners);
        const tip = (further: number): PlanarMultiPolygon => {
          const at = (distance: number, aside: number): readonly [number, number] => [
            distance * Math.cos(angle) - aside * Math.sin(angle),
            distance * Math.sin(angle) + aside * Math.cos(angle),
          ];
          return [[Float64Array.of(...at(reach + 30, -2), ...at(reach + 30, 2), ...at(reach + further, 0))]];
        };
        expect([corners, corner, meet([[disc(0, 0, 50, corners)]], tip(-1))]).toEqual([corners, corner, true]);
        expect([corners, corner, meet([[disc(0, 0, 50, corners)]], tip(1))]).toEqual([corners, corner, false]);
      }
    }
  });

  it('when one of several polygons is', () => {
    const scattered: PlanarMultiPolygon = [0, 1, 2, 3, 4].map((index) => rectangle(200 * index, 300, 50, 50)[0]!);
    expect(meet(scattered, rectangle(640, 340, 20, 20))).toBe(true);
    expect(meet(scattered, rectangle(660, 340, 20, 20))).toBe(false);
  });

  it('when any two edges come so near, or a corner lies inside', () => {
    const outline = fc
      .record({
        x: fc.integer({ min: 0, max: 300 }),
        y: fc.integer({ min: 0, max: 300 }),
        radii: fc.array(fc.integer({ min: 5, max: 120 }), { minLength: 3, maxLength: 30 }),
      })
      .map(({ x, y, radii }): PlanarMultiPolygon => [
        [
          Float64Array.from({ length: 2 * radii.length }, (_, index) => {
            const angle = (2 * Math.PI * Math.floor(index / 2)) / radii.length;
            const radius = radii[Math.floor(index / 2)]!;
            return index % 2 === 0 ? x + radius * Math.cos(angle) : y + radius * Math.sin(angle);
          }),
        ],
      ]);
    fc.assert(
      fc.property(outline, outline, (a, b) => {
        const [one, other] = [a[0]![0]!, b[0]![0]!];
        fc.pre(!nearly(one, other));
        expect(meet(a, b)).toBe(crossing(one, other) || contains(one, other[0]!, other[1]!) || contains(other, one[0]!, one[1]!));
      }),
      { numRuns: 300 },
    );
  });
});

type Segment = readonly [number, number, number, number];

function segments(ring: PlanarRing): readonly Segment[] {
  return Array.from({ length: ring.length / 2 }, (_, index) => {
    const [from, to] = [2 * index, (2 * index + 2) % ring.length];
    return [ring[from]!, ring[from + 1]!, ring[to]!, ring[to + 1]!] as const;
  });
}

/** Whether an edge ends within ten centimetres of the other ring: then touching is a matter of digits. */
function nearly(one: PlanarRing, other: PlanarRing): boolean {
  const isNear = (a: PlanarRing, b: PlanarRing): boolean =>
    segments(a).some(([x, y]) => segments(b).some((segment) => squaredDistanceToSegment(x, y, ...segment) < 0.01));
  return isNear(one, other) || isNear(other, one);
}

/** Solves for where along both edges their lines cross. */
function crossing(one: PlanarRing, other: PlanarRing): boolean {
  return segments(one).some(([ax, ay, bx, by]) =>
    segments(other).some(([cx, cy, dx, dy]) => {
      const determinant = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx);
      const along = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / determinant;
      const alongOther = ((cx - ax) * (by - ay) - (cy - ay) * (bx - ax)) / determinant;
      return along > 0 && along < 1 && alongOther > 0 && alongOther < 1;
    }),
  );
}

/** Sums the angles under which the ring is seen from the point. */
function contains(ring: PlanarRing, x: number, y: number): boolean {
  const turned = segments(ring).reduce((sum, [x0, y0, x1, y1]) => {
    const turn = Math.atan2(y1 - y, x1 - x) - Math.atan2(y0 - y, x0 - x);
    return sum + Math.atan2(Math.sin(turn), Math.cos(turn));
  }, 0);
  return Math.abs(turned) > Math.PI;
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { haveContacts } from './edgeContacts';
import type { PlanarRing } from './shapes';

const ring = (...values: readonly number[]): PlanarRing => Float64Array.from(values);

function square(x: number, y: number, size: number): PlanarRing {
  return ring(x, y, x + size, y, x + size, y + size, x, y + size);
}

/** Many corners on a circle, every other one nearer the centre by `dent`. */
function disc(x: number, y: number, radius: number, corners: number, dent = 0): PlanarRing {
  return Float64Array.from(
    Array.from({ length: corners }, (_, corner) => {
      const angle = (2 * Math.PI * corner) / corners;
      const reach = corner % 2 === 0 ? radius : radius - dent;
      return [x + reach * Math.cos(angle), y + reach * Math.sin(angle)];
    }).flat(),
  );
}

function turned(vertices: PlanarRing): PlanarRing {
  return vertices.map((_, index) => vertices[index % 2 === 0 ? index + 1 : index - 1]!);
}

describe('rings without contact', () => {
  it.each<[string, PlanarRing[]]>([
    ['none', []],
    ['a triangle', [ring(0, 0, 10, 0, 0, 10)]],
    ['a square', [square(0, 0, 10)]],
    ['a clockwise square', [ring(0, 0, 0, 10, 10, 10, 10, 0)]],
    ['squares two millimetres apart', [square(0, 0, 10), square(10.002, 0, 10), square(0, 10.002, 10), square(-10.002, 0, 10), square(0, -10.002, 10)]],
    ['a ring in a ring', [square(0, 0, 100), square(10, 10, 50)]],
    ['rectangles that overlap, edges that do not', [ring(0, 0, 100, 0, 0, 100), ring(100, 100, 20, 100, 100, 20)]],
    ['a disc of many corners', [disc(0, 0, 100, 77)]],
    ['a star of many corners', [disc(0, 0, 100, 78, 60), disc(0, 0, 39, 50)]],
    ['stairs', [ring(0, 0, 10, 0, 10, 1, 20, 1, 20, 2, 30, 2, 30, 3, 40, 3, 40, 50, 0, 50)]],
    ['a comb', [ring(0, 0, 90, 0, 90, 50, 80, 50, 80, 10, 60, 10, 60, 50, 50, 50, 50, 10, 30, 10, 30, 50, 0, 50)]],
  ])('%s', (_, rings) => {
    expect(haveContacts(rings)).toBe(false);
    expect(haveContacts(rings.map(turned))).toBe(false);
    expect(haveContacts(rings.toReversed())).toBe(false);
  });
});

describe('rings with contact', () => {
  it.each<[string, PlanarRing[]]>([
    ['a bow tie', [ring(0, 0, 10, 10, 10, 0, 0, 10)]],
    ['squares that cross', [square(0, 0, 10), square(5, 5, 10)]],
    ['two of many, the first and the last', [square(0, 0, 10), ...Array.from({ length: 40 }, (_, at) => square(1000 - 20 * at, 0, 10)), square(5, 5, 10)]],
    ['a cross of two bars', [ring(0, 40, 100, 40, 100, 60, 0, 60), ring(40, 0, 60, 0, 60, 100, 40, 100)]],
    ['squares that touch at a corner', [square(0, 0, 10), square(10, 10, 10)]],
    ['squares with a side in common', [square(0, 0, 10), square(10, 2, 5)]],
    ['squares half a millimetre apart', [square(0, 0, 10), square(10.0005, 0, 10)]],
    ['a corner on an edge', [square(0, 0, 10), ring(5, 10, 8, 15, 2, 15)]],
    ['a corner half a millimetre off an edge', [square(0, 0, 10), ring(5, 10.0005, 8, 15, 2, 15)]],
    ['a ring through itself at a vertex', [ring(0, 0, 5, 5, 10, 0, 10, 10, 5, 5, 0, 10)]],
    ['a ring that comes near itself', [ring(0, 0, 20, 0, 20, 10, 10, 0.0004, 0, 10)]],
    ['discs that cross', [disc(0, 0, 100, 77), disc(150, 0, 100, 60)]],
    ['a late edge across an early one', [ring(0, 0, 100, 0, 100, 10, 90, 10, 90, 20, 80, 20, 80, 30, 70, 30, 70, -5, 60, -5, 60, 40, 0, 40)]],
  ])('%s', (_, rings) => {
    expect(haveContacts(rings)).toBe(true);
    expect(haveContacts(rings.map(turned))).toBe(true);
    expect(haveContacts(rings.toReversed())).toBe(true);
  });

  it('is found of a corner that comes just so near an edge, and not a little farther off, on whatever side', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 2 * Math.PI, noNaN: true }),
        fc.double({ min: 0.1, max: 0.9, noNaN: true }),
        fc.boolean(),
        (angle, along, isClockwise) => {
          const [east, north] = [Math.cos(angle), Math.sin(angle)];
          const at = (forward: number, off: number): readonly number[] => [10 * forward * east - off * north, 10 * forward * north + off * east];
          const below = [...at(0, 0), ...at(0, -5), ...at(1, -5), ...at(1, 0)];
          const arrow = (off: number): readonly number[] => [...at(along, off), ...at(along + 0.05, 3), ...at(along - 0.05, 3)];
          const wound = (corners: readonly number[]): PlanarRing =>
            ring(...(isClockwise ? corners.map((_, index) => corners[corners.length - 2 - 2 * Math.floor(index / 2) + (index % 2)]!) : corners));
          for (const [off, meets] of [[0.0009, true], [0.0011, false], [-1, true]] as const) {
            const rings = [wound(below), wound(arrow(off))];
            expect([haveContacts(rings), haveContacts(rings.toReversed())]).toEqual([meets, meets]);
          }
        },
      ),
    );
  });

  it('is found wherever it is, among many edges', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 90 }), fc.integer({ min: 0, max: 89 }), fc.boolean(), (corners, at, meets) => {
        const round = disc(0, 0, 1000, corners);
        const corner = 2 * (at % corners);
        const [x, y] = round.slice(corner, corner + 2);
        // A small square at the tip of one corner, or a metre outside it.
        const outwards = meets ? 1 : 1 + 8 / 1000;
        const rings = [round, square(x! * outwards - 1, y! * outwards - 1, 2)];
        expect(haveContacts(rings)).toBe(meets);
      }),
    );
  });
});

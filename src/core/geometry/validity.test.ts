import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { multiPolygonArea, multiPolygonBounds, signedRingArea } from './area';
import { intersection } from './booleans';
import type { PlanarMultiPolygon, PlanarPolygon, PlanarRing } from './shapes';
import { mend } from './validity';

const EAST = 583_000;
const NORTH = 6_640_000;

/** A ring of points in metres from a corner near the place. */
function ring(...points: readonly number[]): PlanarRing {
  return Float64Array.from(points, (value, index) => value + (index % 2 === 0 ? EAST : NORTH));
}

function rectangle(x: number, y: number, width: number, height: number): PlanarRing {
  return ring(x, y, x + width, y, x + width, y + height, x, y + height);
}

function hole(x: number, y: number, width: number, height: number): PlanarRing {
  return ring(x, y, x, y + height, x + width, y + height, x + width, y);
}

/** A simple polygon: points at random distances around a centre, by angle. */
const star = fc
  .array(fc.integer({ min: 20, max: 400 }), { minLength: 3, maxLength: 60 })
  .map((radii): PlanarPolygon => [
    ring(
      ...radii.flatMap((radius, index) => {
        const angle = (2 * Math.PI * index) / radii.length;
        return [radius * Math.cos(angle), radius * Math.sin(angle)];
      }),
    ),
  ]);

function expectValid(polygons: PlanarMultiPolygon): void {
  for (const [exterior, ...holes] of polygons) {
    expect(signedRingArea(exterior!)).toBeGreaterThan(0);
    for (const opening of holes) expect(signedRingArea(opening)).toBeLessThan(0);
  }
  expect(mend(polygons)).toEqual({ polygons, faults: [] });
}

describe('what is valid', () => {
  it.each<[string, PlanarMultiPolygon]>([
    ['a square', [[rectangle(0, 0, 100, 100)]]],
    ['collinear vertices', [[ring(0, 0, 50, 0, 100, 0, 100, 100, 0, 100)]]],
    ['a hole', [[rectangle(0, 0, 100, 100), hole(10, 10, 20, 20)]]],
    ['a hole that touches its exterior', [[rectangle(0, 0, 100, 100), ring(0, 50, 20, 70, 20, 50)]]],
    ['two holes that touch', [[rectangle(0, 0, 100, 100), hole(10, 10, 20, 20), hole(30, 30, 20, 20)]]],
    ['parts apart', [[rectangle(0, 0, 100, 100)], [rectangle(200, 0, 100, 100)]]],
    ['parts with a side in common', [[rectangle(0, 0, 100, 100)], [rectangle(100, 20, 100, 100)]]],
    ['an island in a hole', [[rectangle(0, 0, 100, 100), hole(10, 10, 80, 80)], [rectangle(20, 20, 20, 20)]]],
    ['a ring that touches itself', [[ring(0, 0, 100, 0, 50, 50, 100, 100, 0, 100, 50, 50)]]],
    ['nothing', []],
  ])('is handed back as it is: %s', (_, polygons) => {
    const mended = mend(polygons);
    expect(mended.polygons).toBe(polygons);
    expect(mended.faults).toEqual([]);
  });

  it('is handed back as it is, whatever its shape', () => {
    fc.assert(
      fc.property(star, (polygon) => {
        const polygons = [polygon];
        expect(mend(polygons).polygons).toBe(polygons);
      }),
    );
  });
});

describe('what crosses', () => {
  it('keeps both lobes of a bow tie', () => {
    const { polygons, faults } = mend([[ring(0, 0, 100, 100, 100, 0, 0, 100)]]);
    expect(faults).toEqual(['crossingEdges']);
    expect(polygons).toHaveLength(2);
    expect(multiPolygonArea(polygons)).toBeCloseTo(5000, 6);
    expectValid(polygons);
  });

  it('keeps both lobes where the crossing is at a vertex of the ring', () => {
    const { polygons, faults } = mend([[ring(0, 0, 50, 50, 100, 100, 100, 0, 50, 50, 0, 100)]]);
    expect(faults).toEqual(['crossingEdges']);
    expect(multiPolygonArea(polygons)).toBeCloseTo(5000, 6);
  });

  it('fills the middle of a five-pointed star, which goes round it twice', () => {
    const points = [0, 2, 4, 1, 3].flatMap((corner) => {
      const angle = (2 * Math.PI * corner) / 5;
      return [100 * Math.cos(angle), 100 * Math.sin(angle)];
    });
    const { polygons, faults } = mend([[ring(...points)]]);
    // Ten triangles from the centre to an outer and an inner corner.
    const inner = (100 * Math.cos((2 * Math.PI) / 5)) / Math.cos(Math.PI / 5);
    expect(faults).toEqual(['crossingEdges']);
    expect(polygons).toHaveLength(1);
    expect(multiPolygonArea(polygons)).toBeCloseTo(5 * 100 * inner * Math.sin(Math.PI / 5), 0);
  });

  it('opens a hole that is joined to its exterior by a cut', () => {
    const keyhole = ring(0, 0, 100, 0, 100, 100, 0, 100, 0, 50, 20, 50, 20, 80, 80, 80, 80, 20, 20, 20, 20, 50, 0, 50);
    const { polygons } = mend([[keyhole]]);
    expect(multiPolygonArea(polygons)).toBeCloseTo(10_000 - 3600, 6);
  });

  it('counts the ground of parts that overlap once', () => {
    const { polygons, faults } = mend([[rectangle(0, 0, 100, 100)], [rectangle(50, 0, 100, 100)]]);
    expect(faults).toEqual(['overlappingParts']);
    expect(polygons).toHaveLength(1);
    expect(multiPolygonArea(polygons)).toBeCloseTo(15_000, 6);
    const nested = mend([[rectangle(0, 0, 100, 100)], [rectangle(20, 20, 10, 10)]]);
    expect(nested.faults).toEqual(['overlappingParts']);
    expect(multiPolygonArea(nested.polygons)).toBe(10_000);
    const twice = mend([[rectangle(0, 0, 100, 100)], [rectangle(0, 0, 100, 100)]]);
    expect(multiPolygonArea(twice.polygons)).toBe(10_000);
  });

  it('leaves an overlap of less than a millionth alone', () => {
    const polygons = [[rectangle(0, 0, 100, 100)], [rectangle(99.999, 0, 100, 9)]];
    expect(mend(polygons).polygons).toBe(polygons);
    expect(mend([[rectangle(0, 0, 100, 100)], [rectangle(99.99, 0, 100, 100)]]).faults).toEqual(['overlappingParts']);
  });

  it('counts an overlap of some square metres once however large the parts are', () => {
    const { faults, polygons } = mend([[rectangle(0, 0, 5000, 5000)], [rectangle(4998, 0, 5000, 10)]]);
    expect(faults).toEqual(['overlappingParts']);
    expect(multiPolygonArea(polygons)).toBeCloseTo(5000 * 5000 + 5000 * 10 - 2 * 10, 1);
  });

  it('tells of a part without ground beside one with it', () => {
    const twist = ring(300, 0, 400, 0, 400, 0.0004, 300, 0.0004);
    const { faults, polygons } = mend([[rectangle(0, 0, 100, 100), hole(-10, -10, 120, 120)], [rectangle(200, 0, 50, 50)], [twist]]);
    expect(faults).toContain('withoutArea');
    expect(multiPolygonArea(polygons)).toBeCloseTo(2500, 6);
  });
});

describe('holes', () => {
  it.each<[string, PlanarRing[], number]>([
    ['outside the exterior are parts of their own', [hole(200, 0, 50, 50)], 12_500],
    ['across the exterior take what lies inside it', [hole(90, 0, 50, 50)], 10_000 - 500],
    ['over each other take their ground once', [hole(10, 10, 20, 20), hole(20, 20, 20, 20)], 10_000 - 700],
    ['in each other take their ground once', [hole(10, 10, 50, 50), hole(20, 20, 20, 20)], 10_000 - 2500],
  ])('%s', (_, holes, area) => {
    const { polygons, faults } = mend([[rectangle(0, 0, 100, 100), ...holes]]);
    expect(faults).toEqual(['misplacedHoles']);
    expect(multiPolygonArea(polygons)).toBeCloseTo(area, 6);
    expectValid(polygons);
  });

  it('are untangled before they are taken', () => {
    const { polygons, faults } = mend([[rectangle(0, 0, 100, 100), ring(20, 20, 60, 60, 60, 20, 20, 60)]]);
    expect(faults).toEqual(['crossingEdges']);
    expect(multiPolygonArea(polygons)).toBeCloseTo(10_000 - 800, 6);
  });

  it('of one part do not open another that lies under them', () => {
    const polygons = [[rectangle(0, 0, 100, 100)], [rectangle(200, 0, 50, 50), hole(20, 20, 20, 20)]];
    const mended = mend(polygons);
    expect(mended.faults).toEqual(['misplacedHoles', 'overlappingParts']);
    expect(multiPolygonArea(mended.polygons)).toBe(12_500);
  });

  it('keep a part that lies in another’s exterior but not in its hole out of the sum', () => {
    const polygons = [[rectangle(0, 0, 100, 100), hole(10, 10, 20, 20)], [rectangle(50, 50, 10, 10)]];
    const mended = mend(polygons);
    expect(mended.faults).toEqual(['overlappingParts']);
    expect(multiPolygonArea(mended.polygons)).toBe(10_000 - 400);
  });
});

describe('rings', () => {
  it('are turned the right way', () => {
    const { polygons, faults } = mend([[hole(0, 0, 100, 50), rectangle(10, 10, 20, 30)]]);
    expect(faults).toEqual([]);
    expect(polygons[0]![0]!.slice(0, 4)).toEqual(ring(100, 0, 100, 50));
    expect(multiPolygonArea(polygons)).toBe(5000 - 600);
    expectValid(polygons);
  });

  it('lose vertices that are repeated, at the seam too', () => {
    const { polygons, faults } = mend([[ring(0, 0, 100, 0, 100, 0, 100, 0, 100, 100, 0, 100, 0, 0)]]);
    expect(faults).toEqual(['repeatedVertices']);
    expect(polygons[0]![0]).toEqual(ring(100, 0, 100, 100, 0, 100, 0, 0));
  });

  it('lose spikes, of several vertices and at the seam too', () => {
    const corner = ring(0, 0, 100, 0, 100, 100, 150, 150, 200, 200, 150, 150, 100, 100, 0, 100);
    expect(mend([[corner]]).polygons[0]![0]).toEqual(rectangle(0, 0, 100, 100));
    expect(mend([[corner]]).faults).toContain('spikes');
    const along = ring(0, 0, 100, 0, 100, 100, 0, 100, 0, -40);
    expect(mend([[along]]).polygons[0]![0]).toEqual(rectangle(0, 0, 100, 100));
    const seam = ring(0, 200, 0, 0, 100, 0, 100, 100, 0, 100);
    expect(mend([[seam]]).polygons[0]![0]).toEqual(rectangle(0, 0, 100, 100));
  });

  it('keep a spit that is wider than a millimetre', () => {
    const polygons = [[ring(0, 0, 100, 0, 100, 100, 50.002, 100, 50, 150, 49.998, 100, 0, 100)]];
    expect(mend(polygons).polygons).toBe(polygons);
  });

  it.each<[string, PlanarRing]>([
    ['no vertices', ring()],
    ['one vertex', ring(1, 1)],
    ['two vertices', ring(0, 0, 10, 10)],
    ['vertices on a line', ring(0, 0, 10, 10, 30, 30, 20, 20)],
    ['a width of less than a millimetre', ring(0, 0, 100, 0, 50, 0.0005)],
  ])('are left out with %s', (_, empty) => {
    expect(mend([[empty]]).polygons).toEqual([]);
    expect(mend([[empty]]).faults).toContain('withoutArea');
    expect(mend([[rectangle(0, 0, 100, 100), empty]]).polygons).toEqual([[rectangle(0, 0, 100, 100)]]);
  });

  it('are left out when a coordinate is not a number, with their holes', () => {
    const broken = ring(0, 0, Number.NaN, 0, 100, 100);
    expect(mend([[broken, hole(10, 10, 5, 5)], [rectangle(0, 0, 1, 1)]])).toEqual({
      polygons: [[rectangle(0, 0, 1, 1)]],
      faults: ['notFinite'],
    });
    expect(mend([[ring(0, 0, Number.POSITIVE_INFINITY, 0, 100, 100)]]).polygons).toEqual([]);
  });

  it('that are missing leave a part out', () => {
    expect(mend([[]])).toEqual({ polygons: [], faults: ['withoutArea'] });
  });
});

describe('mending', () => {
  const point = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }));
  const anyRing = fc.array(point, { maxLength: 9 }).map((points) => ring(...points.flat().map((value) => 10 * value)));
  const anything = fc.array(fc.array(anyRing, { maxLength: 4 }), { maxLength: 4 });

  it('leaves nothing to mend but a millimetre along the rim, and stays within the bounds', () => {
    fc.assert(
      fc.property(anything, (polygons) => {
        const mended = mend(polygons).polygons;
        expect(Math.abs(multiPolygonArea(mend(mended).polygons) - multiPolygonArea(mended))).toBeLessThan(2);
        const before = multiPolygonBounds(polygons.flat().map((vertices) => [vertices]));
        const after = multiPolygonBounds(mended) ?? before;
        expect(after?.minX ?? 0).toBeGreaterThanOrEqual(before?.minX ?? 0);
        expect(after?.maxY ?? 0).toBeLessThanOrEqual(before?.maxY ?? 0);
        // Ground that is valid is whole: cut in two, it has the same area.
        const frame: PlanarMultiPolygon = [[rectangle(-1, -1, 203, 500)]];
        const rest: PlanarMultiPolygon = [[rectangle(202, -1, 500, 500)]];
        const halves = multiPolygonArea(intersection(mended, frame)) + multiPolygonArea(intersection(mended, rest));
        expect(Math.abs(halves - multiPolygonArea(mended))).toBeLessThan(2);
      }),
      { numRuns: 300 },
    );
  });
});

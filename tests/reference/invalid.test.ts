import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { multiPolygonArea } from '../../src/core/geometry/area';
import { intersection } from '../../src/core/geometry/booleans';
import { OverlayTree } from '../../src/core/geometry/overlayTree';
import type { PlanarMultiPolygon } from '../../src/core/geometry/shapes';
import { mend } from '../../src/core/geometry/validity';
import { areaOf, fromPolygons, intersectionOf, isValid, lengthOf, madeValid, using } from './geos';
import { CORNER, ring, SIDE, validPolygon } from './randomPolygons';
import { relativeError, TOLERANCE } from './relativeError';

/** Booleans move crossings to whole millimetres: that tells along the rim. */
const GRID_METRES = 0.001;

const ROUNDING_SQUARE_METRES = 1e-4;

/** Outlines with the faults that files and hands have, each as it may come. */
const faulty: readonly (readonly [kind: string, polygons: PlanarMultiPolygon])[] = [
  ['bow tie', [[ring(100, 100, 900, 800, 900, 100, 100, 800)]]],
  ['bow tie with uneven lobes', [[ring(100, 100, 900, 800, 900, 500, 100, 700)]]],
  ['crossing at a vertex', [[ring(0, 0, 500, 500, 1000, 1000, 1000, 0, 500, 500, 0, 1000)]]],
  ['five-pointed star', [[ring(500, 0, 800, 950, 0, 360, 1000, 360, 200, 950)]]],
  ['loop on an edge', [[ring(0, 0, 600, 0, 600, -100, 500, -100, 500, 100, 1000, 100, 1000, 900, 0, 900)]]],
  ['sliver', [[ring(0, 0, 1500, 0.02, 1500, 0.04)]]],
  ['sliver that crosses itself', [[ring(0, 0, 1500, 0.5, 1500, 0, 0, 0.5)]]],
  ['spike outwards', [[ring(0, 0, 800, 0, 800, 800, 1400, 1400, 800, 800, 0, 800)]]],
  ['spike inwards', [[ring(0, 0, 800, 0, 800, 800, 400, 400, 800, 800, 0, 800)]]],
  ['duplicated vertices', [[ring(0, 0, 0, 0, 800, 0, 800, 0, 800, 0, 800, 800, 0, 800, 0, 800)]]],
  ['collinear vertices', [[ring(0, 0, 200, 0, 400, 0, 800, 0, 800, 800, 400, 800, 0, 800)]]],
  ['clockwise exterior', [[ring(0, 0, 0, 800, 800, 800, 800, 0)]]],
  ['counter-clockwise hole', [[ring(0, 0, 800, 0, 800, 800, 0, 800), ring(100, 100, 300, 100, 300, 300, 100, 300)]]],
  ['hole that touches at a vertex', [[ring(0, 0, 800, 0, 800, 800, 0, 800), ring(0, 400, 200, 500, 200, 300)]]],
  ['hole along an edge', [[ring(0, 0, 800, 0, 800, 800, 0, 800), ring(0, 200, 0, 400, 100, 400, 100, 200)]]],
  ['holes that touch', [[ring(0, 0, 800, 0, 800, 800, 0, 800), ring(100, 100, 100, 300, 300, 300, 300, 100), ring(300, 300, 300, 500, 500, 500, 500, 300)]]],
  ['holes that overlap', [[ring(0, 0, 800, 0, 800, 800, 0, 800), ring(100, 100, 100, 300, 300, 300, 300, 100), ring(200, 200, 200, 500, 500, 500, 500, 200)]]],
  ['hole outside', [[ring(0, 0, 800, 0, 800, 800, 0, 800), ring(900, 100, 900, 300, 1100, 300, 1100, 100)]]],
  ['hole across the exterior', [[ring(0, 0, 800, 0, 800, 800, 0, 800), ring(700, 100, 700, 300, 1100, 300, 1100, 100)]]],
  ['hole as large as its exterior', [[ring(0, 0, 800, 0, 800, 800, 0, 800), ring(0, 0, 0, 800, 800, 800, 800, 0)]]],
  ['crossed hole', [[ring(0, 0, 800, 0, 800, 800, 0, 800), ring(100, 100, 700, 500, 700, 100, 100, 500)]]],
  ['parts that overlap', [[ring(0, 0, 800, 0, 800, 800, 0, 800)], [ring(400, 400, 1200, 400, 1200, 1200, 400, 1200)]]],
  ['part within a part', [[ring(0, 0, 800, 0, 800, 800, 0, 800)], [ring(200, 200, 400, 200, 400, 400, 200, 400)]]],
  ['parts with a side in common', [[ring(0, 0, 800, 0, 800, 800, 0, 800)], [ring(800, 100, 1200, 100, 1200, 500, 800, 500)]]],
  ['the same part twice', [[ring(0, 0, 800, 0, 800, 800, 0, 800)], [ring(0, 0, 800, 0, 800, 800, 0, 800)]]],
  ['island in a hole', [[ring(0, 0, 800, 0, 800, 800, 0, 800), ring(100, 100, 100, 700, 700, 700, 700, 100)], [ring(300, 300, 500, 300, 500, 500, 300, 500)]]],
];

const bounds = { minX: CORNER.x - 500, minY: CORNER.y - 500, maxX: CORNER.x + SIDE + 500, maxY: CORNER.y + SIDE + 500 };

function overlayArea(subject: PlanarMultiPolygon, layer: PlanarMultiPolygon): number {
  const { masks, areas } = new OverlayTree(bounds, [{ polygons: [layer] }]).overlay(subject);
  return areas.reduce((sum, area, index) => (masks[index] === 1 ? sum + area : sum), 0);
}

describe('against GEOS’ MakeValid by structure', () => {
  it.each(faulty)('%s: mended to valid ground of the same area', (_, polygons) => {
    const raw = fromPolygons(polygons);
    const valid = madeValid(raw);
    const ours = fromPolygons(mend(polygons).polygons);
    using([raw, valid, ours], () => {
      expect(relativeError(multiPolygonArea(mend(polygons).polygons), areaOf(valid), 1e-6)).toBeLessThan(TOLERANCE);
      const merged = madeValid(ours);
      expect(using([merged], () => areaOf(merged))).toBeCloseTo(areaOf(ours), 6);
    });
  });

  it.each(faulty)('%s: overlaid and cut as valid ground is', (_, polygons) => {
    const mended = mend(polygons).polygons;
    fc.assert(
      fc.property(validPolygon, (subject) => {
        const raw = fromPolygons(polygons);
        const valid = madeValid(raw);
        const other = fromPolygons([subject]);
        const common = intersectionOf(valid, other);
        const [reference, rim] = using([raw, valid, other, common], () => [areaOf(common), lengthOf(common)] as const);
        const cut = multiPolygonArea(intersection(mended, [subject]));
        expect(relativeError(cut, reference, GRID_METRES * rim)).toBeLessThan(TOLERANCE);
        expect(relativeError(overlayArea([subject], mended), reference, ROUNDING_SQUARE_METRES)).toBeLessThan(TOLERANCE);
        expect(relativeError(overlayArea(mended, [subject]), reference, ROUNDING_SQUARE_METRES)).toBeLessThan(TOLERANCE);
      }),
      { numRuns: 12 },
    );
  });

  it('random rings that cross themselves have the same area', () => {
    const point = fc.tuple(fc.integer({ min: 0, max: SIDE }), fc.integer({ min: 0, max: SIDE }));
    fc.assert(
      fc.property(fc.array(point, { minLength: 3, maxLength: 12 }), (points) => {
        const polygons = [[ring(...points.flat())]];
        const raw = fromPolygons(polygons);
        const valid = madeValid(raw);
        const reference = using([raw, valid], () => areaOf(valid));
        expect(relativeError(multiPolygonArea(mend(polygons).polygons), reference, 1)).toBeLessThan(TOLERANCE);
      }),
      { numRuns: 300 },
    );
  });

  it('what is mended is valid, but for parts that touch along a side', () => {
    const touching = new Set(['parts with a side in common', 'hole along an edge', 'hole that touches at a vertex']);
    for (const [kind, polygons] of faulty.filter(([name]) => !touching.has(name))) {
      const ours = fromPolygons(mend(polygons).polygons);
      expect([kind, using([ours], () => isValid(ours))]).toEqual([kind, true]);
    }
  });
});

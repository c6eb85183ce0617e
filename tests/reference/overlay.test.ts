import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OverlayTree } from '../../src/core/geometry/overlayTree';
import type { PlanarMultiPolygon } from '../../src/core/geometry/shapes';
import { areaOf, differenceOf, fromPolygons, intersectionOf, unionOf, using, type GeosGeometry } from './geos';
import { CORNER, SIDE, validPolygon } from './randomPolygons';
import { relativeError, TOLERANCE } from './relativeError';

const ROUNDING_SQUARE_METRES = 1e-4;

const bounds = { minX: CORNER.x - 600, minY: CORNER.y - 600, maxX: CORNER.x + SIDE + 600, maxY: CORNER.y + SIDE + 600 };

const anyLayer = fc.array(validPolygon, { minLength: 1, maxLength: 8 });

/** Area of the subject by the first of the layers that covers it, and at the end what none does. */
function referenceByPrecedence(subject: PlanarMultiPolygon, layers: readonly PlanarMultiPolygon[]): readonly number[] {
  const made: GeosGeometry[] = [];
  const keep = (geometry: GeosGeometry): GeosGeometry => {
    made.push(geometry);
    return geometry;
  };
  return using(made, () => {
    let rest = keep(fromPolygons(subject));
    const areas = layers.map((layer) => {
      const ground = keep(unionOf(keep(fromPolygons(layer))));
      const covered = areaOf(keep(intersectionOf(rest, ground)));
      rest = keep(differenceOf(rest, ground));
      return covered;
    });
    return [...areas, areaOf(rest)];
  });
}

describe('the overlay of all layers at once, against GEOS', () => {
  it('gives each class, by precedence, the same area', () => {
    fc.assert(
      fc.property(fc.array(anyLayer, { minLength: 1, maxLength: 5 }), validPolygon, (layers, subject) => {
        const tree = new OverlayTree(bounds, layers.map((layer) => ({ polygons: layer.map((polygon) => [polygon]) })));
        const { masks, areas } = tree.overlay([subject]);
        const ours = Array.from({ length: layers.length + 1 }, () => 0);
        masks.forEach((mask, index) => {
          const first = layers.findIndex((_, layer) => (mask & (1 << layer)) !== 0);
          ours[first < 0 ? layers.length : first]! += areas[index]!;
        });
        const reference = referenceByPrecedence([subject], layers);
        expect(ours.map((area, index) => relativeError(area, reference[index]!, ROUNDING_SQUARE_METRES) < TOLERANCE)).toEqual(
          reference.map(() => true),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('tells patches apart', () => {
    const columns = fc.array(validPolygon, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(columns, validPolygon, (polygons, subject) => {
        // In a column of its own each, a tenth as wide, so that patches do not overlap.
        const patches = polygons.map((polygon, column) => [
          polygon.map((ring) =>
            ring.map((value, index) => (index % 2 === 0 ? CORNER.x + 400 * column + (value - CORNER.x + 500) / 10 : value)),
          ),
        ]);
        const tree = new OverlayTree(bounds, [{ polygons: patches }], 0);
        const found = tree.overlay([subject]);
        const other = fromPolygons([subject]);
        const reference = using([other], () =>
          patches.map((patch) => {
            const geometry = fromPolygons(patch);
            const common = intersectionOf(geometry, other);
            return using([geometry, common], () => areaOf(common));
          }),
        );
        reference.forEach((area, patch) => {
          const ours = found.areas.reduce((sum, part, index) => (found.patches[index] === patch ? sum + part : sum), 0);
          expect(relativeError(ours, area, ROUNDING_SQUARE_METRES)).toBeLessThan(TOLERANCE);
        });
      }),
      { numRuns: 100 },
    );
  });
});

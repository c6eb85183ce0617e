import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addedGreen, measuresOf } from '../../../tests/support/measures';
import { developmentArea, PlaceBuilder, rectangle, scenarioOf } from '../../../tests/support/placeBuilder';
import type { LonLatMultiPolygon } from '../geometry/shapes';
import { createEvaluator } from './evaluator';

const FARMLAND = rectangle(3000, 0, 500, 1000);
const WATER = rectangle(1500, 1500, 300, 300);
const MARKA = rectangle(0, 3600, 4000, 400);

/** A place with this green. */
const placeWith = (green: readonly LonLatMultiPolygon[]) =>
  createEvaluator(
    new PlaceBuilder()
      .withPolygons('farmland', [FARMLAND])
      .withPolygons('green', green)
      .withPolygons('water', [WATER])
      .withPolygons('marka', [MARKA])
      .withStation('stasjon', 500, 500)
      .withResidents(3000, 3000, 100)
      .build(),
  );

// On a coarse grid parks touch, overlap and cut green and Marka often; off the lattice points, so that no cell is a tie.
const metres = (min: number, max: number) => fc.integer({ min: min / 50, max: max / 50 }).map((step) => 50 * step + 3);
const green = fc
  .record({ x: metres(0, 3500), y: metres(0, 3800), width: metres(50, 400), height: metres(50, 400) })
  .map(({ x, y, width, height }) => rectangle(x, y, width, height));

describe('added green', () => {
  it('makes the network, the land account and the green nearby that the same green in the data set would', () => {
    const areas = scenarioOf([
      developmentArea('felt-1', rectangle(700, 2000, 300, 100), 300, { developableShare: 0.7 }),
      developmentArea('felt-2', rectangle(2000, 600, 500, 500), 100),
    ]);
    fc.assert(
      fc.property(fc.array(green, { minLength: 1, maxLength: 8 }), fc.array(green, { minLength: 1, maxLength: 3 }), (own, parks) => {
        const measures = measuresOf(...parks.map((park, index) => addedGreen(`park-${index}`, park)));
        const drawn = placeWith(own).assess({ ...areas, measures });
        const mapped = placeWith([...own, ...parks]).assess(areas);
        const [one, other] = [drawn.green.connectivity!, mapped.green.connectivity!];
        expect(Math.abs(one.squaredArea / other.squaredArea - 1)).toBeLessThan(1e-6);
        expect(one.areas.filter((area) => area > 0)).toHaveLength(other.areas.filter((area) => area > 0).length);
        // The mapped place measures its loss against the green with the parks in it, so that B3 itself differs.
        const parts = (assessment: typeof drawn) => new Map(assessment.evaluation.blueGreen.parts.map(({ id, value }) => [id, value]));
        expect(parts(drawn).get('B5')).toBeCloseTo(parts(mapped).get('B5')!, 6);
        expect(parts(drawn).get('B2')).toBeCloseTo(parts(mapped).get('B2')!, 3);
      }),
      { numRuns: 40 },
    );
  });
});

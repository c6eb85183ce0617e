import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { multiPolygonArea } from '../geometry/area';
import { latticePoints } from '../geometry/lattice';
import { LatticeRaster } from '../geometry/latticeFrame';
import type { PlanarMultiPolygon } from '../geometry/shapes';
import { LATTICE_METRES } from '../method/parameters';
import { connectedGroups } from './greenGroups';
import { nearbyGreenWithout } from './greenLeft';
import { nearbyGreen, shareNearGreen, type NearbyGreen } from './nearbyGreen';
import { ResidentsOnLattice } from './residentsOnLattice';

const BOUNDS = { minX: 0, minY: 0, maxX: 3000, maxY: 3000 };

function rectangle(x: number, y: number, width: number, height: number): PlanarMultiPolygon {
  return [[Float64Array.of(x, y, x + width, y, x + width, y + height, x, y + height)]];
}

const pieces = [rectangle(1000, 1000, 600, 400), rectangle(500, 500, 100, 100), rectangle(1000, 2000, 100, 60)];
const groups = connectedGroups(pieces.flat(), []);
const land = new LatticeRaster(BOUNDS, LATTICE_METRES);
land.cover(rectangle(0, 0, 3000, 3000), 1);
const byGroup = Float64Array.from(groups, ({ polygons }) => multiPolygonArea(polygons));
const whole = nearbyGreen({ groups, marka: [] }, { byGroup, marka: 0 }, { bounds: BOUNDS, farmland: [], lakes: [] }, land);

function without(...taken: readonly PlanarMultiPolygon[]): NearbyGreen {
  return nearbyGreenWithout(whole, taken.map((outline) => latticePoints(outline, LATTICE_METRES)));
}

describe('residents by where they live', () => {
  it('weigh as many as they are, and have nothing nearby outside the bounds', () => {
    const points = Float64Array.of(1012.5, 1012.5, 2512.5, 1012.5, -500, -500);
    const residents = new ResidentsOnLattice(whole.frame, { points, weights: Float64Array.of(3, 1, 4), total: 8 });
    expect(residents.sharesNear(whole)).toEqual([3 / 8, 3 / 8]);
  });

  it('are none where nobody lives', () => {
    const nobody = new ResidentsOnLattice(whole.frame, { points: new Float64Array(0), weights: new Float64Array(0), total: 0 });
    expect(nobody.sharesNear(whole)).toEqual([0, 0]);
  });

  it('lose what is taken, and nothing else', () => {
    const points = Float64Array.of(1087.5, 2012.5, 512.5, 512.5);
    const residents = new ResidentsOnLattice(whole.frame, { points, weights: Float64Array.of(1, 3), total: 4 });
    expect(residents.sharesNear(without(rectangle(1000, 2000, 75, 60)))).toEqual([0.75, 0]);
    expect(residents.sharesNear(whole)).toEqual([1, 0]);
  });

  it('have nearby what each of them has, whatever is taken, in whatever order, to the last digit', () => {
    const box = fc.record({ x: fc.integer({ min: 400, max: 1700 }), y: fc.integer({ min: 400, max: 2100 }), size: fc.integer({ min: 50, max: 500 }) });
    const points = latticePoints(rectangle(300, 300, 1800, 2200), 50);
    const weights = Float64Array.from({ length: points.length / 2 }, (_, resident) => 0.1 + (resident % 7) / 3);
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    fc.assert(
      fc.property(fc.array(box, { maxLength: 4 }), (boxes) => {
        const taken = boxes.map(({ x, y, size }) => rectangle(x, y, size, size));
        const left = without(...taken);
        const expected = [0, 0];
        weights.forEach((weight, resident) => {
          shareNearGreen(left, points.slice(2 * resident, 2 * resident + 2)).forEach((share, size) => (expected[size]! += share * weight));
        });
        const shares = new ResidentsOnLattice(whole.frame, { points, weights, total }).sharesNear(left);
        shares.forEach((share, size) => expect(share).toBeCloseTo(expected[size]! / total, 9));
        const other = new ResidentsOnLattice(whole.frame, { points, weights, total }).sharesNear(without(...taken.toReversed()));
        expect(other).toEqual(shares);
      }),
      { numRuns: 20 },
    );
  });
});

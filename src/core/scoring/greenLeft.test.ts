import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { multiPolygonArea } from '../geometry/area';
import { latticePoints } from '../geometry/lattice';
import { LatticeRaster } from '../geometry/latticeFrame';
import type { PlanarMultiPolygon } from '../geometry/shapes';
import { LATTICE_METRES } from '../method/parameters';
import { connectedGroups } from './greenGroups';
import { GreenLeft, type BuiltArea } from './greenLeft';
import { nearbyGreen, type NearbyGreen } from './nearbyGreen';

const BOUNDS = { minX: 0, minY: 0, maxX: 3000, maxY: 3000 };

function rectangle(x: number, y: number, width: number, height: number): PlanarMultiPolygon {
  return [[Float64Array.of(x, y, x + width, y, x + width, y + height, x, y + height)]];
}

function area(outline: PlanarMultiPolygon, developableShare = 1): BuiltArea {
  return { area: { developableShare }, ground: { lattice: latticePoints(outline, LATTICE_METRES) } };
}

const pieces = [rectangle(1000, 1000, 600, 400), rectangle(500, 500, 100, 100), rectangle(1000, 2000, 100, 60)];
const groups = connectedGroups(pieces.flat(), []);
const land = new LatticeRaster(BOUNDS, LATTICE_METRES);
land.cover(rectangle(0, 0, 3000, 3000), 1);
const byGroup = Float64Array.from(groups, ({ polygons }) => multiPolygonArea(polygons));
const whole: NearbyGreen = nearbyGreen({ groups, marka: [] }, { byGroup, marka: 0 }, { bounds: BOUNDS, farmland: [], lakes: [] }, land);

describe('the green that is left', () => {
  const onGreen = area(rectangle(1000, 1000, 300, 400));
  const beside = area(rectangle(100, 100, 200, 200));

  it('is all of it when no area is given dwellings, or little of those that are is built on', () => {
    expect(new GreenLeft(whole).under([onGreen], Float64Array.of(0))).toBe(whole);
    expect(new GreenLeft(whole).under([area(rectangle(1000, 1000, 300, 400), 0.5)], Float64Array.of(9))).toBe(whole);
  });

  it('is the same object again as long as the same green is taken', () => {
    const left = new GreenLeft(whole);
    expect(left.under([beside], Float64Array.of(9))).toBe(whole);
    const less = left.under([beside, onGreen], Float64Array.of(9, 9));
    expect(less).not.toBe(whole);
    expect(left.under([beside, onGreen], Float64Array.of(3, 5))).toBe(less);
    expect(left.under([beside, onGreen], Float64Array.of(0, 5))).toBe(less);
    expect(left.under([beside, area(rectangle(1002, 1002, 300, 400))], Float64Array.of(5, 5))).toBe(less);
    expect(left.under([beside, area(rectangle(1025, 1000, 300, 400))], Float64Array.of(5, 5))).not.toBe(less);
    expect(left.under([beside], Float64Array.of(5))).toBe(whole);
  });

  it('is the same however one got there', () => {
    const box = fc.record({ x: fc.integer({ min: 900, max: 1700 }), y: fc.integer({ min: 900, max: 2100 }), size: fc.integer({ min: 50, max: 500 }) });
    const plan = fc.array(box, { maxLength: 4 }).map((boxes) => boxes.map(({ x, y, size }) => area(rectangle(x, y, size, size))));
    fc.assert(
      fc.property(plan, plan, (first, second) => {
        const given = new Float64Array(4).fill(1);
        const direct = new GreenLeft(whole).under(second, given);
        const changing = new GreenLeft(whole);
        changing.under(first, given);
        const onWay = changing.under(second, given);
        expect([...onWay.pieceAreas]).toEqual([...direct.pieceAreas]);
        expect(onWay.cellBits.findIndex((bits, cell) => bits !== direct.cellBits[cell])).toBe(-1);
      }),
      { numRuns: 20 },
    );
  });
});

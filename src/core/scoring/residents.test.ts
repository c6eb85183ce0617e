import { describe, expect, it } from 'vitest';
import { ORIGIN, PlaceBuilder, rectangle, TOWN } from '../../../tests/support/placeBuilder';
import type { PopulationCell } from '../domain/dataset';
import { identifier, type TownId } from '../domain/identifiers';
import type { Town } from '../domain/town';
import { LatticeRaster } from '../geometry/latticeFrame';
import { planarToStatisticsGrid, toPlanarMultiPolygon } from '../geometry/projection';
import type { LonLatMultiPolygon, PlanarBounds } from '../geometry/shapes';
import { LATTICE_METRES } from '../method/parameters';
import { locateResidents, type Residents } from './residents';
import { residentsByTown } from './residentsByTown';

const BOUNDS: PlanarBounds = { minX: ORIGIN.x - 500, minY: ORIGIN.y - 500, maxX: ORIGIN.x + 3000, maxY: ORIGIN.y + 3000 };

function cell(x: number, y: number, residents: number, sizeMetres = 250): PopulationCell {
  const { x: eastMetres, y: northMetres } = planarToStatisticsGrid({ x: ORIGIN.x + x, y: ORIGIN.y + y });
  return { eastMetres, northMetres, sizeMetres, residents };
}

function raster(outline: LonLatMultiPolygon): LatticeRaster {
  const covered = new LatticeRaster(BOUNDS, LATTICE_METRES);
  covered.cover(toPlanarMultiPolygon(outline), 1);
  return covered;
}

function locate(cells: readonly PopulationCell[], municipality: LonLatMultiPolygon, land: LonLatMultiPolygon): Residents {
  return locateResidents(cells, { municipality: raster(municipality), land: raster(land) }, toPlanarMultiPolygon(municipality));
}

/** Points in metres from the place's corner. */
const pointsOf = ({ points }: Residents): readonly (readonly [number, number])[] =>
  Array.from({ length: points.length / 2 }, (_, index) => [points[2 * index]! - ORIGIN.x, points[2 * index + 1]! - ORIGIN.y] as const);

const sum = (weights: Float64Array): number => weights.reduce((total, weight) => total + weight, 0);

describe('residents of a cell', () => {
  const everywhere = rectangle(-500, -500, 3500, 3500);

  it('live evenly over all of it where all is land of the municipality', () => {
    const residents = locate([cell(1000, 1000, 50)], everywhere, everywhere);
    expect(residents.total).toBe(50);
    expect(sum(residents.weights)).toBeCloseTo(50, 9);
    expect(new Set(residents.weights).size).toBe(1);
    // Cells of the national grid stand a few degrees askew here: about 100 lattice points of 25 m lie in one of 250 m.
    expect(residents.weights.length).toBeGreaterThan(90);
    expect(residents.weights.length).toBeLessThan(110);
    const points = pointsOf(residents);
    const mean = (axis: 0 | 1): number => points.reduce((total, point) => total + point[axis], 0) / points.length;
    const centre = { x: 1125, y: 1125 };
    expect(Math.abs(mean(0) - centre.x)).toBeLessThan(25);
    expect(Math.abs(mean(1) - centre.y)).toBeLessThan(25);
  });

  it('live on its land', () => {
    const residents = locate([cell(1000, 1000, 50)], everywhere, rectangle(0, 0, 1100, 3000));
    expect(residents.total).toBe(50);
    expect(sum(residents.weights)).toBeCloseTo(50, 9);
    expect(Math.max(...pointsOf(residents).map(([x]) => x))).toBeLessThan(1100);
  });

  it('live inside the municipality', () => {
    const residents = locate([cell(1000, 1000, 50)], rectangle(0, 0, 3000, 1100), everywhere);
    expect(sum(residents.weights)).toBeCloseTo(50, 9);
    expect(Math.max(...pointsOf(residents).map(([, y]) => y))).toBeLessThan(1100);
  });

  it('live anywhere in it inside the municipality where none of that is land', () => {
    const residents = locate([cell(1000, 1000, 50)], rectangle(0, 0, 3000, 1100), rectangle(0, 1200, 3000, 500));
    expect(residents.weights.length).toBeGreaterThan(20);
    expect(sum(residents.weights)).toBeCloseTo(50, 9);
    expect(Math.max(...pointsOf(residents).map(([, y]) => y))).toBeLessThan(1100);
  });

  it('live at one point of the municipality’s part where that holds no lattice point', () => {
    const residents = locate([cell(1000, 1000, 50)], rectangle(1120, 0, 10, 1130), everywhere);
    const [only] = pointsOf(residents);
    expect(residents.weights).toEqual(Float64Array.of(50));
    expect(only![0]).toBeCloseTo(1125, 0);
    expect(only![1]).toBeGreaterThan(990);
    expect(only![1]).toBeLessThan(1130);
  });

  it('live in the middle of a cell outside the municipality', () => {
    const residents = locate([cell(1000, 1000, 50)], rectangle(0, 0, 500, 500), everywhere);
    expect(residents.weights).toEqual(Float64Array.of(50));
    expect(Math.hypot(pointsOf(residents)[0]![0] - 1125, pointsOf(residents)[0]![1] - 1125)).toBeLessThan(25);
  });

  it('are nobody where nobody lives', () => {
    expect(locate([cell(0, 0, 0), cell(500, 0, -3), cell(1000, 1000, 7, 100)], everywhere, everywhere).total).toBe(7);
    expect(locate([], everywhere, everywhere)).toEqual({ points: new Float64Array(), weights: new Float64Array(), total: 0 });
  });
});

describe('residents by town', () => {
  const towns: readonly Town[] = [
    { id: TOWN, name: 'Byen', anchors: [], outline: rectangle(0, 0, 1000, 1000) },
    { id: identifier<TownId>('bygda'), name: 'Bygda', anchors: [], outline: rectangle(800, 0, 1000, 1000) },
  ];
  const at = (...places: readonly (readonly [x: number, y: number, weight: number])[]): Residents => ({
    points: Float64Array.from(places.flatMap(([x, y]) => [ORIGIN.x + x, ORIGIN.y + y])),
    weights: Float64Array.from(places.map(([, , weight]) => weight)),
    total: places.reduce((total, [, , weight]) => total + weight, 0),
  });

  it('are those whose lattice cell the town holds; of the first that does, and else of those outside, who come last', () => {
    const groups = residentsByTown(at([112.5, 112.5, 3], [912.5, 512.5, 5], [1512.5, 512.5, 7], [2500, 2500, 11], [112.5, 512.5, 13]), towns);
    expect(groups.map(({ town, residents }) => [town, residents.total, [...residents.weights], pointsOf(residents)])).toEqual([
      [TOWN, 21, [3, 5, 13], [[112.5, 112.5], [912.5, 512.5], [112.5, 512.5]]],
      ['bygda', 7, [7], [[1512.5, 512.5]]],
      [null, 11, [11], [[2500, 2500]]],
    ]);
  });

  it('are nobody in every group when there are none', () => {
    expect(residentsByTown(at(), towns).map(({ town, residents }) => [town, residents.total, residents.points.length])).toEqual([
      [TOWN, 0, 0],
      ['bygda', 0, 0],
      [null, 0, 0],
    ]);
  });

  it('are all outside where there are no towns', () => {
    expect(residentsByTown(at([100, 100, 4]), []).map(({ town, residents }) => [town, residents.total])).toEqual([[null, 4]]);
    expect(new PlaceBuilder().build().towns).toHaveLength(1);
  });
});

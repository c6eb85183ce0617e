import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { multiPolygonArea } from '../geometry/area';
import { latticePoints } from '../geometry/lattice';
import { LatticeRaster } from '../geometry/latticeFrame';
import type { PlanarMultiPolygon } from '../geometry/shapes';
import { LATTICE_METRES } from '../method/parameters';
import { connectedGroups } from './greenGroups';
import { nearbyGreenWithout } from './greenLeft';
import { distancesToGreen, nearbyGreen, shareNearGreen, type NearbyGreen } from './nearbyGreen';

const BOUNDS = { minX: 0, minY: 0, maxX: 3000, maxY: 3000 };

function rectangle(x: number, y: number, width: number, height: number): PlanarMultiPolygon {
  return [[Float64Array.of(x, y, x + width, y, x + width, y + height, x, y + height)]];
}

interface Spared {
  readonly farmland?: PlanarMultiPolygon;
  readonly marka?: PlanarMultiPolygon;
  readonly land?: PlanarMultiPolygon;
}

function greenOf(pieces: readonly PlanarMultiPolygon[], { farmland = [], marka = [], land: dry = rectangle(0, 0, 3000, 3000) }: Spared = {}): NearbyGreen {
  const groups = connectedGroups(pieces.flat(), marka);
  const land = new LatticeRaster(BOUNDS, LATTICE_METRES);
  land.cover(dry, 1);
  const byGroup = Float64Array.from(groups, ({ polygons }) => multiPolygonArea(polygons));
  return nearbyGreen({ groups, marka }, { byGroup, marka: multiPolygonArea(marka) }, { bounds: BOUNDS, farmland, lakes: [] }, land);
}

function without(green: NearbyGreen, taken: readonly PlanarMultiPolygon[]): NearbyGreen {
  return nearbyGreenWithout(green, taken.map((outline) => latticePoints(outline, 25)));
}

/** For each size the distances from the middles of all cells, metres. */
function distancesOf(green: NearbyGreen): readonly Float64Array[] {
  const middles: number[] = [];
  green.frame.visitCells(rectangle(-500, -500, 5000, 5000), (_, column, row) => middles.push(25 * column + 12.5, 25 * row + 12.5));
  return distancesToGreen(green, Float64Array.from(middles));
}

/** For each cell the distance from its middle to that of the nearest one in a piece that counts, metres: the slow way, as far as `reach` and a cell more. */
function distancesToCells({ frame, pieces }: NearbyGreen, isTaken: ReadonlySet<number>, counts: (piece: number) => boolean, reach: number): readonly number[] {
  const columns = frame.whole.toColumn - frame.whole.fromColumn;
  const distances = Array.from(pieces, () => Infinity);
  const cellsOver = Math.ceil(reach / 25) + 1;
  pieces.forEach((piece, cell) => {
    if (piece < 0 || isTaken.has(cell) || !counts(piece)) return;
    const [ownRow, ownColumn] = [Math.floor(cell / columns), cell % columns];
    for (let row = Math.max(0, ownRow - cellsOver); row <= ownRow + cellsOver; row += 1) {
      for (let column = Math.max(0, ownColumn - cellsOver); column <= Math.min(columns - 1, ownColumn + cellsOver); column += 1) {
        const other = row * columns + column;
        if (other < distances.length) distances[other] = Math.min(distances[other]!, 25 * Math.hypot(row - ownRow, column - ownColumn));
      }
    }
  });
  return distances;
}

describe('green nearby', () => {
  it('is within 200 m walk of 5 daa: 153.8 m as the crow flies, to the lattice', () => {
    const green = greenOf([rectangle(1000, 1000, 100, 50)]);
    const at = (x: number) => shareNearGreen(green, Float64Array.of(x, 1012.5))[0];
    expect(at(1012.5)).toBe(1);
    expect(at(1100 + 137.5)).toBe(1);
    expect(at(1100 + 162.5)).toBe(0);
  });

  it('asks 200 daa for the longer walk', () => {
    const point = Float64Array.of(1012.5, 1400 + 362.5);
    expect(shareNearGreen(greenOf([rectangle(1000, 1000, 400, 400)]), point)).toEqual([0, 0]);
    const large = greenOf([rectangle(1000, 1000, 500, 400)]);
    expect(shareNearGreen(large, point)).toEqual([0, 1]);
    expect(shareNearGreen(large, Float64Array.of(1012.5, 1400 + 387.5))).toEqual([0, 0]);
  });

  it('adds up polygons that lie together, with Marka too', () => {
    const halves = [rectangle(1000, 1000, 50, 50), rectangle(1050, 1000, 50, 50)];
    const point = Float64Array.of(1012.5, 1012.5);
    expect(shareNearGreen(greenOf([halves[0]!]), point)[0]).toBe(0);
    expect(shareNearGreen(greenOf(halves), point)[0]).toBe(1);
    expect(shareNearGreen(greenOf([halves[0]!], { marka: rectangle(1050, 1000, 500, 500) }), point)).toEqual([1, 1]);
  });

  it('is not farmland', () => {
    const green = greenOf([rectangle(1000, 1000, 400, 100)], { farmland: rectangle(1000, 1000, 400, 100) });
    expect(shareNearGreen(green, Float64Array.of(1012.5, 1012.5))[0]).toBe(0);
  });

  it('is not at sea', () => {
    const green = greenOf([rectangle(1000, 1000, 400, 100)], { land: rectangle(0, 0, 1200, 3000) });
    const at = (x: number) => shareNearGreen(green, Float64Array.of(x, 1012.5))[0];
    expect([at(1187.5 + 150), at(1187.5 + 200)]).toEqual([1, 0]);
  });

  it('is near none of no points', () => {
    expect(shareNearGreen(greenOf([rectangle(1000, 1000, 100, 100)]), new Float64Array(0))).toEqual([0, 0]);
  });

  it('is nothing outside its bounds', () => {
    const green = greenOf([rectangle(1000, 1000, 100, 100)]);
    const points = Float64Array.of(1012.5, 1012.5, 2012.5, 1012.5, -500, -500);
    expect(shareNearGreen(green, points)[0]).toBeCloseTo(1 / 3, 12);
    expect(distancesToGreen(green, Float64Array.of(-500, -500))[0]![0]).toBe(Infinity);
  });

  it('lies at the distance of its edge, give or take half a lattice spacing, as far as anyone walks', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 500, max: 1500 }),
        fc.integer({ min: 500, max: 1500 }),
        fc.integer({ min: 100, max: 500 }),
        fc.integer({ min: 0, max: 119 }),
        fc.integer({ min: 0, max: 119 }),
        (west, south, size, column, row) => {
          const x = 12.5 + 25 * column;
          const y = 12.5 + 25 * row;
          const [distances] = distancesToGreen(greenOf([rectangle(west, south, size, size)]), Float64Array.of(x, y));
          const exact = Math.hypot(Math.max(0, west - x, x - west - size), Math.max(0, south - y, y - south - size));
          // Beyond any walk, green is as good as nowhere.
          expect(Math.abs(Math.min(distances![0]!, 172) - Math.min(exact, 172))).toBeLessThan(25);
        },
      ),
    );
  });
});

describe('green that is taken', () => {
  const pieces = [rectangle(1000, 1000, 600, 400), rectangle(500, 500, 100, 100), rectangle(1000, 2000, 100, 60)];

  it('is gone, and what is left of its piece is smaller', () => {
    const left = without(greenOf(pieces), [rectangle(1000, 2000, 75, 60)]);
    expect(shareNearGreen(left, Float64Array.of(1087.5, 2012.5))).toEqual([0, 0]);
    expect(shareNearGreen(left, Float64Array.of(1212.5, 1012.5))).toEqual([1, 1]);
  });

  const box = fc.record({
    x: fc.integer({ min: 900, max: 1700 }),
    y: fc.integer({ min: 900, max: 2100 }),
    size: fc.integer({ min: 50, max: 500 }),
  });

  it('leaves every point as far from green as the nearest cell of a piece that is still large, as far as anyone walks', () => {
    const green = greenOf(pieces);
    fc.assert(
      fc.property(fc.array(box, { minLength: 1, maxLength: 3 }), (boxes) => {
        const outlines = boxes.map(({ x, y, size }) => rectangle(x, y, size, size));
        const left = without(green, outlines);
        const isTaken = new Set<number>();
        green.frame.visitCells(outlines.flat(), (cell) => isTaken.add(cell));
        [5, 200].forEach((daa, size) => {
          const reach = size === 0 ? 172 : 431;
          const nearest = distancesToCells(left, isTaken, (piece) => left.pieceAreas[piece]! >= 1000 * daa, reach);
          const wrong = distancesOf(left)[size]!.findIndex((metres, cell) => {
            const expected = Math.max(0, nearest[cell]! - 12.5);
            return Math.min(metres, expected) <= reach && Math.abs(metres - expected) > 0.001;
          });
          expect(wrong).toBe(-1);
        });
      }),
      { numRuns: 12 },
    );
  });

  it('counts ground that is taken twice once', () => {
    const green = greenOf(pieces);
    const twice = rectangle(1000, 1000, 300, 400);
    expect([...without(green, [twice, twice]).pieceAreas]).toEqual([120_000, 10_000, 6000, 0]);
  });
});

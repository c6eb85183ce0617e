import { describe, expect, it } from 'vitest';
import { OverlayTree } from './overlayTree';
import type { PlanarBounds, PlanarMultiPolygon } from './shapes';

const BOUNDS: PlanarBounds = { minX: 580_000, minY: 6_640_000, maxX: 581_000, maxY: 6_641_000 };

function square(x: number, y: number, size: number): PlanarMultiPolygon {
  const west = BOUNDS.minX + x;
  const south = BOUNDS.minY + y;
  return [[Float64Array.of(west, south, west + size, south, west + size, south + size, west, south + size)]];
}

describe('the search for masks', () => {
  it('names the same layers at a few points that lie together, wherever the cuts of the tree go between them', () => {
    const squares = Array.from({ length: 6 }, (_, layer) =>
      Array.from({ length: 40 }, (__, index) => ({ x: (37 * index + 13 * layer) % 960, y: (53 * index + 29 * layer) % 960, size: 20 + layer })),
    );
    const tree = new OverlayTree(BOUNDS, squares.map((layer) => ({ polygons: layer.map(({ x, y, size }) => square(x, y, size)) })));
    const expectedAt = (pointX: number, pointY: number): number => {
      const [east, north] = [pointX - BOUNDS.minX, pointY - BOUNDS.minY];
      return squares.reduce(
        (mask, layer, bit) => (layer.some(({ x, y, size }) => east >= x && east < x + size && north >= y && north < y + size) ? mask | (1 << bit) : mask),
        0,
      );
    };
    const steps = [[0, 0], [7, 3], [-7, 3], [3, -7], [0, 9]] as const;
    for (let cluster = 0; cluster < 900; cluster += 1) {
      const [x, y] = [BOUNDS.minX + 15.5 + 32 * (cluster % 30), BOUNDS.minY + 15.5 + 32 * Math.floor(cluster / 30)];
      // Columns and rows of points, and points about a middle: each has its own ends in the four directions.
      const chosen = steps.slice(0, 1 + (cluster % steps.length)).map(([east, north]): readonly [number, number] => [x + (cluster % 3 === 0 ? 0 : east), y + (cluster % 3 === 1 ? 0 : north)]);
      const orders = [chosen, chosen.toReversed()];
      for (const places of orders) expect([...tree.masksAt(Float64Array.from(places.flat()))]).toEqual(places.map((place) => expectedAt(...place)));
    }
  });

  it('gives points on the cuts themselves, and along a side, to the ground east and north of them', () => {
    // Cuts go through the middle again and again: points at whole sixty-fourths of the bounds lie on them.
    const layers = Array.from({ length: 3 }, (_, layer) => ({
      polygons: Array.from({ length: 128 }, (__, index) => square(62.5 * (index % 16) + layer, 125 * Math.floor(index / 16) + 2 * layer, 40)),
    }));
    const tree = new OverlayTree(BOUNDS, layers);
    const isIn = (x: number, y: number, layer: number): boolean => {
      const [east, north] = [(x - layer) % 62.5, (y - 2 * layer) % 125];
      return x >= layer && y >= 2 * layer && east < 40 && north < 40;
    };
    for (const [eastStep, northStep] of [[15.625, 15.625], [31.25, 62.5], [250, 250]] as const) {
      for (let x = 0; x < 1000; x += eastStep) {
        const column = Array.from({ length: Math.floor(1000 / northStep) }, (_, row) => northStep * row);
        const expected = column.map((y) => [0, 1, 2].reduce((mask, layer) => (isIn(x, y, layer) ? mask | (1 << layer) : mask), 0));
        expect([...tree.masksAt(Float64Array.from(column.flatMap((y) => [BOUNDS.minX + x, BOUNDS.minY + y])))]).toEqual(expected);
        expect(column.map((y) => tree.masksAt(Float64Array.of(BOUNDS.minX + x, BOUNDS.minY + y))[0])).toEqual(expected);
      }
    }
  });
});

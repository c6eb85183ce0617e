import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { multiPolygonArea } from './area';
import { difference, intersection, union } from './booleans';
import { OverlayTree, type OverlayResult } from './overlayTree';
import type { PlanarBounds, PlanarMultiPolygon } from './shapes';

const BOUNDS: PlanarBounds = { minX: 580_000, minY: 6_640_000, maxX: 581_000, maxY: 6_641_000 };

function square(x: number, y: number, size: number): PlanarMultiPolygon {
  const west = BOUNDS.minX + x;
  const south = BOUNDS.minY + y;
  return [[Float64Array.of(west, south, west + size, south, west + size, south + size, west, south + size)]];
}

function withHole(x: number, y: number, size: number, margin: number): PlanarMultiPolygon {
  const [exterior] = square(x, y, size)[0]!;
  const inner = size - 2 * margin;
  const west = BOUNDS.minX + x + margin;
  const south = BOUNDS.minY + y + margin;
  const hole = Float64Array.of(west, south, west, south + inner, west + inner, south + inner, west + inner, south);
  return [[exterior!, hole]];
}

function areaWhere(result: OverlayResult, accept: (mask: number, patch: number) => boolean): number {
  return result.areas.reduce(
    (sum, area, index) => (accept(result.masks[index]!, result.patches[index]!) ? sum + area : sum),
    0,
  );
}

/** A simple polygon: points at random distances around a centre, by angle. */
const starArbitrary = fc
  .record({
    x: fc.integer({ min: 50, max: 950 }),
    y: fc.integer({ min: 50, max: 950 }),
    radii: fc.array(fc.integer({ min: 20, max: 400 }), { minLength: 3, maxLength: 40 }),
  })
  .map(({ x, y, radii }): PlanarMultiPolygon => {
    const ring = new Float64Array(radii.length * 2);
    radii.forEach((radius, index) => {
      const angle = (2 * Math.PI * index) / radii.length;
      ring[2 * index] = BOUNDS.minX + x + radius * Math.cos(angle);
      ring[2 * index + 1] = BOUNDS.minY + y + radius * Math.sin(angle);
    });
    return [[ring]];
  });

const maskAt = (tree: OverlayTree, x: number, y: number): number => tree.masksAt(Float64Array.of(x, y))[0]!;

describe('the overlay tree', () => {
  it('is the same when it is built part by part', () => {
    fc.assert(
      fc.property(fc.array(starArbitrary, { minLength: 1, maxLength: 6 }), fc.array(starArbitrary, { maxLength: 3 }), starArbitrary, (one, other, subject) => {
        const layers = [{ polygons: one }, { polygons: other }, { polygons: [square(100, 100, 300), withHole(500, 400, 300, 60)] }];
        const whole = new OverlayTree(BOUNDS, layers, 2);
        const told: number[] = [];
        const parts = new OverlayTree(BOUNDS, layers, 2, { mostEdges: 12, onPart: (done) => told.push(done) });
        expect(told.at(-1)).toBe(1);
        expect(told).toEqual(told.toSorted((a, b) => a - b));
        for (const [expected, found] of [[whole.all(), parts.all()], [whole.overlay(subject), parts.overlay(subject)]] as const) {
          const areaOf = ({ masks, patches, areas }: OverlayResult): ReadonlyMap<string, number> =>
            new Map(masks.map((mask, index) => [`${mask} ${patches[index]!}`, areas[index]!]));
          const [areasExpected, areasFound] = [areaOf(expected), areaOf(found)];
          for (const key of new Set([...areasExpected.keys(), ...areasFound.keys()])) {
            expect(areasFound.get(key) ?? 0).toBeCloseTo(areasExpected.get(key) ?? 0, 4);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('splits a square by two overlapping layers', () => {
    const tree = new OverlayTree(BOUNDS, [{ polygons: [square(0, 0, 200)] }, { polygons: [square(100, 100, 200)] }]);
    const result = tree.overlay(square(50, 50, 200));
    expect(areaWhere(result, (mask) => mask === 0b01)).toBeCloseTo(150 * 150 - 100 * 100, 6);
    expect(areaWhere(result, (mask) => mask === 0b11)).toBeCloseTo(100 * 100, 6);
    expect(areaWhere(result, (mask) => mask === 0b10)).toBeCloseTo(150 * 150 - 100 * 100, 6);
    expect(areaWhere(result, (mask) => mask === 0)).toBeCloseTo(200 * 200 - 2 * 150 * 150 + 100 * 100, 6);
  });

  it('tells no patches apart unless it is asked to', () => {
    const tree = new OverlayTree(BOUNDS, [{ polygons: [square(0, 0, 200)] }, { polygons: [square(100, 100, 200), square(600, 0, 50)] }]);
    expect(new Set(tree.overlay(square(0, 0, 1000)).patches)).toEqual(new Set([-1]));
  });

  it('counts ground once where polygons of one layer overlap', () => {
    const tree = new OverlayTree(BOUNDS, [{ polygons: [square(0, 0, 200), square(100, 0, 200)] }]);
    expect(areaWhere(tree.overlay(square(0, 0, 500)), (mask) => mask === 1)).toBeCloseTo(300 * 200, 6);
  });

  it('leaves holes out, of layers and of the polygon it is asked about', () => {
    const tree = new OverlayTree(BOUNDS, [{ polygons: [withHole(0, 0, 400, 100)] }]);
    const result = tree.overlay(withHole(50, 50, 600, 200));
    const layer = 400 * 400 - 200 * 200;
    expect(areaWhere(tree.overlay(square(0, 0, 1000)), (mask) => mask === 1)).toBeCloseTo(layer, 6);
    const subject = withHole(50, 50, 600, 200);
    expect(areaWhere(result, (mask) => mask === 1)).toBeCloseTo(
      multiPolygonArea(intersection(subject, withHole(0, 0, 400, 100))),
      2,
    );
  });

  it('tells patches of the patch layer apart', () => {
    const patches = [withHole(0, 0, 300, 50), square(100, 100, 100), square(600, 600, 50)];
    const tree = new OverlayTree(BOUNDS, [{ polygons: [square(0, 0, 1000)] }, { polygons: patches }], 1);
    const result = tree.overlay(square(0, 0, 1000));
    expect(areaWhere(result, (_, patch) => patch === 0)).toBeCloseTo(300 * 300 - 200 * 200, 6);
    expect(areaWhere(result, (_, patch) => patch === 1)).toBeCloseTo(100 * 100, 6);
    expect(areaWhere(result, (_, patch) => patch === 2)).toBeCloseTo(50 * 50, 6);
  });

  it('measures only what lies inside its bounds', () => {
    const tree = new OverlayTree(BOUNDS, [{ polygons: [square(-500, -500, 700)] }]);
    const result = tree.overlay(square(-500, -500, 600));
    expect(areaWhere(result, () => true)).toBeCloseTo(100 * 100, 6);
    expect(areaWhere(result, (mask) => mask === 1)).toBeCloseTo(100 * 100, 6);
  });

  it('agrees with polygon clipping on random layers, and its areas sum to the polygon', () => {
    fc.assert(
      fc.property(
        fc.array(starArbitrary, { minLength: 1, maxLength: 12 }),
        fc.array(starArbitrary, { minLength: 1, maxLength: 12 }),
        starArbitrary,
        (first, second, subject) => {
          const tree = new OverlayTree(BOUNDS, [{ polygons: first }, { polygons: second }]);
          const result = tree.overlay(subject);
          const frame = square(0, 0, 1000);
          const inside = intersection(subject, frame);
          const firstUnion = union(...first);
          const secondUnion = union(...second);
          const expected = [
            difference(inside, union(firstUnion, secondUnion)),
            difference(intersection(inside, firstUnion), secondUnion),
            difference(intersection(inside, secondUnion), firstUnion),
            intersection(intersection(inside, firstUnion), secondUnion),
          ].map(multiPolygonArea);
          expected.forEach((area, mask) => {
            expect(Math.abs(areaWhere(result, (found) => found === mask) - area)).toBeLessThan(3);
          });
          expect(areaWhere(result, () => true)).toBeCloseTo(multiPolygonArea(inside), 0);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('names the layers at a point as the overlay of a small square there does', () => {
    fc.assert(
      fc.property(
        fc.array(starArbitrary, { minLength: 1, maxLength: 10 }),
        fc.array(starArbitrary, { minLength: 1, maxLength: 10 }),
        fc.double({ min: 1, max: 998, noNaN: true }),
        fc.double({ min: 1, max: 998, noNaN: true }),
        (first, second, x, y) => {
          const tree = new OverlayTree(BOUNDS, [{ polygons: first }, { polygons: second }]);
          const around = tree.overlay(square(x, y, 0.001));
          const largest = Math.max(...around.areas);
          fc.pre(largest > 0.999e-6);
          const centre = maskAt(tree, BOUNDS.minX + x + 0.0005, BOUNDS.minY + y + 0.0005);
          expect(centre).toBe(around.masks[around.areas.indexOf(largest)]);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('is exact on rectangles, counted square metre by square metre, patches with them', () => {
    const side = 24;
    const box = fc
      .tuple(fc.integer({ min: -3, max: side - 1 }), fc.integer({ min: -3, max: side - 1 }), fc.integer({ min: 1, max: 16 }), fc.integer({ min: 1, max: 16 }))
      .map(([x, y, width, height]) => ({ x, y, width, height }));
    const bounds = { minX: BOUNDS.minX, minY: BOUNDS.minY, maxX: BOUNDS.minX + side, maxY: BOUNDS.minY + side };
    const ringOf = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }): PlanarMultiPolygon => {
      const [west, south] = [BOUNDS.minX + x, BOUNDS.minY + y];
      return [[Float64Array.of(west, south, west + width, south, west + width, south + height, west, south + height)]];
    };
    fc.assert(
      fc.property(fc.array(fc.array(box, { maxLength: 6 }), { minLength: 1, maxLength: 3 }), fc.array(box, { maxLength: 12 }), box, (layers, candidates, subject) => {
        // Patches must not overlap: each keeps to a column of its own.
        const patches = candidates.map((patch, column) => ({ ...patch, x: 4 * column, width: 1 + (patch.width % 4) }));
        const patchLayer = layers.length;
        const all = [...layers, patches];
        const tree = new OverlayTree(bounds, all.map((boxes) => ({ polygons: boxes.map(ringOf) })), patchLayer);
        const counted = new Map<string, number>();
        let wrongMasks = 0;
        const holds = (x: number, y: number) => (one: { x: number; y: number; width: number; height: number }): boolean =>
          x >= one.x && x < one.x + one.width && y >= one.y && y < one.y + one.height;
        for (let y = 0; y < side; y += 1) {
          for (let x = 0; x < side; x += 1) {
            let mask = 0;
            all.forEach((boxes, layer) => {
              if (boxes.some(holds(x, y))) mask |= 1 << layer;
            });
            if (maskAt(tree, BOUNDS.minX + x + 0.5, BOUNDS.minY + y + 0.5) !== mask) wrongMasks += 1;
            if (!holds(x, y)(subject)) continue;
            const key = `${mask} ${patches.findIndex(holds(x, y))}`;
            counted.set(key, (counted.get(key) ?? 0) + 1);
          }
        }
        const { masks, patches: found, areas } = tree.overlay(ringOf(subject));
        const measured = new Map<string, number>();
        areas.forEach((area, index) => {
          if (Math.abs(area) > 1e-6) measured.set(`${masks[index]} ${found[index]}`, Math.round(area * 1e6) / 1e6);
        });
        expect(wrongMasks).toBe(0);
        expect(measured).toEqual(counted);
      }),
      { numRuns: 80 },
    );
  });

  it('is exact on a map whose polygons share their edges, patches and points on the cutting lines with it', () => {
    const side = 16;
    const bounds = { minX: BOUNDS.minX, minY: BOUNDS.minY, maxX: BOUNDS.minX + side, maxY: BOUNDS.minY + side };
    const cell = (x: number, y: number, width: number): PlanarMultiPolygon[number] => {
      const [west, south] = [BOUNDS.minX + x, BOUNDS.minY + y];
      return [Float64Array.of(west, south, west + width, south, west + width, south + width, west, south + width)];
    };
    const inCells = <Item>(make: (x: number, y: number) => readonly Item[]): Item[] =>
      Array.from({ length: side * side }, (_, index) => make(index % side, Math.floor(index / side))).flat();
    fc.assert(
      fc.property(fc.array(fc.nat(5), { minLength: side * side, maxLength: side * side }), fc.nat(9), fc.nat(9), fc.integer({ min: 1, max: 9 }), (kinds, x, y, width) => {
        const kindAt = (column: number, row: number): number => kinds[row * side + column]!;
        // Kinds 0 to 2 are layers of their own, 3 and 4 are patches of the fourth layer, 5 is none.
        const cellsOf = (kind: number): PlanarMultiPolygon => inCells((column, row) => (kindAt(column, row) === kind ? [cell(column, row, 1)] : []));
        const layers = [[cellsOf(0)], [cellsOf(1)], cellsOf(2).map((polygon) => [polygon]), [cellsOf(3), cellsOf(4)]];
        const tree = new OverlayTree(bounds, layers.map((polygons) => ({ polygons })), 3);
        const counted = new Map<string, number>();
        for (let row = y; row < y + width && row < side; row += 1) {
          for (let column = x; column < x + width && column < side; column += 1) {
            const kind = kindAt(column, row);
            const key = kind === 5 ? '0 -1' : kind < 3 ? `${1 << kind} -1` : `8 ${kind - 3}`;
            counted.set(key, (counted.get(key) ?? 0) + 1);
            expect(maskAt(tree, BOUNDS.minX + column + 0.5, BOUNDS.minY + row + 0.5)).toBe(Number(key.split(' ')[0]));
          }
        }
        const { masks, patches, areas } = tree.overlay([cell(x, y, width)]);
        const measured = areas.flatMap((area, index): readonly (readonly [string, number])[] =>
          Math.abs(area) > 1e-6 ? [[`${masks[index]} ${patches[index]}`, Math.round(area * 1e6) / 1e6]] : [],
        );
        expect(new Map(measured)).toEqual(counted);
      }),
      { numRuns: 60 },
    );
  });

  it('names the layers at many points together as at each alone', () => {
    const layer = (seed: number): PlanarMultiPolygon[] =>
      Array.from({ length: 60 }, (_, index) => square(((index * 137 + seed * 31) % 95) * 10, ((index * 71 + seed * 53) % 95) * 10, 20 + ((index * 13) % 40)));
    const tree = new OverlayTree(BOUNDS, [{ polygons: layer(1) }, { polygons: layer(2) }, { polygons: layer(3) }]);
    const grid = (from: number, step: number, count: number): Float64Array =>
      Float64Array.from({ length: 2 * count * count }, (_, index) => {
        const place = Math.floor(index / 2);
        return index % 2 === 0 ? BOUNDS.minX + from + step * (place % count) : BOUNDS.minY + from + step * Math.floor(place / count);
      });
    // All over and beyond the bounds, in a corner far from the middle, and row by row from east to west.
    for (const points of [grid(-40.5, 27.3, 40), grid(700.3, 3.1, 30), grid(10.3, 3.1, 30), grid(990.3, -3.1, 30)]) {
      const together = [...tree.masksAt(points)];
      const alone = together.map((_, point) => maskAt(tree, points[2 * point]!, points[2 * point + 1]!));
      expect(together).toEqual(alone);
      const sought = tree.masksAt(points, (mask) => mask === 0b101);
      expect([...sought].map((mask, point) => mask === alone[point] || (mask === -1 && alone[point] !== 0b101))).not.toContain(false);
      expect([...tree.masksAt(points, () => false)].every((mask) => mask <= 0)).toBe(true);
    }
    expect([...tree.masksAt(new Float64Array())]).toEqual([]);
  });

  it('names the layers at points in any order as the rings around them say', () => {
    const place = fc.record({ x: fc.double({ min: 0.001, max: 999.999, noNaN: true }), y: fc.double({ min: 0.001, max: 999.999, noNaN: true }) });
    const isIn = (star: PlanarMultiPolygon, x: number, y: number): boolean => {
      const ring = star[0]![0]!;
      let inside = false;
      for (let index = 0; index < ring.length; index += 2) {
        const next = (index + 2) % ring.length;
        const [x0, y0, x1, y1] = [ring[index]!, ring[index + 1]!, ring[next]!, ring[next + 1]!];
        if (y0 > y !== y1 > y && x > x0 + ((x1 - x0) * (y - y0)) / (y1 - y0)) inside = !inside;
      }
      return inside;
    };
    fc.assert(
      fc.property(fc.array(starArbitrary, { minLength: 1, maxLength: 8 }), fc.array(place, { minLength: 1, maxLength: 150 }), (stars, places) => {
        const tree = new OverlayTree(BOUNDS, stars.map((star) => ({ polygons: [star] })));
        const points = Float64Array.from(places.flatMap(({ x, y }) => [BOUNDS.minX + x, BOUNDS.minY + y]));
        const expected = places.map((_, point) =>
          stars.reduce((mask, star, layer) => (isIn(star, points[2 * point]!, points[2 * point + 1]!) ? mask | (1 << layer) : mask), 0),
        );
        expect([...tree.masksAt(points)]).toEqual(expected);
      }),
    );
  });

  it('ends where more edges meet in one point than a leaf holds', () => {
    const tooth = (index: number): PlanarMultiPolygon => {
      const [from, to] = [index, index + 0.5].map((turn) => (2 * Math.PI * turn) / 60);
      const at = (angle: number): readonly number[] => [BOUNDS.minX + 500 + 300 * Math.cos(angle), BOUNDS.minY + 500 + 300 * Math.sin(angle)];
      return [[Float64Array.of(BOUNDS.minX + 500, BOUNDS.minY + 500, ...at(from!), ...at(to!))]];
    };
    const tree = new OverlayTree(BOUNDS, [{ polygons: Array.from({ length: 60 }, (_, index) => tooth(index)) }]);
    const expected = 60 * multiPolygonArea(tooth(0));
    expect(areaWhere(tree.all(), (mask) => mask === 1)).toBeCloseTo(expected, 4);
    expect(areaWhere(tree.overlay(square(0, 0, 1000)), (mask) => mask === 1)).toBeCloseTo(expected, 4);
    expect(areaWhere(tree.overlay(square(0, 0, 500)), (mask) => mask === 1)).toBeCloseTo(expected / 4, 4);
  });

  it('says nothing of points outside its bounds, and holds at most thirty layers', () => {
    const tree = new OverlayTree(BOUNDS, [{ polygons: [square(-100, -100, 2000)] }]);
    expect(maskAt(tree, BOUNDS.minX, BOUNDS.minY)).toBe(1);
    for (const [x, y] of [[-1, 500], [1001, 500], [500, -1], [500, 1001]] as const) {
      expect(maskAt(tree, BOUNDS.minX + x, BOUNDS.minY + y)).toBe(0);
    }
    const layers = Array.from({ length: 31 }, () => ({ polygons: [] }));
    expect(() => new OverlayTree(BOUNDS, layers)).toThrow(RangeError);
    expect(() => new OverlayTree(BOUNDS, layers.slice(1))).not.toThrow();
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlanarMultiPolygon } from '../geometry/shapes';
import { connectivityNetwork, connectivityPart, squaredAreaWithout } from './connectivity';
import { multiPolygonArea } from '../geometry/area';
import { connectedGroups } from './greenGroups';

/** A square of `size` metres with its lower left corner at (x, 0). */
function square(x: number, size: number, y = 0): PlanarMultiPolygon {
  return [[Float64Array.of(x, y, x + size, y, x + size, y + size, x, y + size)]];
}

const networkOf = (squares: readonly PlanarMultiPolygon[], marka: PlanarMultiPolygon = []) => {
  const groups = connectedGroups(squares.flat(), marka);
  return connectivityNetwork(groups, groups.map(({ polygons }) => multiPolygonArea(polygons)), marka);
};

const half = (metres: number): number => 2 ** -(metres / 250);

describe('equivalent connected area', () => {
  it('is the area itself for one piece', () => {
    expect(Math.sqrt(networkOf([square(0, 100)]).squaredArea)).toBeCloseTo(10_000, 6);
  });

  it('follows the closed form for two pieces 250 m apart', () => {
    const network = networkOf([square(0, 100), square(350, 200)]);
    expect(network.squaredArea).toBeCloseTo(1e4 ** 2 + 4e4 ** 2 + 2 * 1e4 * 4e4 * 0.5, 0);
  });

  it('goes by way of a piece between, whose own width costs nothing', () => {
    const network = networkOf([square(0, 100), square(200, 100), square(400, 100)]);
    const [near, far] = [half(100), half(200)];
    expect(network.squaredArea).toBeCloseTo(1e8 * (3 + 2 * (near + near + far)), 0);
  });

  it('ties nothing over 1000 m, along a chain either', () => {
    expect(networkOf([square(0, 100), square(1100, 100)]).squaredArea).toBeCloseTo(1e8 * (2 + 2 * half(1000)), 0);
    const apart = networkOf([square(0, 100), square(1101, 100)]);
    expect(apart.squaredArea).toBeCloseTo(2e8, 0);
    const chain = networkOf([square(0, 100), square(700, 100), square(1400, 100)]);
    expect(chain.squaredArea).toBeCloseTo(1e8 * (3 + 4 * half(600)), 0);
  });

  it('leaves out pieces below 5 daa', () => {
    expect(networkOf([square(0, 100), square(200, 70)]).squaredArea).toBeCloseTo(1e8, 0);
    const fiveDaa: PlanarMultiPolygon = [[Float64Array.of(0, 0, 100, 0, 100, 50, 0, 50)]];
    expect(networkOf([fiveDaa]).squaredArea).toBe(5000 ** 2);
  });

  it('has no gap between Marka and green that lies inside it', () => {
    const network = networkOf([square(1000, 100, 1000)], square(0, 3000));
    expect(network.squaredArea).toBeCloseTo((1e4 + 2e5) ** 2, 0);
  });

  it('counts Marka as one node of 200 daa, whatever its size', () => {
    const network = networkOf([square(0, 100)], square(350, 3000));
    expect(network.squaredArea).toBeCloseTo(1e8 + 2e5 ** 2 + 2 * 1e4 * 2e5 * 0.5, 0);
    expect(network.markaNode).toBe(1);
  });
});

describe('groups of green', () => {
  it('are polygons that touch, cross or lie inside each other, in runs', () => {
    const groups = connectedGroups([
      ...square(0, 100),
      ...square(100, 100),
      ...square(150, 100, 50),
      ...square(10, 20, 20),
      ...square(400, 100),
    ]);
    expect(groups.map(({ polygons }) => polygons.length)).toEqual([4, 1]);
  });

  it.each([[100, 0], [-100, 0], [0, 100], [0, -100]])('hold both of two that have a side or a corner in common: %i m east, %i m north', (east, north) => {
    expect(connectedGroups([...square(0, 100), ...square(east, 100, north)])).toHaveLength(1);
    expect(connectedGroups([...square(0, 100), ...square(1.01 * east, 100, 1.01 * north)])).toHaveLength(2);
    expect(connectedGroups([...square(0, 100), ...square(east || 100, 100, north || 100)])).toHaveLength(1);
  });

  it('know whether they meet Marka', () => {
    expect(connectedGroups([...square(0, 100), ...square(300, 100)], square(350, 500)).map((group) => group.meetsMarka)).toEqual([
      false,
      true,
    ]);
  });
});

describe('the connectivity part', () => {
  it('is 100 without loss, 0 at a loss of 5 %', () => {
    const network = networkOf([square(0, 100)]);
    expect(connectivityPart(network, new Map())).toEqual({ value: 0, score: 100 });
    expect(connectivityPart(network, new Map([[0, 250]]))?.value).toBeCloseTo(0.025, 12);
    expect(connectivityPart(network, new Map([[0, 250]]))?.score).toBeCloseTo(50, 9);
    expect(connectivityPart(network, new Map([[0, 9000]]))?.score).toBe(0);
  });

  it('loses nothing where what is taken lies in no node', () => {
    const network = networkOf([square(0, 100), square(200, 60)]);
    expect(squaredAreaWithout(network, new Map([[1, 500], [7, 500]]))).toBe(network.squaredArea);
  });

  it('says nothing where there is no green', () => {
    expect(connectivityPart(networkOf([]), new Map())).toBeNull();
  });

  it('reckons a loss as the network would be with smaller nodes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ gap: fc.integer({ min: 10, max: 900 }), size: fc.integer({ min: 75, max: 300 }) }), {
          minLength: 1,
          maxLength: 12,
        }),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 12, maxLength: 12 }),
        (pieces, shares) => {
          let x = 0;
          const squares = pieces.map(({ gap, size }) => {
            x += gap;
            const piece = square(x, size);
            x += size;
            return piece;
          });
          const network = networkOf(squares);
          const taken = new Map([...network.areas].map((area, node) => [node, area * shares[node]!]));
          let direct = 0;
          for (let node = 0; node < network.areas.length; node += 1) {
            const own = network.areas[node]! - taken.get(node)!;
            for (let position = network.rowStarts[node]!; position < network.rowStarts[node + 1]!; position += 1) {
              const other = network.columns[position]!;
              direct += own * (network.areas[other]! - taken.get(other)!) * network.weights[position]!;
            }
          }
          expect(Math.abs(squaredAreaWithout(network, taken) - direct)).toBeLessThan(1e-9 * network.squaredArea);
        },
      ),
    );
  });
});

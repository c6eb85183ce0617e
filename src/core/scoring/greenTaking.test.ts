import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ORIGIN } from '../../../tests/support/placeBuilder';
import type { AreaGround } from './areaGround';
import { connectivityNetwork, squaredAreaWithout } from './connectivity';
import { GreenTaking } from './greenTaking';

const square = (x: number, y: number, side: number) => {
  const [west, south] = [ORIGIN.x + x, ORIGIN.y + y];
  return [[Float64Array.of(west, south, west + side, south, west + side, south + side, west, south + side)]];
};

const SIDE = 100;
const groups = Array.from({ length: 12 }, (_, index) => ({
  polygons: square((index % 4) * 350, Math.floor(index / 4) * 450, SIDE),
  meetsMarka: false,
}));
const withMarka = connectivityNetwork(groups, groups.map(() => SIDE * SIDE), square(0, 2000, 900));
const withoutMarka = connectivityNetwork(groups, groups.map(() => SIDE * SIDE), []);

function ground(green: readonly (readonly [node: number, squareMetres: number])[], marka: number): AreaGround {
  return {
    byClass: { sea: 0, lake: 0, farmland: 0, marka, green: 0, builtUp: 0, other: 0 },
    groundDaa: { sea: 0, lake: 0, farmland: 0, marka: 0, green: 0, builtUp: 0, other: 0 },
    land: 1,
    waterBelt: 0,
    conflicts: { marka: 0, sea: 0, farmland: 0, shoreBelt: 0, watercourseBelt: 0, natureReserve: 0, flood: 0, quickClay: 0, noise: 0, valuableNature: 0 },
    outsideMunicipality: 0,
    greenByNode: new Map(green),
    lattice: new Float64Array(0),
    homes: new Float64Array(0),
  };
}

const squareMetres = fc.double({ min: 0, max: 1.5 * SIDE * SIDE, noNaN: true });
const areas = fc.array(
  fc.record({
    green: fc.uniqueArray(fc.tuple(fc.nat({ max: groups.length - 1 }), squareMetres), { maxLength: 4, selector: ([node]) => node }),
    marka: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 300_000, noNaN: true })),
    share: fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true })),
  }),
  { maxLength: 8 },
);

describe('green taken by areas', () => {
  it.each([['with Marka', withMarka], ['without', withoutMarka]])('leaves the connected area that the whole network says, %s', (_, network) => {
    fc.assert(
      fc.property(areas, (plan) => {
        const taken = new Map<number, number>();
        const take = (node: number, amount: number): void => {
          if (node >= 0 && amount > 0) taken.set(node, (taken.get(node) ?? 0) + amount);
        };
        for (const { green, marka, share } of plan) {
          for (const [node, amount] of green) take(node, amount * share);
          take(network.markaNode, marka * share);
        }
        const direct = squaredAreaWithout(network, taken);
        const taking = new GreenTaking(network, plan.map(({ green, marka }) => ground(green, marka)));
        const shares = plan.map(({ share }) => share);
        expect(Math.abs(taking.squaredAreaAfter(shares) - direct)).toBeLessThan(1e-9 * network.squaredArea);
        // Asked again, and after nothing was taken, it says the same: nothing is left over from the time before.
        expect(taking.squaredAreaAfter(shares.map(() => 0))).toBe(network.squaredArea);
        expect(Math.abs(taking.squaredAreaAfter(shares) - direct)).toBeLessThan(1e-9 * network.squaredArea);
      }),
    );
  });
});

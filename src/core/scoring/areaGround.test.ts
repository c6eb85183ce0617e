import { describe, expect, it } from 'vitest';
import { ORIGIN, PlaceBuilder, rectangle } from '../../../tests/support/placeBuilder';
import type { Dataset } from '../domain/dataset';
import { LatticeRaster } from '../geometry/latticeFrame';
import { toPlanarMultiPolygon, toPlanarPoint } from '../geometry/projection';
import type { LonLatMultiPolygon, PlanarMultiPolygon } from '../geometry/shapes';
import { LATTICE_METRES } from '../method/parameters';
import type { GroundConflictKind } from './evaluation';
import { measureAreaGround, withGreenAdded, type AreaGround } from './areaGround';
import { areaDensity } from './areaDensity';
import { ConflictLattice, conflictPositions } from './conflictPositions';
import { buildGround, type Ground } from './ground';

/** Land but for a bay in the east; farmland, green, Marka, a lake and a river, side by side in strips. */
const PLACE = new PlaceBuilder({ withLand: false })
  .withPolygons('land', [rectangle(-500, -500, 4000, 5000)])
  .withPolygons('farmland', [rectangle(0, 0, 500, 500)])
  .withPolygons('green', [rectangle(500, 0, 500, 500), rectangle(0, 0, 100, 100)])
  .withPolygons('marka', [rectangle(0, 3000, 2000, 1000)])
  .withPolygons('builtUp', [rectangle(1000, 0, 500, 500)])
  .withPolygons('water', [rectangle(2000, 2000, 200, 200)])
  .withPolygons('flood', [rectangle(1900, 1900, 1800, 400)])
  .withPolygons('quickClay', [rectangle(1900, 1900, 1800, 400)])
  .withPolygons('noise', [rectangle(1900, 1900, 1800, 400)])
  .withPolygons('natureReserve', [rectangle(1900, 1900, 1800, 400)])
  .withPolygons('valuableNature', [rectangle(1900, 1900, 1800, 400)])
  .withRiver('Storelva', [0, 1500, 3000, 1500])
  .build();

function groundOf(dataset: Dataset): { readonly ground: Ground; readonly land: LatticeRaster } {
  const nodes: readonly PlanarMultiPolygon[] = [toPlanarMultiPolygon(rectangle(500, 0, 250, 500)), toPlanarMultiPolygon(rectangle(750, 0, 250, 500))];
  const ground = buildGround(dataset, nodes);
  const land = new LatticeRaster(ground.bounds, LATTICE_METRES);
  land.cover(ground.land, 1);
  land.cover(ground.lakes, 0);
  return { ground, land };
}

const { ground: GROUND, land: LAND } = groundOf(PLACE);

const measure = (outline: LonLatMultiPolygon): AreaGround => measureAreaGround(GROUND, LAND, outline);

/** Areas that are there, rounded to m². */
const rounded = <Key extends string>(areas: Readonly<Record<Key, number>>): Partial<Record<Key, number>> =>
  Object.fromEntries((Object.entries(areas) as [Key, number][]).map(([key, area]) => [key, Math.round(area)] as const).filter(([, area]) => area !== 0)) as Partial<Record<Key, number>>;

describe('the ground under an area', () => {
  it('is told apart by class, each place counted once by the order of precedence', () => {
    const { byClass, groundDaa, land } = measure(rectangle(0, 0, 2000, 100));
    expect(rounded(byClass)).toEqual({ farmland: 50_000, green: 50_000, builtUp: 50_000, other: 50_000 });
    expect(groundDaa.farmland).toBeCloseTo(50, 6);
    expect(land).toBeCloseTo(200_000, 2);
  });

  it('is land but for sea and lakes', () => {
    const { byClass, land, waterBelt } = measure(rectangle(1950, 2050, 1650, 100));
    expect(rounded(byClass)).toEqual({ lake: 20_000, sea: 10_000, other: 135_000 });
    expect(land).toBeCloseTo(135_000, 0);
    // Ten metres on either side of the lake, and a hundred along the shore.
    expect(waterBelt).toBeCloseTo(2 * 1000 + 10_000, -1);
  });

  it('meets what is to be spared, on land alone where a zone is about building', () => {
    expect(rounded(measure(rectangle(1950, 2050, 1650, 100)).conflicts)).toEqual({
      sea: 10_000,
      shoreBelt: 10_000,
      watercourseBelt: 2000,
      natureReserve: 165_000,
      flood: 135_000,
      quickClay: 135_000,
      noise: 135_000,
      valuableNature: 165_000,
    });
    expect(rounded(measure(rectangle(0, 50, 500, 50)).conflicts)).toEqual({ farmland: 25_000 });
    expect(rounded(measure(rectangle(0, 1450, 100, 100)).conflicts)).toEqual({ watercourseBelt: 6000 });
    expect(rounded(measure(rectangle(0, 2900, 100, 200)).conflicts)).toEqual({ marka: 10_000 });
  });

  it('is counted as in a belt once where it lies in two', () => {
    const atTheMouth = measure(rectangle(3400, 2050, 100, 50));
    expect(atTheMouth.waterBelt).toBeCloseTo(5000, -1);
    const wide = measure(rectangle(0, 1400, 100, 200));
    expect(wide.waterBelt).toBeCloseTo(6000, 0);
  });

  it('lies outside the municipality also beyond all that is measured', () => {
    expect(measure(rectangle(100, 100, 100, 100)).outsideMunicipality).toBeCloseTo(0, 3);
    expect(measure(rectangle(-100, 100, 300, 100)).outsideMunicipality).toBeCloseTo(10_000, 0);
    expect(measure(rectangle(-3000, 100, 3100, 100)).outsideMunicipality).toBeCloseTo(300_000, -1);
  });

  it('has green by the node it belongs to, farmland with trees not among it', () => {
    const { greenByNode } = measure(rectangle(0, 0, 800, 100));
    expect([...greenByNode].map(([node, area]) => [node, Math.round(area)]).toSorted((a, b) => a[0]! - b[0]!)).toEqual([[0, 25_000], [1, 5000]]);
  });

  it('has homes on its land, and at one point that stands for it where there is none', () => {
    const { homes } = measure(rectangle(3400, 1000, 200, 100));
    expect(homes).toHaveLength(2 * 16);
    for (let index = 0; index < homes.length; index += 2) expect(homes[index]! - ORIGIN.x).toBeLessThan(3500);
    const atSea = measure(rectangle(3600, 1000, 200, 100)).homes;
    expect(atSea).toHaveLength(2);
    expect(atSea[0]! - ORIGIN.x).toBeCloseTo(3700, 1);
    expect(measure(rectangle(100, 100, 2, 2)).homes).toHaveLength(2);
    expect(measure([]).homes).toHaveLength(0);
  });
});

describe('ground that is made green', () => {
  const ground = measure(rectangle(500, 0, 1500, 100));
  const same = (node: number): number => node;

  it('is the same where nothing changes', () => {
    expect(withGreenAdded(ground, [], same)).toBe(ground);
    expect(withGreenAdded(ground, [], (node) => node + 1)).not.toBe(ground);
  });

  it('moves from its class to green, and to the node it belongs to', () => {
    const added = withGreenAdded(ground, [{ builtUp: 1000, other: 500, node: 1 }, { builtUp: 200, other: 0, node: -1 }], (node) => node + 4);
    expect(rounded(added.byClass)).toEqual({ green: 51_700, builtUp: 48_800, other: 49_500 });
    expect(added.groundDaa.green).toBeCloseTo(51.7, 6);
    expect([...added.greenByNode].map(([node, area]) => [node, Math.round(area)])).toEqual([[4, 25_000], [5, 25_000], [1, 1500]]);
    expect(added.land).toBe(ground.land);
  });

  it('adds to green of the same node, and puts nodes that became one together', () => {
    const one = withGreenAdded(ground, [{ builtUp: 100, other: 0, node: 0 }], () => 0);
    expect([...one.greenByNode].map(([node, area]) => [node, Math.round(area)])).toEqual([[0, 50_100]]);
  });

  it('takes no more than there is', () => {
    const all = withGreenAdded(ground, [{ builtUp: 1e6, other: 1e6, node: -1 }], same);
    expect([all.byClass.builtUp, all.byClass.other]).toEqual([0, 0]);
  });
});

describe('the place of a conflict', () => {
  const CONFLICTS = new ConflictLattice(GROUND);
  const planarPlace = (outline: LonLatMultiPolygon, kind: GroundConflictKind): readonly number[] | null => {
    const position = conflictPositions(GROUND, CONFLICTS, outline, measure(outline), ['sea', kind]).get(kind);
    if (!position) return null;
    const { x, y } = toPlanarPoint(position);
    return [x - ORIGIN.x, y - ORIGIN.y];
  };

  it('lies in the area, where the conflict is', () => {
    const [x, y] = planarPlace(rectangle(300, 100, 400, 400), 'farmland')!;
    expect(x).toBeGreaterThan(300);
    expect(x).toBeLessThan(500);
    expect(y).toBeGreaterThan(100);
    expect(y).toBeLessThan(500);
  });

  it('is found where the conflict is narrower than the lattice', () => {
    const [x, y] = planarPlace(rectangle(492, 100, 400, 400), 'farmland')!;
    expect(x).toBeGreaterThan(492);
    expect(x).toBeLessThan(500);
    expect(y).toBeGreaterThan(100);
  });

  it('is the area’s own place where none is found, and nothing for an area that is none', () => {
    expect(planarPlace(rectangle(600, 100, 100, 100), 'farmland')!.map(Math.round)).toEqual([650, 150]);
    expect(planarPlace([], 'farmland')).toBeNull();
  });
});

describe('the density of an area', () => {
  const facts = { landDaa: 10, capacity: 50 };

  it('is its dwellings on its land, no more than it holds', () => {
    expect(areaDensity({ dwellingsByPeriod: [20, 10] }, facts)).toBe(3);
    expect(areaDensity({ dwellingsByPeriod: [20, 10] }, facts, 1)).toBe(2);
    expect(areaDensity({ dwellingsByPeriod: [80, 10] }, facts)).toBe(5);
  });

  it('is none without land, or while it is not measured', () => {
    expect(areaDensity({ dwellingsByPeriod: [20] }, { landDaa: 0, capacity: 50 })).toBe(0);
    expect(areaDensity({ dwellingsByPeriod: [20] }, undefined)).toBe(0);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DevelopmentArea } from '../../src/core/domain/developmentArea';
import type { AreaId } from '../../src/core/domain/identifiers';
import { TYPOLOGY_IDS } from '../../src/core/domain/typology';
import { multiPolygonArea } from '../../src/core/geometry/area';
import { difference, intersection } from '../../src/core/geometry/booleans';
import { outlineFaults, toLonLat, toPlanarMultiPolygon } from '../../src/core/geometry/projection';
import type { LonLat, LonLatMultiPolygon } from '../../src/core/geometry/shapes';
import { mergeAreas, splitArea } from '../../src/core/operations/areaDivision';
import { addArea, clipAreas, deleteAreas, moveAreas, reshapeArea } from '../../src/core/operations/drawnAreas';
import { paintAreas } from '../../src/core/operations/painting';
import { refillTowns } from '../../src/core/operations/programmeOperations';
import { Desk } from '../support/desk';
import { developmentArea, ORIGIN, PlaceBuilder, rectangle, scenarioOf } from '../support/placeBuilder';

const MUNICIPALITY = rectangle(0, 0, 4000, 4000);

const dataset = new PlaceBuilder()
  .withPolygons('farmland', [rectangle(1000, 0, 800, 900)])
  .withPolygons('marka', [rectangle(0, 1500, 4000, 2500)])
  .withPolygons('builtUp', [rectangle(0, 0, 1000, 1000)])
  .withStation('stasjon', 500, 500)
  .build();

const start = () =>
  new Desk(
    dataset,
    scenarioOf(
      [0, 1, 2, 3].map((index) =>
        developmentArea(`felt-${index}`, rectangle(200 * index, 100 * index, 200, 300), 0, { developableShare: 0.2 }),
      ),
      { dwellingsPerYear: 60, townsShare: 0.8 },
    ),
  );

const corner = fc.tuple(fc.integer({ min: -200, max: 2200 }), fc.integer({ min: -200, max: 2200 }));
const at = ([x, y]: readonly [number, number]): LonLat => toLonLat({ x: ORIGIN.x + x, y: ORIGIN.y + y });

/** Strokes of a hand, some of which cross themselves or leave the municipality. */
const strokeArbitrary: fc.Arbitrary<LonLatMultiPolygon> = fc.array(corner, { minLength: 3, maxLength: 7 }).map((corners) => {
  const ring = corners.map(at);
  return [[[...ring, ring[0] ?? [0, 0]]]];
});

type Act = (desk: Desk) => string | null;

const pick = (desk: Desk, index: number): AreaId => {
  const ids = [...desk.scenario.areas.keys()];
  return ids[index % Math.max(1, ids.length)] ?? ('ingen' as AreaId);
};

const actArbitrary: fc.Arbitrary<Act> = fc.oneof(
  fc.tuple(strokeArbitrary, fc.constantFrom(...TYPOLOGY_IDS)).map(
    ([outline, typology]): Act => (desk) => desk.take((s, c, g) => addArea(s, c, g, { outline, typology, developableShare: 0.5 })),
  ),
  fc.tuple(fc.nat(20), strokeArbitrary).map(
    ([index, outline]): Act => (desk) => desk.take((s, c, g) => reshapeArea(s, c, g, pick(desk, index), outline)),
  ),
  fc.tuple(fc.nat(20), fc.nat(20), fc.integer({ min: -300, max: 300 }), fc.integer({ min: -300, max: 300 })).map(
    ([one, other, east, north]): Act => (desk) =>
      desk.take((s, c, g) => moveAreas(s, c, g, [pick(desk, one), pick(desk, other)], east, north)),
  ),
  fc.tuple(fc.nat(20), fc.array(corner, { minLength: 2, maxLength: 4 })).map(
    ([index, line]): Act => (desk) => desk.take((s, c, g) => splitArea(s, c, g, pick(desk, index), line.map(at))),
  ),
  fc.tuple(fc.nat(20), fc.nat(20)).map(
    ([one, other]): Act => (desk) => desk.take((s, c) => mergeAreas(s, c, [pick(desk, one), pick(desk, other)])),
  ),
  fc.nat(20).map((index): Act => (desk) => desk.take((s, c, g) => clipAreas(s, c, g, [pick(desk, index)]))),
  fc.nat(20).map((index): Act => (desk) => desk.take((s, c) => deleteAreas(s, c, [pick(desk, index)]))),
  fc.tuple(fc.nat(20), fc.integer({ min: 1, max: 4 }), fc.boolean()).map(
    ([index, passes, erases]): Act => (desk) =>
      desk.take((s, c) =>
        paintAreas(s, c, { passes: new Map([[pick(desk, index), passes]]), typology: 'blokk', dwellings: 15, erases, town: null }),
      ),
  ),
);

const actsArbitrary = fc.array(actArbitrary, { minLength: 1, maxLength: 8 });

/** What is wrong with how areas lie, if anything. */
function disorder(areas: readonly DevelopmentArea[]): readonly string[] {
  const wrong: string[] = [];
  const inside = toPlanarMultiPolygon(MUNICIPALITY);
  const lying = areas.map((area) => ({ area, polygons: toPlanarMultiPolygon(area.outline) }));
  lying.forEach(({ area, polygons }, index) => {
    for (const ring of area.outline.flat()) {
      if (ring.length < 4 || String(ring[0]) !== String(ring.at(-1))) wrong.push(`${area.id} has a ring that is not closed`);
    }
    // Files carry half a millimetre, the plane a whole one: vertices closer than that meet there, and lines lie on themselves.
    const faults = outlineFaults(area.outline).filter((fault) => fault !== 'spikes' && fault !== 'repeatedVertices');
    if (faults.length > 0) wrong.push(`${area.id}: ${faults.join()}`);
    if (multiPolygonArea(difference(polygons, inside)) > 1) wrong.push(`${area.id} leaves the municipality`);
    if (multiPolygonArea(polygons) < 99) wrong.push(`${area.id} is a crumb`);
    for (const other of lying.slice(index + 1)) {
      const shared = multiPolygonArea(intersection(polygons, other.polygons));
      if (shared > 1.5) wrong.push(`${area.id} and ${other.area.id} share ${shared} m²`);
    }
  });
  return wrong;
}

describe('drawing by hand', () => {
  it('leaves areas closed, valid, inside the municipality and without overlap, whatever is drawn', () => {
    fc.assert(
      fc.property(actsArbitrary, (acts) => {
        const desk = start();
        for (const act of acts) act(desk);
        expect(disorder([...desk.scenario.areas.values()])).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('gives back every earlier scenario when it is undone, and every later one when it is redone', () => {
    fc.assert(
      fc.property(actsArbitrary, (acts) => {
        const desk = start();
        const seen = [desk.scenario];
        for (const act of acts) {
          const before = desk.tracked.history.past.length;
          act(desk);
          if (desk.tracked.history.past.length > before) seen.push(desk.scenario);
        }
        for (const expected of seen.toReversed()) {
          expect(desk.scenario).toEqual(expected);
          desk.undo();
        }
        for (const expected of seen) {
          expect(desk.scenario).toEqual(expected);
          desk.redo();
        }
      }),
      { numRuns: 40 },
    );
  });

  it('loses no dwelling of a town that has room for its quota', () => {
    fc.assert(
      fc.property(fc.array(strokeArbitrary, { minLength: 1, maxLength: 4 }), (outlines) => {
        const desk = start();
        desk.take((s, c) => refillTowns(s, c));
        for (const outline of outlines) {
          desk.take((s, c, g) => addArea(s, c, g, { outline, typology: 'blokk', developableShare: 1 }));
        }
        const { facts } = desk.context;
        const inTown = [...desk.scenario.areas.values()].filter(({ town }) => town !== null);
        const room = inTown.reduce((sum, { id }) => sum + (facts.get(id)?.capacity ?? 0), 0);
        const placed = inTown.reduce((sum, area) => sum + area.dwellingsByPeriod.reduce((all, one) => all + one, 0), 0);
        fc.pre(inTown.length > 0);
        expect(placed).toBeCloseTo(Math.min(room, 480), 6);
      }),
      { numRuns: 20 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../src/core/domain/dataset';
import { identifier, type TownId } from '../../src/core/domain/identifiers';
import { countedMeasures } from '../../src/core/domain/measure';
import { TYPOLOGY_IDS } from '../../src/core/domain/typology';
import { toPlanarPoint } from '../../src/core/geometry/projection';
import type { LonLat, LonLatMultiPolygon } from '../../src/core/geometry/shapes';
import { createEvaluator, type Evaluator } from '../../src/core/scoring/evaluator';
import { developmentArea, PlaceBuilder, rectangle, scenarioOf, TOWN } from '../support/placeBuilder';
import { addedGreen, addedStation, measuresOf, protection, stationChange } from '../support/measures';
import { townOutlineMeasure } from '../support/townOutline';

/*
 * Whatever a scenario holds, no NaN and no Infinity leaves the evaluator, and nothing is thrown. The one number that may be
 * infinite is the mean way to a departure: where no station runs, or from ground that is none.
 */

type Layer = 'land' | 'farmland' | 'green' | 'coarseGreen' | 'marka' | 'water' | 'river' | 'builtUp' | 'stations' | 'residents' | 'towns';

const LAYERS: readonly Layer[] = [
  'land', 'farmland', 'green', 'coarseGreen', 'marka', 'water', 'river', 'builtUp', 'stations', 'residents', 'towns',
];

const BOW_TIE: LonLatMultiPolygon = [[[...corner(500, 500), ...corner(900, 900), ...corner(900, 500), ...corner(500, 900), ...corner(500, 500)]]];

function corner(x: number, y: number): readonly LonLat[] {
  return [rectangle(x, y, 1, 1)[0]![0]![0]!];
}

function placeWith(layers: ReadonlySet<Layer>): Dataset {
  const builder = new PlaceBuilder({ withLand: false });
  if (layers.has('land')) builder.withPolygons('land', [rectangle(0, 0, 2500, 4000), rectangle(2400, 1000, 500, 500), BOW_TIE]);
  if (layers.has('farmland')) builder.withPolygons('farmland', [rectangle(1500, 0, 600, 600), rectangle(1800, 300, 600, 600)]);
  if (layers.has('green')) builder.withPolygons('green', [rectangle(0, 1500, 800, 800), rectangle(900, 1500, 100, 100), BOW_TIE]);
  if (layers.has('coarseGreen')) builder.withPolygons('green', [rectangle(1000, 2500, 100, 100)], 500);
  if (layers.has('marka')) builder.withPolygons('marka', [rectangle(0, 3000, 2500, 1000)]);
  if (layers.has('water')) builder.withPolygons('water', [rectangle(1200, 1200, 200, 200)]);
  if (layers.has('river')) builder.withRiver('Storelva', [100, 100, 2000, 2000, 2000, 2000]);
  if (layers.has('builtUp')) builder.withPolygons('builtUp', [rectangle(0, 0, 1000, 1000)]);
  if (layers.has('stations')) builder.withStation('midt', 500, 500).withStation('stille', 700, 500, { departuresPerHour: 0 });
  if (layers.has('residents')) {
    builder.withResidents(100, 100, 80).withResidents(3000, 3000, 20).withResidents(2400, 2000, 5).withResidents(600, 600, 0);
  }
  const dataset = builder.build();
  return layers.has('towns') ? dataset : { ...dataset, towns: [] };
}

/** Corners in the place, on round metres and hectometres so that they often coincide. */
const near = fc.oneof(
  fc.tuple(fc.integer({ min: -8, max: 45 }), fc.integer({ min: -8, max: 45 })).map(([x, y]) => corner(100 * x, 100 * y)[0]!),
  fc
    .tuple(fc.double({ min: -3000, max: 7000, noNaN: true }), fc.double({ min: -3000, max: 7000, noNaN: true }))
    .map(([x, y]) => corner(x, y)[0]!),
);

/** Corners anywhere on the globe, the poles and the edge of the zone with it. */
const anywhere = fc.oneof(
  fc.tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -90, max: 90, noNaN: true })),
  fc.constantFrom<LonLat>([0, 0], [-0, -0], [180, 90], [-180, -90], [9, 0], [99, 0], [10, 59.9], [1e-300, 1e-300]),
);

const ring = (position: fc.Arbitrary<LonLat>): fc.Arbitrary<readonly LonLat[]> =>
  fc
    .tuple(fc.array(position, { maxLength: 7 }), fc.boolean())
    .map(([positions, isClosed]) => (isClosed && positions[0] ? [...positions, positions[0]] : positions));

const outline = (position: fc.Arbitrary<LonLat>): fc.Arbitrary<LonLatMultiPolygon> =>
  fc.array(fc.array(ring(position), { maxLength: 3 }), { maxLength: 3 });

const niceOutline = fc
  .tuple(fc.integer({ min: -500, max: 4200 }), fc.integer({ min: -500, max: 4200 }), fc.constantFrom(0.01, 1, 30, 400, 2000))
  .map(([x, y, size]) => rectangle(x, y, size, size));

const anyOutline = fc.oneof(
  { weight: 3, arbitrary: niceOutline },
  { weight: 3, arbitrary: outline(near) },
  { weight: 1, arbitrary: outline(anywhere) },
);

const dwellings = fc.oneof(fc.constantFrom(0, 1, 0.1, 1e-12, 1e9), fc.double({ min: 0, max: 5000, noNaN: true }));

const anyArea = fc
  .record({
    outline: anyOutline,
    first: dwellings,
    second: dwellings,
    developableShare: fc.oneof(fc.constantFrom(1, 0.5, 1e-9, Number.MIN_VALUE), fc.double({ min: 0.01, max: 1, noNaN: true })),
    typology: fc.constantFrom(...TYPOLOGY_IDS),
    town: fc.constantFrom<TownId | null>(TOWN, null, identifier<TownId>('ukjent')),
  })
  .map(({ outline: ground, first, second, ...rest }) =>
    developmentArea('felt', ground, 0, { ...rest, dwellingsByPeriod: [first, second] }),
  );

const departures = fc.oneof(fc.constantFrom(0, 1e-9, 1e9), fc.double({ min: 0, max: 60, noNaN: true }));

const anyMeasures = fc
  .record({
    park: fc.option(anyOutline),
    secondPark: fc.option(anyOutline),
    vern: fc.option(anyOutline),
    secondVern: fc.option(anyOutline),
    town: fc.option(anyOutline),
    moved: fc.option(fc.record({ position: fc.option(fc.oneof(near, anywhere)), departuresPerHour: fc.option(departures) })),
    added: fc.option(fc.record({ position: fc.oneof(near, anywhere), departuresPerHour: departures, openingYear: fc.constantFrom(1, 2026, 9999) })),
    counted: fc.boolean(),
  })
  .map(({ park, secondPark, vern, secondVern, town, moved, added, counted }) =>
    measuresOf(
      ...(park ? [addedGreen('park', park)] : []),
      ...(secondPark ? [addedGreen('park 2', secondPark, { counted })] : []),
      ...(vern ? [protection('vern', vern)] : []),
      ...(secondVern ? [protection('vern 2', secondVern, { counted })] : []),
      ...(town ? [townOutlineMeasure(TOWN, town)] : []),
      ...(moved ? [stationChange('flyttet', 'midt', moved)] : []),
      ...(added ? [addedStation('lagt til', added.position, added)] : []),
    ),
  );

const anyScenario = fc
  .record({
    areas: fc.array(anyArea, { maxLength: 4 }),
    years: fc.constantFrom(1, 2, 5, 6, 10, 75),
    dwellingsPerYear: fc.oneof(fc.constantFrom(0, 1, 1e9), fc.integer({ min: 0, max: 900 })),
    townsShare: fc.constantFrom(0, 0.5, 1),
    share: fc.constantFrom(0, 1),
    measures: anyMeasures,
  })
  .map(({ areas, years, dwellingsPerYear, townsShare, share, measures }) => ({
    ...scenarioOf(
      areas.map((area, index) => ({ ...area, id: identifier(`felt-${index}`) })),
      { firstYear: 2026, lastYear: 2025 + years, dwellingsPerYear, townsShare, shareByTown: new Map([[TOWN, share]]) },
    ),
    measures,
  }));

/** Paths to the numbers in a value that are not finite. */
function notFinite(value: unknown, path = ''): readonly string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path} = ${value}`];
  if (value instanceof Map) return [...value].flatMap(([key, item]) => notFinite(item, `${path}.${String(key)}`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => notFinite(item, `${path}.${key}`));
}

function isOffThePlane(position: LonLat): boolean {
  const { x, y } = toPlanarPoint(position);
  return !Number.isFinite(x) || !Number.isFinite(y);
}

const evaluators = new Map<string, Evaluator>();

function evaluatorWith(layers: readonly Layer[]): Evaluator {
  const key = LAYERS.filter((layer) => layers.includes(layer)).join();
  const evaluator = evaluators.get(key) ?? createEvaluator(placeWith(new Set(layers)));
  evaluators.set(key, evaluator);
  return evaluator;
}

describe('whatever a scenario holds', () => {
  const allLayers = LAYERS.filter((layer) => layer !== 'coarseGreen');
  const layerSets = fc.constantFrom<readonly Layer[]>(
    allLayers,
    ...allLayers.map((missing) => allLayers.filter((layer) => layer !== missing)),
    [...allLayers, 'coarseGreen'],
    ['residents', 'towns'],
    ['stations'],
    [],
  );

  it('every number that leaves the evaluator is finite', () => {
    fc.assert(
      fc.property(layerSets, anyScenario, (layers, scenario) => {
        const { evaluation, facts } = evaluatorWith(layers).evaluate(scenario);
        expect(notFinite(evaluation)).toEqual([]);
        const isSilenced = countedMeasures(scenario.measures, 'stationChange').some(
          ({ position, departuresPerHour }) =>
            (departuresPerHour !== null && !Number.isFinite(30 / departuresPerHour)) || (position !== null && isOffThePlane(position)),
        );
        for (const { meanDepartureMinutes, ...ground } of facts.values()) {
          expect(notFinite(ground)).toEqual([]);
          const hasGround = Object.values(ground.groundDaa).some((daa) => daa > 0);
          expect(meanDepartureMinutes).toBeGreaterThanOrEqual(0);
          expect(meanDepartureMinutes < Infinity || !layers.includes('stations') || isSilenced || !hasGround).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});

import fc from 'fast-check';
import type { DevelopmentArea } from '../../src/core/domain/developmentArea';
import { identifier, type AreaId, type ProjectId, type ScenarioId, type TownId } from '../../src/core/domain/identifiers';
import type { PlaceParameters } from '../../src/core/domain/parameters';
import { periodsOf, type Programme } from '../../src/core/domain/programme';
import type { Scenario } from '../../src/core/domain/scenario';
import { TYPOLOGY_IDS } from '../../src/core/domain/typology';
import type { LonLatMultiPolygon } from '../../src/core/geometry/shapes';
import type { OperationContext } from '../../src/core/operations/outcome';
import type { AreaFacts, AreaFactsTable } from '../../src/core/scoring/evaluation';

export const TOWNS: readonly TownId[] = ['a', 'b', 'c', 'd', 'e'].map((letter) => identifier<TownId>(`by-${letter}`));
export const PROJECT = identifier<ProjectId>('nybane');

/** A place with five towns and one rail project, made up for the tests. */
export const PARAMETERS: PlaceParameters = {
  municipality: { number: '9999', name: 'Prøvekommune' },
  openingView: { southWest: [10, 59], northEast: [11, 60] },
  growthAlternatives: { source: 'oppdiktet', alternatives: [{ id: 'lav', name: 'Lav', dwellingsPerYear: 100 }] },
  usualProgramme: { firstYear: 2026, lastYear: 2035, townsShare: 0.875, source: 'oppdiktet' },
  towns: TOWNS.map((id) => ({ id, name: `By ${id.slice(-1).toUpperCase()}`, anchors: [], developableShare: 0.1, share: 0.2 })),
  projects: [{ id: PROJECT, name: 'Nybanen', openingYear: 2029 }],
  waterBelts: { seaMetres: 100, namedWatercourseMetres: 30, namedWatercourses: [], otherWaterMetres: 10, source: 'oppdiktet' },
  farmlandLossDaaPerYear: { value: 16, source: 'oppdiktet', assumption: true },
  defaultAreas: { gridMetres: 200, minimumDaa: 10, typology: 'blokk', source: 'oppdiktet' },
  ageSupportRatio: { source: 'oppdiktet', years: [] },
  hiddenLayers: [],
};

export const SQUARE: LonLatMultiPolygon = [[[[10.5, 59.9], [10.51, 59.9], [10.51, 59.91], [10.5, 59.91], [10.5, 59.9]]]];

const unit = fc.double({ min: 0, max: 1, noNaN: true });
const amount = fc.oneof(fc.constant(0), fc.double({ min: 0, max: 5000, noNaN: true }));

/** Shares of the five towns that sum to exactly 1, added in order. */
export const sharesArbitrary: fc.Arbitrary<ReadonlyMap<TownId, number>> = fc
  .array(fc.oneof(fc.constant(0), unit, fc.double({ min: 0, max: 1e-9, noNaN: true })), { minLength: 5, maxLength: 5 })
  .filter((parts) => parts.some((part) => part > 1e-3))
  .map((parts) => {
    const whole = parts.reduce((sum, part) => sum + part, 0);
    return new Map(TOWNS.map((town, index) => [town, (parts[index] ?? 0) / whole]));
  })
  .filter((shares) => [...shares.values()].reduce((sum, share) => sum + share, 0) === 1);

export const lockedArbitrary: fc.Arbitrary<ReadonlySet<TownId>> = fc
  .subarray([...TOWNS])
  .map((towns) => new Set(towns));

export const programmeArbitrary: fc.Arbitrary<Programme> = fc
  .record({
    firstYear: fc.integer({ min: 2020, max: 2030 }),
    years: fc.integer({ min: 1, max: 26 }),
    dwellingsPerYear: fc.oneof(fc.constant(0), fc.constant(825), fc.double({ min: 0, max: 2000, noNaN: true })),
    townsShare: unit,
    shareByTown: sharesArbitrary,
    lockedTowns: lockedArbitrary,
  })
  .map(({ years, ...rest }) => ({ ...rest, lastYear: rest.firstYear + years - 1 }));

function areaArbitrary(id: AreaId, periods: number): fc.Arbitrary<DevelopmentArea> {
  return fc.record({
    id: fc.constant(id),
    name: fc.constant(`Felt ${id}`),
    origin: fc.constantFrom('default' as const, 'drawn' as const),
    outline: fc.constant(SQUARE),
    town: fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...TOWNS) }, { weight: 1, arbitrary: fc.constant(null) }),
    typology: fc.constantFrom(...TYPOLOGY_IDS),
    developableShare: fc.double({ min: 0.01, max: 1, noNaN: true }),
    dwellingsByPeriod: fc.array(amount, { minLength: periods, maxLength: periods }),
    setByHand: fc.boolean(),
    phase: fc.option(fc.nat(periods - 1)),
    note: fc.constant(''),
  });
}

const factsArbitrary: fc.Arbitrary<AreaFacts> = fc
  .record({
    landDaa: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 60, noNaN: true })),
    // Few values, so that ties happen.
    meanDepartureMinutes: fc.oneof(fc.integer({ min: 3, max: 8 }), fc.constant(Infinity)),
  })
  .map(({ landDaa, meanDepartureMinutes }) => ({
    landDaa,
    capacity: 0,
    meanDepartureMinutes,
    groundDaa: { sea: 0, lake: 0, farmland: 0, marka: 0, green: 0, builtUp: landDaa, other: 0 },
  }));

export interface Situation {
  readonly scenario: Scenario;
  readonly facts: AreaFactsTable;
  readonly context: OperationContext;
}

/** A scenario with any dwellings at all, and what is measured of its areas. */
export const situationArbitrary: fc.Arbitrary<Situation> = programmeArbitrary.chain((programme) =>
  fc
    .uniqueArray(fc.integer({ min: 0, max: 99 }), { maxLength: 24 })
    .chain((numbers) => {
      const ids = numbers.map((number) => identifier<AreaId>(`felt-${String(number).padStart(2, '0')}`));
      return fc.tuple(
        fc.tuple(...ids.map((id) => areaArbitrary(id, periodsOf(programme).length))),
        fc.tuple(...ids.map(() => factsArbitrary)),
      );
    })
    .map(([areas, measured]) => {
      const facts: AreaFactsTable = new Map(
        areas.map((area, index) => [
          area.id,
          measured[index] ?? { landDaa: 0, capacity: 0, meanDepartureMinutes: 0, groundDaa: { sea: 0, lake: 0, farmland: 0, marka: 0, green: 0, builtUp: 0, other: 0 } },
        ]),
      );
      const scenario: Scenario = {
        id: identifier<ScenarioId>('prøve'),
        name: 'Prøve',
        note: '',
        municipality: '9999',
        programme,
        projects: new Map([[PROJECT, true]]),
        measures: new Map(),
        areas: new Map(areas.map((area) => [area.id, area])),
      };
      return { scenario, facts, context: { facts, dataset: { parameters: PARAMETERS } } };
    }),
);

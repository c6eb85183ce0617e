import type { Dataset } from '../domain/dataset';
import type { DevelopmentArea } from '../domain/developmentArea';
import { periodsOf } from '../domain/programme';
import type { Scenario } from '../domain/scenario';
import type { LonLat, LonLatMultiPolygon } from '../geometry/shapes';
import { METHOD_VERSION, SQUARE_METRES_PER_DAA } from '../method/parameters';
import { conflictPosition, measureAreaGround, type AreaGround } from './areaGround';
import { buildBaseline, type Baseline } from './baseline';
import { blueGreenOf, EQUAL_WEIGHTS, type PartWeights } from './blueGreen';
import { conflictsOf } from './conflicts';
import type { AreaFacts, AreaFactsTable, ConflictKind, Evaluation, PeriodResult, TransitResult } from './evaluation';
import { LAND_CLASSES } from './evaluation';
import { landAccountOf } from './landAccount';
import { measuredArea, shareTaken, type MeasuredArea } from './measuredArea';
import { readingNotes } from './notes';
import { partGrounds } from './partStatus';
import { placeDwellings, type Placement } from './placement';
import { serviceSet, type ServiceSet } from './service';
import { outlinesInForce, travelOfResidents, travelOutsideTowns } from './spread';
import { transitOfPlacement, transitToday } from './transit';
import { meanTravel, type Travel } from './travel';

export interface EvaluatorOptions {
  readonly weights?: PartWeights;
}

export interface EvaluatedScenario {
  readonly evaluation: Evaluation;
  readonly facts: AreaFactsTable;
}

/** Scores scenarios on one data set. What it measures of an outline is kept as long as the outline object lives. */
export interface Evaluator {
  readonly dataset: Dataset;
  evaluate(scenario: Scenario): EvaluatedScenario;
}

interface MeasuredOutline {
  readonly ground: AreaGround;
  readonly travelByService: Map<string, Travel | null>;
  readonly conflictPositions: Map<ConflictKind, LonLat | null>;
}

/**
 * Builds the baseline of a data set and returns what scores scenarios on it.
 *
 * @throws RangeError when the data set has neither a municipality nor land.
 */
export function createEvaluator(dataset: Dataset, options: EvaluatorOptions = {}): Evaluator {
  const baseline = buildBaseline(dataset);
  const today = todayOf(baseline);
  const grounds = partGrounds(dataset);
  const weights = options.weights ?? EQUAL_WEIGHTS;
  const townIds = dataset.towns.map((town) => town.id);
  const measuredOutlines = new WeakMap<LonLatMultiPolygon, MeasuredOutline>();
  const spreadTravels = new Map<string, { outlines: readonly LonLatMultiPolygon[]; travel: Travel | null }>();

  const measure = (outline: LonLatMultiPolygon): MeasuredOutline => {
    let measured = measuredOutlines.get(outline);
    if (!measured) {
      measured = {
        ground: measureAreaGround(baseline.ground, baseline.landRaster, outline),
        travelByService: new Map(),
        conflictPositions: new Map(),
      };
      measuredOutlines.set(outline, measured);
    }
    return measured;
  };

  const travelOf = (area: DevelopmentArea, service: ServiceSet): Travel | null => {
    const { ground, travelByService } = measure(area.outline);
    let travel = travelByService.get(service.key);
    if (travel === undefined) {
      travel = meanTravel(ground.homes, service);
      travelByService.set(service.key, travel);
    }
    return travel;
  };

  const spreadTravelOf = (scenario: Scenario, service: ServiceSet): Travel | null => {
    if (!baseline.residents) return null;
    const outlines = outlinesInForce(dataset.towns, scenario.townOutlines);
    const known = spreadTravels.get(service.key);
    if (known?.outlines.every((outline, index) => outline === outlines[index])) return known.travel;
    const travel = travelOutsideTowns(baseline.residents, outlines, service);
    spreadTravels.set(service.key, { outlines, travel });
    return travel;
  };

  const positionOf = ({ area }: MeasuredArea, kind: ConflictKind): LonLat | null => {
    const { conflictPositions } = measure(area.outline);
    let position = conflictPositions.get(kind);
    if (position === undefined) {
      position = conflictPosition(baseline.ground, area.outline, kind);
      conflictPositions.set(kind, position);
    }
    return position;
  };

  const placementAt = (scenario: Scenario, areas: readonly MeasuredArea[], periodCount: number): Placement => {
    const lastYear = periodsOf(scenario.programme)[periodCount - 1]?.lastYear ?? scenario.programme.lastYear;
    const service = serviceSet(dataset.stations, lastYear, scenario.projects);
    return placeDwellings(
      scenario,
      areas,
      periodCount,
      ({ area }) => travelOf(area, service),
      spreadTravelOf(scenario, service),
      townIds,
    );
  };

  const factsOf = (scenario: Scenario, areas: readonly MeasuredArea[]): AreaFactsTable => {
    const service = serviceSet(dataset.stations, scenario.programme.lastYear, scenario.projects);
    return new Map(
      areas.map((measured) => [
        measured.area.id,
        areaFacts(measured, travelOf(measured.area, service)?.departureMinutes ?? Infinity),
      ]),
    );
  };

  return {
    dataset,
    evaluate(scenario) {
      const areas = [...scenario.areas.values()]
        .sort((a, b) => (a.id < b.id ? -1 : 1))
        .map((area) => measuredArea(area, measure(area.outline).ground));
      const periods = periodsOf(scenario.programme).map((period, index) => {
        const placement = placementAt(scenario, areas, index + 1);
        const account = landAccountOf(placement);
        const result: PeriodResult = {
          period,
          dwellings: placement.dwellings,
          persons: placement.persons,
          transit: transitOfPlacement(placement),
          blueGreen: blueGreenOf(
            placement,
            account,
            grounds,
            weights,
            dataset.parameters.farmlandLossDaaPerYear.value,
            { B3: null, B5: null },
          ),
          towns: placement.towns,
          outside: placement.outside,
        };
        return { placement, account, result };
      });
      const last = periods.at(-1);
      if (!last) throw new RangeError('A programme needs at least one year');
      const conflicts = conflictsOf(last.placement, dataset, positionOf);
      const { placement, account, result } = last;
      return {
        evaluation: {
          methodVersion: METHOD_VERSION,
          datasetHash: dataset.hash,
          dwellings: result.dwellings,
          persons: result.persons,
          transit: result.transit,
          today,
          blueGreen: result.blueGreen,
          landAccount: account,
          conflicts,
          permitted: conflicts.every((conflict) => conflict.severity !== 'forbidden'),
          towns: result.towns,
          outside: result.outside,
          periods: periods.map((period) => period.result),
          ...sharesOf(placement),
          notes: readingNotes(placement, baseline),
        },
        facts: factsOf(scenario, areas),
      };
    },
  };
}

function todayOf({ dataset, residents }: Baseline): TransitResult {
  const service = serviceSet(dataset.stations, 'today', new Map());
  return transitToday(residents && travelOfResidents(residents, service), residents?.total ?? 0);
}

function areaFacts({ ground, capacity }: MeasuredArea, meanDepartureMinutes: number): AreaFacts {
  const groundDaa = Object.fromEntries(
    LAND_CLASSES.map((landClass) => [landClass, ground.byClass[landClass] / SQUARE_METRES_PER_DAA]),
  ) as AreaFacts['groundDaa'];
  return { landDaa: ground.land / SQUARE_METRES_PER_DAA, capacity, meanDepartureMinutes, groundDaa };
}

/** Shares of the placed dwellings, and how densely they are built. */
function sharesOf(
  placement: Placement,
): Pick<Evaluation, 'shareInTowns' | 'shareOnBuiltUp' | 'dwellingsPerDaa'> {
  const { placed } = placement.dwellings;
  if (placed <= 0) return { shareInTowns: null, shareOnBuiltUp: null, dwellingsPerDaa: null };
  const inTowns = placement.towns.reduce((sum, town) => sum + town.placed, 0);
  let onBuiltUp = placement.spread;
  let takenSquareMetres = 0;
  for (const area of placement.areas) {
    const { ground } = area.measured;
    if (area.placed <= 0) continue;
    onBuiltUp += (area.placed * ground.byClass.builtUp) / ground.land;
    takenSquareMetres += ground.land * shareTaken(area.measured, area.placed);
  }
  const takenDaa = takenSquareMetres / SQUARE_METRES_PER_DAA + landAccountOf(placement).outsideSpreadDaa;
  return {
    shareInTowns: inTowns / placed,
    shareOnBuiltUp: onBuiltUp / placed,
    dwellingsPerDaa: takenDaa > 0 ? placed / takenDaa : null,
  };
}

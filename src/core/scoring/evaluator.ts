import type { Dataset } from '../domain/dataset';
import { periodsOf } from '../domain/programme';
import type { Scenario } from '../domain/scenario';
import { METHOD_VERSION, SQUARE_METRES_PER_DAA } from '../method/parameters';
import type { WalkingNetwork } from '../network/walkingNetwork';
import { AreaMeasurements } from './areaMeasurements';
import { buildBaseline, type Baseline } from './baseline';
import { blueGreenOf, EQUAL_WEIGHTS, type GreenFindings, type PartWeights } from './blueGreen';
import { conflictsOf } from './conflicts';
import type {
  AreaFacts,
  AreaFactsTable,
  Evaluation,
  LandAccount,
  PeriodResult,
} from './evaluation';
import { GreenAssessor, type ScenarioGreen } from './greenFindings';
import { landAccountOf } from './landAccount';
import { LatestFew } from './latestFew';
import type { MeasuredArea } from './measuredArea';
import { MeasureBook, type MeasureEffects } from './measureEffects';
import { readingNotes } from './notes';
import { placeDwellings, type Placement } from './placement';
import { ServiceBook, serviceSet, type ServiceSet } from './service';
import { outsideTowns, travelOfResidents } from './spread';
import { transitOfPlacement, transitToday } from './transit';
import { detourDistances, networkDistances, type Travel, type WalkingDistances } from './travel';

export interface EvaluatorOptions {
  readonly weights?: PartWeights;
  /** Walks follow it where it reaches (method §3); without one they are the straight line times the detour factor. */
  readonly walkingNetwork?: WalkingNetwork;
}

export interface EvaluatedScenario {
  readonly evaluation: Evaluation;
  readonly facts: AreaFactsTable;
}

/** An evaluation with what it was computed from at the end of the programme: the ground of every explanation. */
export interface Assessment extends EvaluatedScenario {
  readonly scenario: Scenario;
  readonly baseline: Baseline;
  readonly weights: PartWeights;
  readonly service: ServiceSet;
  readonly placement: Placement;
  readonly landAccount: LandAccount;
  readonly findings: GreenFindings;
  readonly effects: MeasureEffects;
  readonly green: ScenarioGreen;
  /** Today's residents' transit proximity; null when the data set has none. */
  readonly todayTravel: Travel | null;
}

/** Sets of town outlines of which the residents outside are kept. */
const KEPT_TOWN_OUTLINES = 4;

/** Scores scenarios on one data set. What it measures of an outline is kept as long as the outline object lives. */
export interface Evaluator {
  readonly dataset: Dataset;
  evaluate(scenario: Scenario): EvaluatedScenario;
  assess(scenario: Scenario): Assessment;
}

/**
 * Builds the baseline of a data set and returns what scores scenarios on it.
 *
 * @throws RangeError when the data set has neither a municipality nor land.
 */
export function createEvaluator(dataset: Dataset, options: EvaluatorOptions = {}): Evaluator {
  return evaluatorOn(buildBaseline(dataset), options);
}

/** What scores scenarios on a baseline that is built. */
export function evaluatorOn(baseline: Baseline, options: EvaluatorOptions = {}): Evaluator {
  const { dataset } = baseline;
  const weights = options.weights ?? EQUAL_WEIGHTS;
  const townIds = dataset.towns.map((town) => town.id);
  const { walkingNetwork } = options;
  const distancesByService = new WeakMap<ServiceSet, WalkingDistances>();
  const distancesOf = (service: ServiceSet): WalkingDistances => {
    let distances = distancesByService.get(service);
    if (!distances) {
      distances = walkingNetwork ? networkDistances(service, walkingNetwork) : detourDistances(service);
      distancesByService.set(service, distances);
    }
    return distances;
  };
  const services = new ServiceBook();
  const measureBook = new MeasureBook(baseline);
  const measurements = new AreaMeasurements(baseline, distancesOf);
  const green = new GreenAssessor(baseline, measurements);
  const todayTravel = travelToday(baseline, distancesOf);
  const today = transitToday(todayTravel, baseline.residents?.total ?? 0);
  const { residents } = baseline;
  const residentsOutside = new LatestFew(KEPT_TOWN_OUTLINES, (outlines: MeasureEffects['townOutlines']) => ({
    residents: residents && outsideTowns(residents, outlines),
    travels: new WeakMap<ServiceSet, { readonly travel: Travel | null }>(),
  }));

  const spreadTravelOf = (outlines: MeasureEffects['townOutlines'], service: ServiceSet): Travel | null => {
    const outside = residentsOutside.of(outlines);
    if (!outside.residents) return null;
    let known = outside.travels.get(service);
    if (!known) {
      known = { travel: travelOfResidents(outside.residents, service, distancesOf(service)) };
      outside.travels.set(service, known);
    }
    return known.travel;
  };

  const assess = (scenario: Scenario): Assessment => {
    const effects = measureBook.effectsOf(scenario.measures);
    const areas = [...scenario.areas.values()]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map((area) => measurements.measure(area, effects));
    const scenarioGreen = green.greenOf(areas, effects);
    const periods = periodsOf(scenario.programme).map((period, index) => {
      const service = services.serviceIn(effects.stations, period.lastYear, scenario.projects);
      const placement = placeDwellings(
        scenario,
        areas,
        index + 1,
        (measured) => measurements.travel(measured, service),
        spreadTravelOf(effects.townOutlines, service),
        townIds,
      );
      const landAccount = landAccountOf(placement);
      const findings = green.assess(scenarioGreen, effects, placement);
      const pace = dataset.parameters.farmlandLossDaaPerYear.value;
      const result: PeriodResult = {
        period,
        dwellings: placement.dwellings,
        persons: placement.persons,
        transit: transitOfPlacement(placement),
        blueGreen: blueGreenOf(placement, landAccount, baseline.partGrounds, weights, pace, findings),
        towns: placement.towns,
        outside: placement.outside,
      };
      return { service, placement, landAccount, findings, result };
    });
    const last = periods.at(-1);
    if (!last) throw new RangeError('A programme needs at least one year');
    const { service, placement, landAccount, findings, result } = last;
    const conflicts = conflictsOf(placement, dataset, (measured, kind) =>
      kind === 'protection'
        ? (effects.protectedGround?.positionIn(measured.area.outline) ?? null)
        : measurements.conflictPosition(measured, kind),
    );
    const evaluation: Evaluation = {
      methodVersion: METHOD_VERSION,
      datasetHash: dataset.hash,
      dwellings: result.dwellings,
      persons: result.persons,
      transit: result.transit,
      today,
      blueGreen: result.blueGreen,
      landAccount,
      conflicts,
      permitted: conflicts.every((conflict) => conflict.severity !== 'forbidden'),
      towns: result.towns,
      outside: result.outside,
      periods: periods.map((period) => period.result),
      ...sharesOf(placement, landAccount),
      notes: [...readingNotes(placement, baseline), ...(walkingNetwork?.notes ?? [])],
    };
    const facts: AreaFactsTable = new Map(
      areas.map((measured) => [
        measured.area.id,
        areaFacts(measured, measurements.travel(measured, service)?.departureMinutes ?? Infinity),
      ]),
    );
    return {
      scenario,
      baseline,
      weights,
      service,
      placement,
      landAccount,
      findings,
      effects,
      green: scenarioGreen,
      todayTravel,
      evaluation,
      facts,
    };
  };

  return {
    dataset,
    assess,
    evaluate(scenario) {
      const { evaluation, facts } = assess(scenario);
      return { evaluation, facts };
    },
  };
}

function travelToday(
  { dataset, residents }: Baseline,
  distancesOf: (service: ServiceSet) => WalkingDistances,
): Travel | null {
  if (!residents) return null;
  const service = serviceSet(dataset.stations, 'today', new Map());
  return travelOfResidents(residents, service, distancesOf(service));
}

function areaFacts({ ground, capacity }: MeasuredArea, meanDepartureMinutes: number): AreaFacts {
  return {
    landDaa: ground.land / SQUARE_METRES_PER_DAA,
    capacity,
    meanDepartureMinutes,
    groundDaa: ground.groundDaa,
  };
}

/** Shares of the placed dwellings, and how densely they are built. */
function sharesOf(
  placement: Placement,
  account: LandAccount,
): Pick<Evaluation, 'shareInTowns' | 'shareOnBuiltUp' | 'dwellingsPerDaa'> {
  const { placed } = placement.dwellings;
  if (placed <= 0) return { shareInTowns: null, shareOnBuiltUp: null, dwellingsPerDaa: null };
  const inTowns = placement.towns.reduce((sum, town) => sum + town.placed, 0);
  let onBuiltUp = placement.spread;
  let takenDaa = account.outsideSpreadDaa;
  for (const area of placement.areas) {
    if (area.placed <= 0) continue;
    const { ground } = area.measured;
    onBuiltUp += (area.placed * ground.byClass.builtUp) / ground.land;
    takenDaa += (ground.land * area.shareTaken) / SQUARE_METRES_PER_DAA;
  }
  return {
    shareInTowns: inTowns / placed,
    shareOnBuiltUp: onBuiltUp / placed,
    dwellingsPerDaa: takenDaa > 0 ? placed / takenDaa : null,
  };
}

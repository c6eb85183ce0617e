import type { Dataset } from '../domain/dataset';
import { periodsOf } from '../domain/programme';
import type { Scenario } from '../domain/scenario';
import { METHOD_VERSION } from '../method/parameters';
import type { WalkingNetwork } from '../network/walkingNetwork';
import { AreaMeasurements } from './areaMeasurements';
import { sharesOf, type Assessment, type EvaluatedScenario, type PeriodAssessment } from './assessment';
import { buildBaseline, type Baseline } from './baseline';
import { blueGreenOf, EQUAL_WEIGHTS, type PartWeights } from './blueGreen';
import type {
  Evaluation,
  PeriodResult,
} from './evaluation';
import { FactsBook } from './factsTable';
import { GreenAssessor } from './greenFindings';
import { landAccountOf } from './landAccount';
import { MeasureBook, type MeasureEffects } from './measureEffects';
import { readingNotes } from './notes';
import { givenByPeriod, placeDwellings, PlacementColumns } from './placement';
import { once } from './once';
import type { ResidentsOutside } from './neighbourhoods';
import type { Residents } from './residents';
import { ResidentTravel } from './residentTravel';
import { ServiceBook, serviceSet, type ServiceSet } from './service';
import { SiteBook } from './siteFindings';
import { travelOfResidents } from './spread';
import { transitOfPlacement, transitToday } from './transit';
import type { Travel } from './travel';
import { StraightWalks, type Walks } from './walks';

export interface EvaluatorOptions {
  readonly weights?: PartWeights;
  /** Walks follow it where it reaches (method §3); without one they are the straight line times the detour factor. */
  readonly walkingNetwork?: WalkingNetwork;
}

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
  const walksByService = new WeakMap<ServiceSet, Walks>();
  const walksTo = (service: ServiceSet): Walks =>
    once(walksByService, service, () => (walkingNetwork ? walkingNetwork.distancesTo(service.stations) : new StraightWalks(service)));
  const todayService = serviceSet(dataset.stations, 'today', new Map());
  const services = new ServiceBook(todayService);
  const measureBook = new MeasureBook(baseline);
  const measurements = new AreaMeasurements(baseline, walksTo);
  const green = new GreenAssessor(baseline);
  const dataNotes = [...baseline.mendedLayers.values(), ...(walkingNetwork?.notes ?? [])];
  const siteBook = new SiteBook(dataset);
  const factsBook = new FactsBook();
  const todayTravelOf = (homes: Residents): Travel | null => travelOfResidents(homes, todayService, walksTo(todayService));
  const { residents, outside } = baseline;
  const residentTravel = outside && new ResidentTravel(outside.neighbourhoods, todayService, walksTo);
  const today = transitToday(residentTravel && residentTravel.today(), residents?.total ?? 0);
  const spreadTravels = new WeakMap<ResidentsOutside, WeakMap<ServiceSet, { readonly travel: Travel | null }>>();
  const spreadTravelOf = (outlines: MeasureEffects['townOutlines'], service: ServiceSet): Travel | null => {
    if (!outside || !residentTravel) return null;
    const outsiders = outside.of(outlines);
    const travels = once(spreadTravels, outsiders, () => new WeakMap<ServiceSet, { readonly travel: Travel | null }>());
    return once(travels, service, () => ({ travel: residentTravel.outside(outsiders, service) })).travel;
  };

  const assess = (scenario: Scenario): Assessment => {
    const effects = measureBook.effectsOf(scenario.measures);
    const measuredAreas = measurements.measureAll(scenario, effects);
    const { areas, ground } = measuredAreas;
    const programmePeriods = periodsOf(scenario.programme);
    const given = givenByPeriod(areas, programmePeriods.length);
    const scenarioGreen = green.greenOf(areas, given.at(-1) ?? new Float64Array(areas.length), effects);
    const periods = programmePeriods.map((period, index): PeriodAssessment => {
      const service = services.serviceIn(effects.stations, period.lastYear, scenario.projects);
      const placement = placeDwellings(
        scenario.programme,
        new PlacementColumns(measuredAreas, service, given[index]!),
        index + 1,
        spreadTravelOf(effects.townOutlines, service),
        townIds,
      );
      const landAccount = landAccountOf(placement);
      const findings = green.assess(scenarioGreen, effects, ground, placement);
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
    const sites = siteBook.findingsOf(placement, ground, (measured, kind) =>
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
      conflicts: sites.conflicts,
      permitted: sites.permitted,
      towns: result.towns,
      outside: result.outside,
      periods: periods.map((period) => period.result),
      ...sharesOf(placement, landAccount),
      notes: [...readingNotes(placement, sites.notes, baseline), ...dataNotes],
    };
    const facts = factsBook.tableOf(areas, ground, service);
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
      periods,
      today: { service: todayService, travelOf: todayTravelOf },
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

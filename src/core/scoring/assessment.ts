import type { Scenario } from '../domain/scenario';
import { SQUARE_METRES_PER_DAA } from '../method/parameters';
import type { Baseline } from './baseline';
import type { GreenFindings, PartWeights } from './blueGreen';
import type { AreaFactsTable, Evaluation, LandAccount, PeriodResult } from './evaluation';
import type { ScenarioGreen } from './greenFindings';
import type { MeasureEffects } from './measureEffects';
import type { Placement } from './placement';
import type { Residents } from './residents';
import type { ServiceSet } from './service';
import type { Travel } from './travel';

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
  /** The same at the end of each period, the last of which is what stands above. */
  readonly periods: readonly PeriodAssessment[];
  readonly today: TodayService;
}

/** What the numbers at the end of one period were computed from. */
export interface PeriodAssessment {
  readonly service: ServiceSet;
  readonly placement: Placement;
  readonly landAccount: LandAccount;
  readonly findings: GreenFindings;
  readonly result: PeriodResult;
}

/** The stations in operation now, and transit proximity of residents by them. */
export interface TodayService {
  readonly service: ServiceSet;
  readonly travelOf: (residents: Residents) => Travel | null;
}

/** The assessment as it would be if the programme ended after its first `periods` periods; at least one. */
export function assessmentAt(assessment: Assessment, periods: number): Assessment {
  const told = assessment.periods.slice(0, Math.max(1, periods));
  const last = told.at(-1);
  if (!last) throw new RangeError('A programme needs at least one year');
  const { service, placement, landAccount, findings, result } = last;
  const isBuilt = new Set(placement.areas.flatMap(({ area, given }) => (given > 0 ? [area.id] : [])));
  const { dwellings, persons, transit, blueGreen, towns, outside } = result;
  const conflicts = assessment.evaluation.conflicts.filter(({ area }) => isBuilt.has(area));
  return {
    ...assessment,
    service,
    placement,
    landAccount,
    findings,
    periods: told,
    evaluation: {
      ...assessment.evaluation,
      dwellings,
      persons,
      transit,
      blueGreen,
      landAccount,
      conflicts,
      permitted: conflicts.every(({ severity }) => severity !== 'forbidden'),
      towns,
      outside,
      periods: told.map((period) => period.result),
      ...sharesOf(placement, landAccount),
    },
  };
}

/** Shares of the placed dwellings, and how densely they are built. */
export function sharesOf(
  placement: Placement,
  account: LandAccount,
): Pick<Evaluation, 'shareInTowns' | 'shareOnBuiltUp' | 'dwellingsPerDaa'> {
  const { placed } = placement.dwellings;
  if (placed <= 0) return { shareInTowns: null, shareOnBuiltUp: null, dwellingsPerDaa: null };
  const inTowns = placement.towns.reduce((sum, town) => sum + town.placed, 0);
  let onBuiltUp = placement.spread;
  let takenDaa = account.outsideSpreadDaa;
  const { columns } = placement;
  for (let position = 0; position < columns.areas.count; position += 1) {
    onBuiltUp += columns.placed[position]! * columns.areas.builtUpShare[position]!;
    takenDaa += (columns.areas.landSquareMetres[position]! * columns.shareTaken[position]!) / SQUARE_METRES_PER_DAA;
  }
  return {
    shareInTowns: inTowns / placed,
    shareOnBuiltUp: onBuiltUp / placed,
    dwellingsPerDaa: takenDaa > 0 ? placed / takenDaa : null,
  };
}

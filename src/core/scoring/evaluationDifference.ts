import type { TownId } from '../domain/identifiers';
import type { Scenario } from '../domain/scenario';
import {
  LAND_CLASSES,
  PART_IDS,
  type BlueGreenResult,
  type Conflict,
  type ConflictKind,
  type Evaluation,
  type LandClass,
  type PartId,
  type TransitResult,
} from './evaluation';
import { rankingObstacle, type RankingObstacle } from './ranking';

/** One side of a comparison: a scenario with its numbers, or the municipality as it is. */
export type ComparedSide =
  | { readonly kind: 'today' }
  | { readonly kind: 'scenario'; readonly scenario: Pick<Scenario, 'programme'>; readonly evaluation: Evaluation };

/** Why the differences are no ranking (method §2). `today`: residents are held against new dwellings. */
export type ComparisonObstacle = RankingObstacle | 'today';

/** A number of each side, and the second less the first; null where a side has no such number. */
export interface Change {
  readonly first: number | null;
  readonly second: number | null;
  readonly difference: number | null;
}

export interface PartChange {
  readonly id: PartId;
  /** 0–100. */
  readonly score: Change;
  /** In the part's own unit. */
  readonly value: Change;
}

export interface ConflictChange {
  readonly kind: ConflictKind;
  readonly areas: Change;
  readonly areaDaa: Change;
}

export interface LandChange {
  readonly landClass: LandClass;
  readonly takenDaa: Change;
}

export interface TownChange {
  /** Null for what lies outside the towns. */
  readonly town: TownId | null;
  /** Dwellings. */
  readonly placed: Change;
  /** 0–100. */
  readonly transitScore: Change;
}

/** What sets two scenarios apart, number by number. */
export interface EvaluationDifference {
  readonly obstacle: ComparisonObstacle | null;
  readonly transit: {
    readonly score: Change;
    readonly share500: Change;
    readonly share1000: Change;
    readonly meanWalkMinutes: Change;
  };
  readonly blueGreen: { readonly score: Change; readonly parts: readonly PartChange[] };
  readonly dwellings: { readonly programme: Change; readonly placed: Change; readonly unplaced: Change };
  /** Kinds that either side meets. */
  readonly conflicts: readonly ConflictChange[];
  readonly forbidden: Change;
  readonly land: readonly LandChange[];
  readonly takenDaa: Change;
  /** In the order of the data set, outside last. */
  readonly towns: readonly TownChange[];
}

/** Two numbers and the second less the first. */
function changeOf(first: number | null, second: number | null): Change {
  return { first, second, difference: first === null || second === null ? null : second - first };
}

/** What one side says; today nothing is built, and there is no plan to score. */
interface SideNumbers {
  readonly transit: TransitResult;
  readonly blueGreen: BlueGreenResult | null;
  readonly conflicts: readonly Conflict[];
  readonly evaluation: Evaluation | null;
}

function numbersOf(side: ComparedSide, other: ComparedSide): SideNumbers | null {
  if (side.kind === 'scenario') {
    const { evaluation } = side;
    return { transit: evaluation.transit, blueGreen: evaluation.blueGreen, conflicts: evaluation.conflicts, evaluation };
  }
  if (other.kind === 'today') return null;
  return { transit: other.evaluation.today, blueGreen: null, conflicts: [], evaluation: null };
}

/** Why the two may not be ranked against each other; null when they may. */
export function comparisonObstacle(first: ComparedSide, second: ComparedSide): ComparisonObstacle | null {
  return first.kind === 'today' || second.kind === 'today' ? 'today' : rankingObstacle(first, second);
}

function partOf(blueGreen: BlueGreenResult | null, id: PartId, of: 'score' | 'value'): number | null {
  return blueGreen?.parts.find((part) => part.id === id)?.[of] ?? null;
}

function conflictChanges(first: SideNumbers, second: SideNumbers): readonly ConflictChange[] {
  const kinds = new Set([...first.conflicts, ...second.conflicts].map(({ kind }) => kind));
  const ofKind = ({ conflicts }: SideNumbers, kind: ConflictKind): readonly Conflict[] =>
    conflicts.filter((conflict) => conflict.kind === kind);
  const daa = (conflicts: readonly Conflict[]): number => conflicts.reduce((sum, { areaDaa }) => sum + areaDaa, 0);
  return [...kinds].map((kind) => {
    const [before, after] = [ofKind(first, kind), ofKind(second, kind)];
    return { kind, areas: changeOf(before.length, after.length), areaDaa: changeOf(daa(before), daa(after)) };
  });
}

function takenOf({ evaluation }: SideNumbers, landClass: LandClass): number {
  return evaluation?.landAccount.rows.find((row) => row.landClass === landClass)?.takenDaa ?? 0;
}

function townChanges(first: SideNumbers, second: SideNumbers): readonly TownChange[] {
  const towns = new Set([second, first].flatMap(({ evaluation }) => evaluation?.towns.map(({ town }) => town) ?? []));
  const resultOf = ({ evaluation }: SideNumbers, town: TownId): { placed: number; transitScore: number | null } =>
    evaluation?.towns.find((result) => result.town === town) ?? { placed: 0, transitScore: null };
  const outsideOf = ({ evaluation }: SideNumbers): { placed: number; transitScore: number | null } => {
    if (!evaluation) return { placed: 0, transitScore: null };
    const { inAreas, spread, transitScore } = evaluation.outside;
    return { placed: inAreas + spread, transitScore };
  };
  const change = (
    town: TownId | null,
    before: ReturnType<typeof outsideOf>,
    after: ReturnType<typeof outsideOf>,
  ): TownChange => ({
    town,
    placed: changeOf(before.placed, after.placed),
    transitScore: changeOf(before.transitScore, after.transitScore),
  });
  return [
    ...[...towns].map((town) => change(town, resultOf(first, town), resultOf(second, town))),
    change(null, outsideOf(first), outsideOf(second)),
  ];
}

/** The second side less the first, number by number. Null when both are today, which have nothing between them. */
export function evaluationDifference(firstSide: ComparedSide, secondSide: ComparedSide): EvaluationDifference | null {
  const first = numbersOf(firstSide, secondSide);
  const second = numbersOf(secondSide, firstSide);
  if (!first || !second) return null;
  const transit = (of: 'score' | 'share500' | 'share1000' | 'meanWalkMinutes'): Change => changeOf(first.transit[of], second.transit[of]);
  const dwellings = (of: 'programme' | 'placed' | 'unplaced'): Change =>
    changeOf(first.evaluation?.dwellings[of] ?? 0, second.evaluation?.dwellings[of] ?? 0);
  const land = LAND_CLASSES.map((landClass) => ({ landClass, takenDaa: changeOf(takenOf(first, landClass), takenOf(second, landClass)) }));
  const taken = (of: 'first' | 'second'): number => land.reduce((sum, { takenDaa }) => sum + (takenDaa[of] ?? 0), 0);
  const forbidden = ({ conflicts }: SideNumbers): number => conflicts.filter(({ severity }) => severity === 'forbidden').length;
  return {
    obstacle: comparisonObstacle(firstSide, secondSide),
    transit: {
      score: transit('score'),
      share500: transit('share500'),
      share1000: transit('share1000'),
      meanWalkMinutes: transit('meanWalkMinutes'),
    },
    blueGreen: {
      score: changeOf(first.blueGreen?.score ?? null, second.blueGreen?.score ?? null),
      parts: PART_IDS.map((id) => ({
        id,
        score: changeOf(partOf(first.blueGreen, id, 'score'), partOf(second.blueGreen, id, 'score')),
        value: changeOf(partOf(first.blueGreen, id, 'value'), partOf(second.blueGreen, id, 'value')),
      })),
    },
    dwellings: { programme: dwellings('programme'), placed: dwellings('placed'), unplaced: dwellings('unplaced') },
    conflicts: conflictChanges(first, second),
    forbidden: changeOf(forbidden(first), forbidden(second)),
    land,
    takenDaa: changeOf(taken('first'), taken('second')),
    towns: townChanges(first, second),
  };
}

import type { ScenarioId } from '../../core/domain/identifiers';
import type { PartResult } from '../../core/scoring/evaluation';
import {
  evaluationDifference,
  type ComparedSide,
  type ComparisonObstacle,
  type EvaluationDifference,
} from '../../core/scoring/evaluationDifference';
import { leadOf, type Lead } from '../../core/scoring/ranking';
import { sharesAhead, type ComparedScenario, type Comparison } from '../../state/comparisonStore';

/** What the others are held against: a scenario, or today when null. */
export type Reference = ScenarioId | null;

/** A score of one scenario held against that of the reference. */
export interface ScoreAgainst {
  /** Points more than the reference. */
  readonly difference: number;
  /** Share of the draws in which it is ahead of the reference, 0–1. */
  readonly share: number;
  /** `first`: ahead of the reference. */
  readonly ahead: Lead;
}

/** What a row of the comparison says. */
export interface ComparisonRow extends ComparedScenario {
  readonly isOpen: boolean;
  readonly isReference: boolean;
  /** Why it is not ranked against the reference; null for the reference itself, unless it is forbidden. */
  readonly obstacle: ComparisonObstacle | null;
  /** Its numbers less those of the reference. */
  readonly difference: EvaluationDifference | null;
  /** Null where it is not ranked, is the reference, or has no score. */
  readonly transitAgainst: ScoreAgainst | null;
  readonly blueGreenAgainst: ScoreAgainst | null;
  readonly farmlandDaa: number | null;
}

function against(difference: number | null, share: number | null): ScoreAgainst | null {
  const ahead = leadOf(share);
  return difference === null || share === null || ahead === null ? null : { difference, share, ahead };
}

function sideOf(row: ComparedScenario | undefined): ComparedSide {
  return row ? { kind: 'scenario', scenario: row.scenario, evaluation: row.evaluation } : { kind: 'today' };
}

function rowOf(comparison: Comparison, row: ComparedScenario, openId: string, reference: ComparedScenario | undefined): ComparisonRow {
  const { scenario, evaluation } = row;
  const isReference = scenario.id === reference?.scenario.id;
  const difference = evaluationDifference(sideOf(reference), sideOf(row));
  const obstacle = difference?.obstacle ?? null;
  const shares = reference && !isReference && obstacle === null ? sharesAhead(comparison, scenario.id, reference.scenario.id) : null;
  return {
    ...row,
    isOpen: scenario.id === openId,
    isReference,
    obstacle,
    difference,
    transitAgainst: against(difference?.transit.score.difference ?? null, shares?.transit ?? null),
    blueGreenAgainst: against(difference?.blueGreen.score.difference ?? null, shares?.blueGreen ?? null),
    farmlandDaa: evaluation.landAccount.rows.find(({ landClass }) => landClass === 'farmland')?.takenDaa ?? null,
  };
}

/** The rows of the comparison, each held against the reference; one that is not among them is today. */
export function comparisonRows(comparison: Comparison, openId: string, referenceId: Reference): readonly ComparisonRow[] {
  const reference = comparison.compared.find(({ scenario }) => scenario.id === referenceId);
  return comparison.compared.map((row) => rowOf(comparison, row, openId, reference));
}

/** Whether any part was computed from data coarser than it asks for. */
export function isCoarse(parts: readonly PartResult[]): boolean {
  return parts.some(({ status }) => status.kind === 'coarse');
}

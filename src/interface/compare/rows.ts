import type { PartResult } from '../../core/scoring/evaluation';
import { leadOf, rankingObstacle, type Lead, type RankingObstacle } from '../../core/scoring/ranking';
import { sharesAhead, type ComparedScenario, type Comparison } from '../../state/comparisonStore';

/** A score of one scenario held against that of the open one. */
export interface ScoreAgainst {
  /** Points more than the open one. */
  readonly difference: number;
  /** Share of the draws in which it is ahead of the open one, 0–1. */
  readonly share: number;
  /** `first`: ahead of the open one. */
  readonly ahead: Lead;
}

/** What a row of the comparison says. */
export interface ComparisonRow extends ComparedScenario {
  readonly isOpen: boolean;
  /** Why it is not ranked against the open scenario; null for the open one itself, unless it is forbidden. */
  readonly obstacle: RankingObstacle | null;
  /** Null where it is not ranked, is the open one, or has no score. */
  readonly transitAgainst: ScoreAgainst | null;
  readonly blueGreenAgainst: ScoreAgainst | null;
  readonly farmlandDaa: number | null;
}

function against(own: number | null, open: number | null, share: number | null): ScoreAgainst | null {
  const ahead = leadOf(share);
  if (own === null || open === null || share === null || ahead === null) return null;
  return { difference: own - open, share, ahead };
}

function rowOf(comparison: Comparison, row: ComparedScenario, open: ComparedScenario | undefined): ComparisonRow {
  const { scenario, evaluation } = row;
  const isOpen = scenario.id === open?.scenario.id;
  const obstacle = open ? rankingObstacle(open, row) : null;
  const shares = open && !isOpen && obstacle === null ? sharesAhead(comparison, scenario.id, open.scenario.id) : null;
  return {
    ...row,
    isOpen,
    obstacle,
    transitAgainst: against(evaluation.transit.score, open?.evaluation.transit.score ?? null, shares?.transit ?? null),
    blueGreenAgainst: against(evaluation.blueGreen.score, open?.evaluation.blueGreen.score ?? null, shares?.blueGreen ?? null),
    farmlandDaa: evaluation.landAccount.rows.find(({ landClass }) => landClass === 'farmland')?.takenDaa ?? null,
  };
}

/** The rows of the comparison, each held against the open scenario. */
export function comparisonRows(comparison: Comparison, openId: string): readonly ComparisonRow[] {
  const open = comparison.compared.find(({ scenario }) => scenario.id === openId);
  return comparison.compared.map((row) => rowOf(comparison, row, open));
}

/** Whether any part was computed from data coarser than it asks for. */
export function isCoarse(parts: readonly PartResult[]): boolean {
  return parts.some(({ status }) => status.kind === 'coarse');
}

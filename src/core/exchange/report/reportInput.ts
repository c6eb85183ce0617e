import type { PairComparison, ScoreRange, UncertaintyResult } from '../../scoring/uncertainty/uncertainty';
import type { ExportedScenario } from '../exportedScenario';
import type { Paper } from './reportStyle';

export interface ScenarioRanges {
  readonly transit: ScoreRange | null;
  readonly blueGreen: ScoreRange | null;
}

export interface ReportedScenario {
  readonly exported: ExportedScenario;
  /** Null when nothing is drawn for it. */
  readonly ranges: ScenarioRanges | null;
}

/** What a report tells of: one scenario, or several side by side. */
export interface ReportInput {
  readonly scenarios: readonly ReportedScenario[];
  /** How the ranges were drawn, and which scenario is ahead, by their places in the list; null without draws. */
  readonly draws: (Pick<UncertaintyResult, 'generator' | 'seed' | 'draws'> & { readonly pairs: readonly PairComparison[] }) | null;
  readonly paper: Paper;
  /** The day it is made, as it is written; null when it is not to be told. */
  readonly date: string | null;
}

import type { ScenarioId } from '../domain/identifiers';
import type { Scenario } from '../domain/scenario';
import type { Evaluation } from '../scoring/evaluation';

/** What `score --json` prints and exports carry: every number of an evaluation, with what it is an evaluation of. */
export interface ScoreSummary extends Evaluation {
  readonly scenario: ScenarioId;
  readonly name: string;
  readonly municipality: string;
  readonly programme: {
    readonly firstYear: number;
    readonly lastYear: number;
    readonly dwellingsPerYear: number;
    readonly townsShare: number;
    readonly towns: readonly { readonly town: string; readonly share: number }[];
  };
  readonly projects: readonly { readonly project: string; readonly counted: boolean }[];
}

/** Puts an evaluation together with what it is an evaluation of; plain JSON values all through. */
export function scoreSummary(scenario: Scenario, evaluation: Evaluation): ScoreSummary {
  const { programme } = scenario;
  return {
    scenario: scenario.id,
    name: scenario.name,
    municipality: scenario.municipality,
    programme: {
      firstYear: programme.firstYear,
      lastYear: programme.lastYear,
      dwellingsPerYear: programme.dwellingsPerYear,
      townsShare: programme.townsShare,
      towns: [...programme.shareByTown].map(([town, share]) => ({ town, share })),
    },
    projects: [...scenario.projects].map(([project, counted]) => ({ project, counted })),
    ...evaluation,
  };
}

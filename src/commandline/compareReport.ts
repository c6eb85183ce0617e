import type { Scenario } from '../core/domain/scenario';
import type { Evaluation } from '../core/scoring/evaluation';
import { fixed, percent } from './numbers';
import { textTable } from './textTable';

export interface ScoredFile {
  readonly file: string;
  readonly scenario: Scenario;
  readonly evaluation: Evaluation;
}

const HEADINGS = [
  ['scenario', 'siste', 'boliger', 'uplassert', 'kollektiv-', 'blågrønt', 'innen', 'innen', 'gange', 'dyrka', 'konflikter'],
  ['', 'år', '', '', 'nærhet', 'grep', '500 m', '1000 m', 'min', 'mark daa', ''],
] as const;

function row({ scenario, evaluation }: ScoredFile): readonly string[] {
  const { dwellings, transit, blueGreen, landAccount, conflicts, permitted } = evaluation;
  const farmland = landAccount.rows.find(({ landClass }) => landClass === 'farmland')?.takenDaa ?? null;
  return [
    scenario.id,
    String(scenario.programme.lastYear),
    fixed(dwellings.programme, 0),
    fixed(dwellings.unplaced, 0),
    fixed(transit.score),
    fixed(blueGreen.score),
    percent(transit.share500),
    percent(transit.share1000),
    fixed(transit.meanWalkMinutes),
    fixed(farmland),
    permitted ? String(conflicts.length) : `${conflicts.length}, ikke tillatt`,
  ];
}

/** Scenarios by number of dwellings and last year: only within such a group can they be ranked. */
function groups(scored: readonly ScoredFile[]): readonly string[] {
  const byProgramme = new Map<string, string[]>();
  for (const { scenario, evaluation } of scored) {
    const programme = `${fixed(evaluation.dwellings.programme, 0)} boliger til ${scenario.programme.lastYear}`;
    byProgramme.set(programme, [...(byProgramme.get(programme) ?? []), scenario.id]);
  }
  if (byProgramme.size <= 1) return [];
  return [
    '',
    'Scenarioer kan bare rangeres mot hverandre når boligtallet og siste år er likt:',
    ...[...byProgramme].map(([programme, ids]) => `  ${programme}: ${ids.join(', ')}`),
  ];
}

/** One row for each scenario, in the order they were given. */
export function compareReport(scored: readonly ScoredFile[]): string {
  return [...textTable([...HEADINGS, ...scored.map(row)]), ...groups(scored), ''].join('\n');
}

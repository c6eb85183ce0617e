import type { Scenario } from '../core/domain/scenario';
import { scoreSummary, type ScoreSummary } from '../core/exchange/scoreSummary';
import type { Evaluation } from '../core/scoring/evaluation';
import { leadOf, rankingObstacle, type Lead } from '../core/scoring/ranking';
import type { ScoreRange, UncertaintyResult } from '../core/scoring/uncertainty/uncertainty';
import { drawnFrom, fixed, percent, rangeOf } from './numbers';
import { textTable } from './textTable';

interface ScoredFile {
  readonly file: string;
  readonly scenario: Scenario;
  readonly evaluation: Evaluation;
}

/** Scenarios with their common draws, which are in the order of the files. */
export interface Compared {
  readonly files: readonly ScoredFile[];
  readonly uncertainty: UncertaintyResult;
}

const HEADINGS = [
  ['scenario', 'siste', 'boliger', 'uplassert', 'kollektiv-', '', 'blågrønt', '', 'innen', 'innen', 'gange', 'dyrka', 'konflikter'],
  ['', 'år', '', '', 'nærhet', '5–95 %', 'grep', '5–95 %', '500 m', '1000 m', 'min', 'mark daa', ''],
] as const;

function row(
  { scenario, evaluation }: ScoredFile,
  ranges: { readonly transit: ScoreRange | null; readonly blueGreen: ScoreRange | null } | undefined,
): readonly string[] {
  const { dwellings, transit, blueGreen, landAccount, conflicts, permitted } = evaluation;
  const farmland = landAccount.rows.find(({ landClass }) => landClass === 'farmland')?.takenDaa ?? null;
  return [
    scenario.id,
    String(scenario.programme.lastYear),
    fixed(dwellings.programme, 0),
    fixed(dwellings.unplaced, 0),
    fixed(transit.score),
    rangeOf(ranges?.transit ?? null),
    fixed(blueGreen.score),
    rangeOf(ranges?.blueGreen ?? null),
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

/** Two scenarios that may be ranked against each other, on one score. */
interface RankedScore {
  /** Share of the draws in which the first is higher, 0–1; null where either has no score. */
  readonly shareFirstHigher: number | null;
  /** Who is ahead; `none` when the draws do not tell them apart. */
  readonly ahead: Lead | null;
}

interface RankedPair {
  readonly first: ScoredFile;
  readonly second: ScoredFile;
  readonly transit: RankedScore;
  readonly blueGreen: RankedScore;
}

function rankedPairs({ files, uncertainty }: Compared): readonly RankedPair[] {
  const ranked = (shareFirstHigher: number | null): RankedScore => ({ shareFirstHigher, ahead: leadOf(shareFirstHigher) });
  return uncertainty.pairs.flatMap(({ first: one, second: other, transit, blueGreen }) => {
    const [first, second] = [files[one], files[other]];
    if (!first || !second || rankingObstacle(first, second) !== null) return [];
    return [{ first, second, transit: ranked(transit), blueGreen: ranked(blueGreen) }];
  });
}

function leadText({ first, second }: RankedPair, { shareFirstHigher, ahead }: RankedScore): string {
  if (shareFirstHigher === null || ahead === null) return '–';
  if (ahead === 'none') return `skiller ikke (${percent(shareFirstHigher)})`;
  return ahead === 'first'
    ? `${first.scenario.id} foran (${percent(shareFirstHigher)})`
    : `${second.scenario.id} foran (${percent(1 - shareFirstHigher)})`;
}

function pairLines(compared: Compared): readonly string[] {
  const pairs = rankedPairs(compared);
  if (pairs.length === 0) return [];
  const rows = pairs.map((pair) => [
    `${pair.first.scenario.id} – ${pair.second.scenario.id}`,
    leadText(pair, pair.transit),
    leadText(pair, pair.blueGreen),
  ]);
  return [
    '',
    'To og to, med andelen av trekningene der den som er foran, har flest poeng. «skiller ikke»: ingen av dem i over 95 %; andelen er den førstes.',
    ...textTable([['', 'kollektivnærhet', 'blågrønt grep'], ...rows], ['left', 'left', 'left']).map((line) => `  ${line}`),
  ];
}

/** One row for each scenario, in the order they were given, and who is ahead in each pair that may be ranked. */
export function compareReport(compared: Compared): string {
  const { files, uncertainty } = compared;
  const rows = files.map((scored, index) => row(scored, uncertainty.scenarios[index]));
  return [...textTable([...HEADINGS, ...rows]), ...groups(files), ...pairLines(compared), '', drawnFrom(uncertainty), ''].join('\n');
}

interface ComparedSummary extends Pick<UncertaintyResult, 'generator' | 'seed' | 'draws'> {
  readonly scenarios: readonly (ScoreSummary & {
    readonly file: string;
    readonly ranges: { readonly transit: ScoreRange | null; readonly blueGreen: ScoreRange | null };
  })[];
  /** Pairs that may be ranked, by their files. */
  readonly pairs: readonly {
    readonly first: string;
    readonly second: string;
    readonly transit: RankedScore;
    readonly blueGreen: RankedScore;
  }[];
}

/** What `compare --json` prints: the summaries with their files and ranges, and who is ahead in each pair. */
export function compareSummary(compared: Compared): ComparedSummary {
  const { files, uncertainty } = compared;
  const { generator, seed, draws } = uncertainty;
  return {
    generator,
    seed,
    draws,
    scenarios: files.map(({ file, scenario, evaluation }, index) => ({
      file,
      ...scoreSummary(scenario, evaluation),
      ranges: uncertainty.scenarios[index] ?? { transit: null, blueGreen: null },
    })),
    pairs: rankedPairs(compared).map(({ first, second, transit, blueGreen }) => ({
      first: first.file,
      second: second.file,
      transit,
      blueGreen,
    })),
  };
}

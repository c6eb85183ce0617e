import type { PartId } from '../../core/scoring/evaluation';
import type { Lead, RankingObstacle } from '../../core/scoring/ranking';
import { countOf, formatNumber, formatShare } from '../format/numbers';

function lead(score: string, ahead: Lead, share: number): string {
  if (ahead === 'none') return `skiller ikke på ${score}`;
  const percent = formatShare(ahead === 'first' ? share : 1 - share, 0);
  return `${ahead === 'first' ? 'foran' : 'bak'} på ${score} (${percent} av trekningene)`;
}

export const COMPARE_WORDS = {
  title: 'Alle scenarioer',
  close: 'Lukk',
  report: 'Last ned som rapport (A4)',
  reportWorking: 'Lager rapporten …',
  loading: 'Regner ut alle scenarioene …',
  problem: (reason: string): string => `Scenarioene kunne ikke sammenlignes: ${reason}`,
  intro: (name: string): string => `Det åpne scenarioet er «${name}». Velg en rad eller et punkt for å åpne et annet.`,
  drawn: (draws: number, seed: number, generator: string): string =>
    `Spennet er 5–95 % av ${formatNumber(draws)} felles trekninger (${generator}, frø ${seed}).`,
  plane: 'Kollektivnærhet og blågrønt grep, med spenn',
  tableName: 'Alle scenarioer',
  scenario: 'Scenario',
  today: 'I dag',
  transit: 'Kollektivnærhet',
  blueGreen: 'Blågrønt grep',
  within500: '500\u00a0m',
  within1000: '1\u00a0000\u00a0m',
  within: 'Andel boliger innen gangavstand av stasjon',
  walk: 'Gange',
  walkWhy: 'Gange til nærmeste stasjon, minutter i snitt',
  parts: { B1: 'Jord', B2: 'Grønt', B3: 'Sammen\u00adheng', B4: 'Vann', B5: 'Nær\u00adgrønt', B6: 'Over\u00advann' } satisfies Record<PartId, string>,
  farmland: 'Dyrka daa',
  farmlandWhy: 'Dyrka mark som bygges ned, daa',
  conflicts: 'Konflikter',
  conflictsWhy: 'Felt med boliger der noe skal spares',
  unplaced: 'Uplassert',
  unplacedWhy: 'Boliger i programmet som ikke er plassert',
  difference: 'Mot',
  differenceWhy: (name: string): string => `Poeng mer eller mindre enn «${name}»`,
  differenceTable: (name: string): string => `Alle scenarioer som forskjell fra ${name}`,
  asDifference: 'Vis forskjell',
  against: 'Hold mot',
  openReference: 'Det åpne scenarioet',
  reference: 'holdes mot',
  open: 'åpent nå',
  openScenario: (name: string): string => `Åpne ${name}`,
  forbidden: 'ikke tillatt',
  extent: (dwellings: number, lastYear: number): string => `${countOf(dwellings, 'bolig', 'boliger')} til ${lastYear}`,
  /** Why a scenario is not ranked against the open one. */
  obstacle: (obstacle: RankingObstacle, dwellings: number, lastYear: number): string =>
    ({
      notPermitted: 'rangeres ikke: ikke tillatt',
      unequalDwellings: `rangeres ikke: ${countOf(dwellings, 'bolig', 'boliger')}`,
      unequalLastYear: `rangeres ikke: til ${lastYear}`,
    })[obstacle],
  heldAgainst: (name: string): string => `Mot «${name}»`,
  todayIsNoPlan: 'I dag gjelder dem som bor her nå, planene gjelder nye boliger. Forskjellen rangeres ikke.',
  noneToRank: 'Ingen andre scenarioer har samme boligtall og samme siste år, og er tillatt. Derfor er ingen rangert.',
  /** How another scenario stands to the open one. */
  verdict(transit: { ahead: Lead; share: number } | null, blueGreen: { ahead: Lead; share: number } | null): string {
    const leads = [
      transit && lead('kollektivnærhet', transit.ahead, transit.share),
      blueGreen && lead('blågrønt grep', blueGreen.ahead, blueGreen.share),
    ].filter((text) => text !== null);
    return leads.length === 0 ? 'uten poeng å sammenligne' : leads.join(', ');
  },
  same: 'skiller ikke',
  point: (name: string, transit: string, blueGreen: string): string =>
    `${name}: kollektivnærhet ${transit}, blågrønt grep ${blueGreen}. Åpne`,
  range: (low: number, high: number): string => `${formatNumber(low)}–${formatNumber(high)}`,
} as const;

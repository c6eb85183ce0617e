import type { ComparisonObstacle } from '../../core/scoring/evaluationDifference';
import type { Lead } from '../../core/scoring/ranking';
import type { DifferenceView } from '../../state/differenceStore';
import { countOf, formatNumber, formatShare } from '../format/numbers';

export const VIEW_WORDS: Readonly<Record<DifferenceView, string>> = {
  difference: 'Forskjell',
  swipe: 'Sveip',
  beside: 'Side ved side',
};

export const DIFFERENCE_WORDS = {
  title: 'Sammenlign to',
  close: 'Avslutt sammenligningen',
  first: 'A, fra',
  second: 'B, til',
  today: 'I dag',
  swap: 'Bytt om A og B',
  view: 'Slik vises kartet',
  year: 'År som A og B sammenlignes ved utgangen av',
  allYears: 'Hele',
  measuring: 'Regner ut begge scenarioene …',
  problem: (reason: string): string => `Scenarioene kunne ikke sammenlignes: ${reason}`,
  legend: 'Boliger per daa, B minus A',
  fewer: 'færre (skravert)',
  more: 'flere',
  none: 'likt',
  beyond: (value: number): string => `${value < 0 ? '≤ ' : '≥ '}${formatNumber(value)}`,
  /** Why the numbers are no ranking. */
  obstacle: (obstacle: ComparisonObstacle, first: { dwellings: number; lastYear: number }, second: { dwellings: number; lastYear: number }): string =>
    ({
      notPermitted: 'Minst ett av dem har boliger der det ikke er tillatt. Derfor rangeres de ikke.',
      unequalDwellings: `A har ${countOf(first.dwellings, 'bolig', 'boliger')} og B ${formatNumber(second.dwellings)}. Ulike programmer rangeres ikke.`,
      unequalLastYear: `A går til ${first.lastYear} og B til ${second.lastYear}. Ulike programmer rangeres ikke.`,
      today: 'I dag gjelder dem som bor her nå, planen gjelder de nye boligene. Forskjellen rangeres ikke.',
    })[obstacle],
  number: 'Tall',
  difference: 'B − A',
  points: 'poeng',
  notApart: 'skiller ikke',
  /** Who the draws say is ahead. */
  verdict(lead: Lead, shareSecondHigher: number): string {
    if (lead === 'none') return DIFFERENCE_WORDS.notApart;
    return `${lead === 'first' ? 'A' : 'B'} er foran i ${formatShare(lead === 'first' ? 1 - shareSecondHigher : shareSecondHigher, 0)} av trekningene`;
  },
  drawing: 'trekker spenn …',
  verdictWhy: (draws: number): string => `${formatNumber(draws)} felles trekninger. De skiller ikke når ingen er foran i mer enn 95 %.`,
  transit: 'Kollektivnærhet',
  blueGreen: 'Blågrønt grep',
  within500: 'Innen 500 m',
  within1000: 'Innen 1 000 m',
  walk: 'Gange til stasjon',
  minutes: 'min',
  percentagePoints: '%-poeng',
  parts: 'Deler av blågrønt grep',
  conflicts: 'Konflikter',
  noConflicts: 'Ingen av dem berører noe som skal spares.',
  land: 'Arealregnskap: bygges ned',
  sum: 'Sum',
  daa: 'daa',
  areas: 'felt',
  towns: 'Boliger per småby',
  townScores: 'Kollektivnærhet per småby',
  outside: 'Utenfor',
  dwellings: 'Boliger',
  placed: 'Plassert',
  unplaced: 'Uplassert',
  largest: 'Felt som skiller mest',
  largestWhy: 'Boliger i alt, B minus A. Velg et felt for å se det i kartet.',
  noneDiffer: 'Ingen felt skiller dem.',
  show: (area: string): string => `Vis ${area} i kartet`,
  onlyIn: (side: 'A' | 'B'): string => `bare i ${side}`,
  redrawn: 'nytt omriss',
  perDaa: 'boliger/daa',
  all: 'Alle scenarioer i tabell',
  print: 'Ark for utskrift',
  picture: 'Kart som PNG',
  divider: 'Skille mellom A til venstre og B til høyre',
  share: (first: string, percent: number): string => `${first} dekker ${formatNumber(percent)} % av kartet`,
} as const;

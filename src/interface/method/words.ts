import type { Standing } from '../../core/method/figure';

export const METHOD_WORDS = {
  close: 'Lukk',
  pages: 'Sider om metoden',
  indicators: 'Skårer og deler',
  topics: 'Slik er det gjort',
  related: 'Les også',
  formula: 'Formelen',
  filledIn: 'Med tallene i',
  terms: 'Det som inngår',
  layers: 'Kartlag',
  about: 'Om metoden',
  sum: 'Sum',
  none: 'Ingen felt bidrar.',
  showAll: (count: number): string => `Vis alle ${count}`,
  showFewer: 'Vis færre',
  showOnMap: (name: string): string => `Vis ${name} i kartet`,
  explain: (name: string): string => `Hvor kommer ${name} fra?`,
  accuracy: (metres: string): string => `nøyaktighet ${metres} m`,
  noNumber: 'Ikke noe tall',
  assumption: 'antakelse',
} as const;

/** Standings that a reader is warned of, as the badge that says so. */
export const STANDING_BADGES: Readonly<Record<Standing, 'assumption' | 'missing' | null>> = {
  primary: null,
  choice: null,
  assumption: 'assumption',
  secondHand: 'missing',
};

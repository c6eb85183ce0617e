import { countOf, formatNumber } from '../format/numbers';

export const MULTIPLES_WORDS = {
  title: 'Scenarioene side ved side',
  print: 'Skriv ut',
  close: 'Lukk',
  paper: 'A4 liggende. Alle kartene har samme utsnitt og målestokk.',
  drawing: (drawn: number): string => `Tegner kart … ${countOf(drawn, 'kart', 'kart')} ferdig`,
  problem: (reason: string): string => `Kartene kunne ikke tegnes: ${reason}`,
  map: (name: string): string => `Kart over ${name}`,
  transit: 'Kollektivnærhet',
  blueGreen: 'Blågrønt grep',
  extent: (dwellings: number, lastYear: number): string => `${countOf(dwellings, 'bolig', 'boliger')} til ${lastYear}`,
  forbidden: 'ikke tillatt, rangeres ikke',
  unequal: 'Ulike programmer rangeres ikke mot hverandre.',
  scale: (scale: number): string => `Målestokk 1 : ${formatNumber(scale)} på A4`,
  draft: 'Arbeidsutkast. Poeng 0–100, høyere er bedre.',
  sources: 'Kart',
} as const;

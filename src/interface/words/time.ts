import { formatNumber } from '../format/numbers';

export const TIME_WORDS = {
  time: 'Tid',
  today: 'I dag',
  endOf: (year: number): string => `ved utgangen av ${year}`,
  slider: 'År som kartet og tallene viser',
  play: 'Spill av utbyggingen',
  pause: 'Stopp',
  curves: 'Kurver',
  hideCurves: 'Skjul kurver',
  growth: (dwellings: number, persons: number): string => `${formatNumber(dwellings)} boliger · ${formatNumber(persons)} nye innbyggere`,
  nothingYet: 'Ingen nye boliger ennå',
  curvesTitle: 'Boliger plassert, samlet ved utgangen av hver periode',
  outside: 'Utenfor',
  shown: (year: number | null): string =>
    year === null ? 'Kartet og tallene viser i dag.' : `Kartet og tallene viser utgangen av ${year}.`,
  showAll: 'Vis hele programmet',
} as const;

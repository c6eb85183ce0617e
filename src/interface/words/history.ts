import { countOf } from '../format/numbers';

export const HISTORY_WORDS = {
  history: 'Historikk',
  empty: 'Her kommer hvert steg du tar. Velg et steg for å gå tilbake til det.',
  undone: 'angret',
  start: 'Slik det ble åpnet',
  older: (steps: number): string => `Før dette: ${countOf(steps, 'steg', 'steg')} til`,
} as const;

import type { MeasureKind, ProtectionCode } from '../../core/domain/measure';

export const MEASURE_KIND_WORDS: Readonly<Record<MeasureKind, string>> = {
  stationChange: 'Endret stasjon',
  addedStation: 'Ny stasjon',
  addedGreen: 'Nytt grøntområde',
  protection: 'Vern',
  townOutline: 'Nytt omriss for småby',
};

/** National names of the zones, by code. */
export const PROTECTION_WORDS: Readonly<Record<ProtectionCode, string>> = {
  510: '510 Hensyn landbruk',
  530: '530 Hensyn friluftsliv',
  540: '540 Hensyn grønnstruktur',
  550: '550 Hensyn landskap',
  560: '560 Bevaring naturmiljø',
  570: '570 Bevaring kulturmiljø',
};

/** Measures that can be begun on, in the order of the buttons. */
export const NEW_MEASURES = ['addGreen', 'addProtection', 'addStation'] as const;

export type NewMeasure = (typeof NEW_MEASURES)[number];

export const MEASURE_KEYS: Readonly<Record<NewMeasure, string>> = { addGreen: 'g', addProtection: 'w', addStation: 'j' };

export const MEASURE_WORDS = {
  heading: 'Tiltak',
  count: (counted: number, all: number): string => (all === 0 ? 'ingen' : counted === all ? `${all}` : `${counted} av ${all} på`),
  intro: 'Stasjoner, grønt og vern som scenarioet regner med.',
  add: 'Nytt tiltak',
  addGreen: 'Park eller grøntdrag',
  addProtection: 'Vern',
  addStation: 'Stasjon',
  editTown: (town: string): string => `Omriss for ${town}`,
  drawing: 'Tegn på kartet. Enter avslutter, Esc avbryter',
  placing: 'Klikk i kartet der stasjonen skal ligge. Esc avbryter',
  counted: (name: string): string => `Regn med ${name}`,
  edit: 'Rediger',
  done: 'Ferdig',
  editOutline: 'Endre omriss',
  move: 'Flytt på kartet',
  show: (name: string): string => `Vis ${name} i kartet`,
  remove: 'Fjern',
  name: 'Navn',
  note: 'Merknad',
  code: 'Hensynssone',
  departures: 'Avganger i timen',
  openingYear: 'Åpner',
  line: 'Linje',
  mode: 'Bane',
  asToday: (departures: number): string => `I dag ${departures}`,
  changeStation: 'Hva om stasjonen var annerledes?',
  moved: 'Flyttet i scenarioet',
  moveBack: 'Flytt tilbake',
  reset: 'Som i dag',
  newOutline: 'Endre småbyens omriss',
} as const;

/** What the keys of the measures do. */
export const MEASURE_KEY_ROWS: readonly (readonly [readonly string[], string])[] = NEW_MEASURES.map((kind) => [
  [MEASURE_KEYS[kind].toUpperCase()],
  `Nytt tiltak: ${MEASURE_WORDS[kind].toLowerCase()}`,
]);

import type { ConflictKind, PartId } from '../../core/scoring/evaluation';
import type { DetailedGround } from '../result/missingGround';
import { countOf, formatNumber, formatQuantity, formatShare, formatUpTo } from '../format/numbers';

const MISSING_GROUND: Readonly<Record<DetailedGround, string>> = {
  landResource: 'AR5',
  parks: 'parker',
  streams: 'detaljert vann',
};

const MISSING_LIST = new Intl.ListFormat('nb-NO', { type: 'conjunction' });

export interface PartWords {
  readonly name: string;
  /** The quantity with its unit. */
  readonly quantity: (value: number) => string;
  readonly says: string;
  readonly direction: string;
}

export const PART_WORDS: Readonly<Record<PartId, PartWords>> = {
  B1: {
    name: 'Dyrka mark',
    quantity: (value) => `${formatQuantity(value)} daa bygges ned`,
    says: 'Dyrka mark som bygges ned i hele programmet.',
    direction: 'Mindre er bedre. 100 er ingen nedbygging; 0 er tempoet kommunen hadde før, eller verre.',
  },
  B2: {
    name: 'Grønnstruktur',
    quantity: (value) => `${formatQuantity(value)} m² grønt per bolig`,
    says: 'Skog, park og Marka som bygges ned, fordelt på boligene.',
    direction: 'Mindre er bedre. 0 poeng ved 100 m² per bolig, som når blokker bygges helt på grønt.',
  },
  B3: {
    name: 'Sammenheng',
    quantity: (value) => `${formatShare(value)} svekkes`,
    says: 'Hvor godt grøntområdene henger sammen etter utbyggingen.',
    direction: 'Mindre tap er bedre. 0 poeng ved 5 % tap.',
  },
  B4: {
    name: 'Vannbelter',
    quantity: (value) => `${formatQuantity(value)} m² belte per bolig`,
    says: 'Land i beltene langs sjø, elver og innsjøer som bygges ned, fordelt på boligene.',
    direction: 'Mindre er bedre. 0 poeng ved 100 m² per bolig.',
  },
  B5: {
    name: 'Nærgrønt',
    quantity: (value) => `${formatShare(value)} har grønt nær`,
    says: 'Boliger med minst 5 daa grønt innen 200 m gange, og med minst 200 daa innen 500 m.',
    direction: 'Flere er bedre.',
  },
  B6: {
    name: 'Overvann',
    quantity: (value) => `${formatQuantity(Math.abs(value))} m² ${value < 0 ? 'mindre' : 'mer'} per bolig`,
    says: 'Avrenning som kommer til når grunnen bygges om, målt som m² redusert areal per bolig.',
    direction: 'Mindre er bedre. 0 poeng ved 40 m² per bolig.',
  },
};

export const CONFLICT_WORDS: Readonly<Record<ConflictKind, string>> = {
  marka: 'Marka',
  sea: 'Sjø',
  farmland: 'Dyrka mark',
  shoreBelt: 'Strandsonen, 100 m fra sjøen',
  watercourseBelt: 'Belte langs elv eller innsjø',
  natureReserve: 'Naturvernområde',
  flood: 'Flomsone',
  quickClay: 'Kvikkleiresone',
  noise: 'Støysone',
  valuableNature: 'Verdifull natur',
  protection: 'Vernet i planen',
};

export const RESULT_WORDS = {
  loading: 'Regner ut …',
  problem: (reason: string): string => `Tallene kunne ikke regnes ut: ${reason}`,
  transit: 'Kollektivnærhet',
  transitSays: 'Hvor fort boligene kommer av gårde med tog og T-bane. 100 er best.',
  blueGreen: 'Blågrønt grep',
  blueGreenSays: 'Hvor godt planen sparer jord, grønt og vann. 100 er best.',
  outOf: 'av 100',
  whereFrom: 'Hvor kommer tallet fra?',
  explain: (name: string, value: string): string => `${name} ${value}. Hvor kommer tallet fra?`,
  range: (low: string, high: string): string => `${low}–${high}`,
  rangeWhy: (draws: number, seed: number): string => `5–95 % av ${formatNumber(draws)} trekninger, frø ${seed}`,
  noScore: 'ingen boliger å måle',
  today: 'i dag',
  plan: 'Planen',
  ofToday: (name: string): string => `I dag: ${name.toLowerCase()}`,
  todayHeading: 'I dag',
  within500: 'Innen 500 m gange',
  within1000: 'Innen 1 000 m gange',
  walk: 'Gange til stasjon',
  railIndex: 'Baneindeks',
  minutes: (value: number | null): string => `${formatNumber(value, 1)} min`,
  scoreLive: (transit: string, blueGreen: string): string => `Kollektivnærhet ${transit}, blågrønt grep ${blueGreen} av 100.`,
  coarse: 'grove data',
  coarseWhy: (metres: number): string => `Kartdata med ${formatNumber(metres)} m nøyaktighet. Bruk tallet som et hint.`,
  missing: 'mangler datagrunnlag',
  noDwellings: 'ingen boliger',
  /** Why plans hardly differ on B with coarse data. */
  hardlyDiffers: (missing: readonly DetailedGround[]): string =>
    `Planer inne i byggesonen skiller seg lite her. Det trengs ${MISSING_LIST.format(missing.map((ground) => MISSING_GROUND[ground]))} for å se forskjell på dem.`,
  weights: (count: number): string => `Snittet av ${count} deler med like vekter. Deler uten data er holdt utenfor.`,
  accuracy: (metres: number | null): string => (metres === null ? '' : `${formatNumber(metres)} m`),
  conflicts: 'Konflikter',
  markConflicts: 'Merk konfliktene i kartet',
  explainConflict: 'Hvor kommer overlappen fra?',
  noConflicts: 'Ingen felt med boliger berører Marka, sjø, dyrka mark eller vannbelter.',
  forbidden: 'Ikke tillatt',
  forbiddenWhy: 'Planen har boliger i Marka eller i sjøen. Den kan ikke rangeres mot andre planer.',
  areasTouched: (count: number): string => countOf(count, 'felt', 'felt'),
  daa: (value: number): string => `${formatQuantity(value)} daa`,
  showAll: (count: number): string => `Vis alle ${formatNumber(count)}`,
  showConflict: (area: string): string => `Vis ${area} i kartet`,
  landAccount: 'Arealregnskap',
  ground: 'I feltene',
  taken: 'Bygges ned',
  landAccountWhy: 'Grunnen under feltene med boliger, og hvor mye av den som bygges. Daa.',
  outsideSpread: (daa: number): string => `Av dette ${formatQuantity(daa)} daa bebygd til vekst utenfor småbyene.`,
  sum: 'Sum',
  people: 'Boliger og innbyggere',
  dwellingsChoice: 'Boliger',
  personsChoice: 'Innbyggere',
  tableChoice: 'Vis i tabellen',
  town: 'Småby',
  outside: 'Utenfor',
  peopleWhy: 'Nye i hver periode, plassert i felt eller spredt. Personer per bolig etter boligtype er en antakelse.',
  placedOf: (placed: number, programme: number): string =>
    `${formatNumber(placed)} av ${countOf(programme, 'bolig', 'boliger')} er plassert`,
  inTowns: (share: number): string => `${formatShare(share, 0)} i småbyene`,
  onBuiltUp: (share: number): string => `${formatShare(share, 0)} på bebygd grunn`,
  density: (value: number): string => `${formatUpTo(value, 1)} boliger per daa`,
  assumption: 'antakelse',
  sources: 'Kilder',
  source: 'Kilde',
  method: (version: number): string => `Metode versjon ${version}`,
} as const;

import type { StationMode } from '../../core/domain/station';
import type { TypologyId } from '../../core/domain/typology';
import type { LayerRole } from '../../core/domain/catalogue';
import { countOf, formatDistance, formatNumber, formatQuantity, formatUpTo } from '../format/numbers';

export const TYPOLOGY_WORDS: Readonly<Record<TypologyId, string>> = {
  bykvartal: 'Bykvartal',
  blokk: 'Blokk',
  rekkehus: 'Rekkehus',
  småhus: 'Småhus',
};

export const MODE_WORDS: Readonly<Record<StationMode, string>> = {
  train: 'Togstasjon',
  metro: 'T-banestasjon',
};

export const ROLE_WORDS: Readonly<Partial<Record<LayerRole, string>>> = {
  farmland: 'Dyrka mark',
  green: 'Grønt',
  marka: 'Marka',
  water: 'Vann',
  builtUp: 'Bebyggelse',
  railLine: 'Bane',
};

export const CARD_WORDS = {
  close: 'Lukk kortet',
  kinds: { area: 'Utbyggingsfelt', town: 'Småby', conflict: 'Konflikt' },
  alsoHere: 'Også her',
  details: 'Navn, periode og merknad',
  name: 'Navn',
  town: 'Regnes til',
  noTown: 'Utenfor småbyene',
  phase: 'Bygges fra',
  noPhase: 'Følger rekkefølgen',
  period: (firstYear: number, lastYear: number): string => (firstYear === lastYear ? `${firstYear}` : `${firstYear}–${lastYear}`),
  note: 'Merknad',
  editOutline: 'Rediger omriss',
  clip: 'Klipp bort vern',
  remove: 'Slett felt',
  severalChosen: (count: number): string => `${formatNumber(count)} felt valgt`,
  dwellings: 'Boliger',
  dwellingsText: (count: number): string => countOf(count, 'bolig', 'boliger'),
  capacity: (count: number): string => `plass til ${countOf(count, 'bolig', 'boliger')}`,
  overCapacity: (count: number): string => `${countOf(count, 'bolig', 'boliger')} over kapasitet`,
  byHand: 'Satt for hånd',
  automatic: 'Fylles automatisk',
  release: 'La feltet fylles automatisk',
  typology: 'Boligtype',
  share: 'Kan bygges ut',
  sharedGround: (daa: number, others: readonly string[]): string =>
    `${formatQuantity(daa)} daa ligger også under ${others.length > 3 ? `${others.length} andre felt` : others.join(' og ')}, og telles to ganger.`,
  claimGround: 'Ta grunnen',
  land: (daa: number): string => `${formatQuantity(daa)} daa land`,
  toDeparture: (minutes: number): string => `${formatNumber(minutes, 1)} min fra dør til avgang`,
  density: (perDaa: number): string => `${formatUpTo(perDaa, 1)} per daa utbygd`,
  persons: (perDwelling: number): string => `${formatUpTo(perDwelling, 1)} personer per bolig`,
  inTown: (town: string): string => `i ${town}`,
  outsideTowns: 'utenfor småbyene',
  townPlaced: (placed: number, capacity: number): string =>
    `${countOf(placed, 'bolig', 'boliger')} · plass til ${formatNumber(capacity)}`,
  townScore: (score: number): string => `Kollektivnærhet ${formatNumber(score, 1)}`,
  anchors: (names: readonly string[]): string => `Rundt ${names.join(', ')}`,
  line: (line: string): string => (/^\d/u.test(line) ? `Linje ${line}` : line),
  departures: (perHour: number): string => `${formatUpTo(perHour, 1)} avganger i timen hver vei`,
  opens: (year: number): string => `Under bygging, åpner ${year}`,
  leftOut: 'Regnes ikke med i dette scenarioet',
  accuracy: (metres: number): string => `± ${formatDistance(metres)}`,
  source: 'Kilde',
  conflictArea: (area: string, daa: number): string => `${area}: ${formatQuantity(daa)} daa berøres`,
} as const;

import type { ImportRole } from '../../core/import/assignment';
import type { PlacedSystem } from '../../core/import/coordinateSystem';
import type { ImportSummary } from '../../core/import/importedLayer';
import type { MeasuringStage } from '../../engine/protocol';
import { countOf, formatNumber, formatQuantity } from '../format/numbers';

export const ROLE_WORDS: Readonly<Record<ImportRole, string>> = {
  farmland: 'Dyrka mark',
  green: 'Grønt: skog, park, friområde',
  marka: 'Marka',
  water: 'Vann: elver, bekker, innsjøer',
  builtUp: 'Bebygde områder',
  land: 'Land med kystlinje',
  flood: 'Flomsone',
  quickClay: 'Kvikkleiresone',
  noise: 'Støysone',
  natureReserve: 'Naturvernområde',
  valuableNature: 'Verdifull natur',
  adoptedPlan: 'Gjeldende plan (bare vist)',
  population: 'Befolkning på rutenett (SSB)',
  station: 'Stasjoner med avganger',
  municipality: 'Kommunegrense',
  reference: 'Til orientering (bare vist)',
};

const BASES: Readonly<Record<PlacedSystem['basis'], string>> = {
  declared: 'står i filen',
  values: 'sett av tallene',
  chosen: 'valgt av deg',
  guess: 'en gjetning – se etter i kartet',
};

const STAGES: Readonly<Record<MeasuringStage, string>> = {
  green: 'Finner grønt som henger sammen …',
  water: 'Måler vann og strandsoner …',
  overlay: 'Legger lagene over hverandre og måler arealene …',
  residents: 'Finner hvor folk bor …',
  connectivity: 'Måler sammenheng og nærhet i det grønne …',
  scenario: 'Måler feltene på nytt …',
};

/** How many of each kind of shape. */
function shapesText({ polygons, lines, points }: ImportSummary): string {
  const parts = [
    polygons > 0 ? countOf(polygons, 'flate', 'flater') : null,
    lines > 0 ? countOf(lines, 'linje', 'linjer') : null,
    points > 0 ? countOf(points, 'punkt', 'punkter') : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? 'ingen objekter i kommunen' : parts.join(', ');
}

export const IMPORT_WORDS = {
  titles: { reading: 'Leser filen', asking: 'Hva er dette?', taking: 'Tar inn kartlaget', failed: 'Filen kunne ikke tas inn' },
  close: 'Lukk',
  cancel: 'Avbryt',
  reading: (file: string): string => `Leser ${file} …`,
  placing: (layer: string): string => `Går gjennom ${layer} …`,
  measuring: 'Legger inn laget og måler kommunen på nytt …',
  stages: STAGES,
  notYet: 'Ingenting er endret før målingen er ferdig.',
  taking: 'Tar inn laget og regner på nytt …',
  unchanged: 'Ingenting er endret.',
  stays: 'Filen blir på maskinen.',
  content: 'Innhold',
  shapes: shapesText,
  area: (daa: number): string => `${formatQuantity(daa)} daa`,
  ofObjects: (count: number): string => `av ${countOf(count, 'objekt', 'objekter')} i filen`,
  system: 'Koordinatsystem',
  systemBasis: ({ title, id, basis, isSwapped }: PlacedSystem): string =>
    `${title} (${id}), ${BASES[basis]}${isSwapped ? '. Nord står før øst i filen' : ''}`,
  contradicts: (stated: string): string => `Filen oppgir «${stated}», men tallene passer ikke med det.`,
  unknownSystem: (stated: string): string => `Filen oppgir «${stated}», som ikke kjennes.`,
  chooseSystem: 'Koordinatsystem i filen',
  swapped: 'Nord står før øst',
  repaired: 'Reparert',
  dropped: 'Ikke med',
  counted: (what: string, count: number): string => `${formatNumber(count)}: ${what}`,
  role: 'Brukes som',
  noRole: 'Brukes ikke',
  choose: 'Velg …',
  reason: (reason: string): string => `Forslag: ${reason}`,
  noReason: 'Laget er ikke kjent igjen. Velg hva det er.',
  byClass: 'Klasser etter attributt',
  wholeLayer: 'Hele laget er det samme',
  classHead: ['Klasse', 'Objekter', 'daa', 'Brukes som'] as const,
  withoutValue: '(uten verdi)',
  moreClasses: (count: number): string => `${countOf(count, 'klasse', 'klasser')} til brukes ikke.`,
  roleOfClass: (value: string): string => `Bruk av klassen ${value}`,
  how: 'Dataene som ligger inne fra før',
  replace: 'Erstattes i samme rolle',
  add: 'Blir liggende; laget kommer i tillegg',
  about: 'Om kilden',
  aboutTitle: 'Navn på laget',
  source: 'Kilde',
  date: 'Dato eller år',
  licence: 'Lisens',
  attribution: 'Rettighetshaver',
  accuracy: 'Nøyaktighet, meter',
  accuracyWhy: (limit: number): string =>
    `Over ${limit} m regnes dataene som grove: da blir sammenheng og nærgrønt stående som «mangler datagrunnlag».`,
  accuracyNote: 'Merknad',
  accuracyMissing: 'Skriv hvor nøyaktig laget er, i meter',
  take: 'Ta inn',
  nothingChosen: 'Velg hva minst ett lag skal brukes som.',
  walk: 'Bruk som gangnett',
  walkWhy: 'Linjene kan gås. Som gangnett gjør de luftlinje om til virkelig gange.',
  own: 'Egne kartdata',
  ownNone: 'Slipp en fil hvor som helst på siden: AR5, AR50, N50, Naturbase, flomsoner, kommuneplan … GeoJSON, GeoPackage, Shapefile (zip), FlatGeobuf, GML, SOSI, CSV, GeoTIFF eller OSM. Filen blir på maskinen.',
  load: 'Last inn kartdata …',
  remove: 'Fjern',
  removeLayer: (title: string): string => `Fjern ${title}`,
  accuracyShort: (metres: number): string => `± ${formatNumber(metres)} m`,
  kept: 'Ligger i nettleseren til du fjerner dem.',
} as const;

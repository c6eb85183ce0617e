import type { ImportRole } from './assignment';

/** What is told of a layer from a known source. All Norwegian. */
export interface KnownSource {
  readonly title: string;
  readonly source: string;
  readonly licence: string;
  readonly attribution: string;
  /** Null where only the user can know. */
  readonly accuracyMetres: number | null;
  readonly accuracyNote: string;
}

export type ClassRoles = Readonly<Record<string, ImportRole>>;

/**
 * Land types of AR5 (NIBIO, code list ArealressursArealtype). Open firm ground (50) is left to the user: it is both
 * meadow and lawn.
 */
export const AR5_ROLES: ClassRoles = {
  '11': 'builtUp',
  '12': 'builtUp',
  '21': 'farmland',
  '22': 'farmland',
  '23': 'farmland',
  '30': 'green',
  '60': 'green',
  '81': 'water',
};

/** Codes that AR5 has besides those with a role. */
export const AR5_OTHER_CODES: readonly string[] = ['50', '70', '82', '99'];

/** What AR5's and AR50's codes stand for. */
export const LAND_TYPE_NAMES: Readonly<Record<string, string>> = {
  '10': 'bebygd og samferdsel',
  '11': 'bebygd',
  '12': 'samferdsel',
  '20': 'jordbruk',
  '21': 'fulldyrka jord',
  '22': 'overflatedyrka jord',
  '23': 'innmarksbeite',
  '30': 'skog',
  '50': 'åpen fastmark',
  '60': 'myr',
  '70': 'snø og isbre',
  '81': 'ferskvann',
  '82': 'hav',
  '99': 'ikke kartlagt',
};

/** Codes that AR50 has and AR5 has not. */
export const AR50_ROLES: ClassRoles = { '10': 'builtUp', '20': 'farmland', '30': 'green', '60': 'green', '81': 'water' };

/** Names of AR5's land types, as some deliveries write them in place of the codes. */
export const AR5_NAMES: ClassRoles = {
  bebygd: 'builtUp',
  samferdsel: 'builtUp',
  'fulldyrka jord': 'farmland',
  'overflatedyrka jord': 'farmland',
  innmarksbeite: 'farmland',
  skog: 'green',
  myr: 'green',
  ferskvann: 'water',
};

/** Object types of N50 and FKB-like topographic data. The sea is left out: the model has it from the shoreline. */
export const TOPOGRAPHIC_ROLES: ClassRoles = {
  dyrketmark: 'farmland',
  dyrkamark: 'farmland',
  skog: 'green',
  myr: 'green',
  park: 'green',
  lekeplass: 'green',
  innsjø: 'water',
  innsjøregulert: 'water',
  elv: 'water',
  elvbekk: 'water',
  elvmidtlinje: 'water',
  elvelinje: 'water',
  ferskvanntørrfall: 'water',
  tettbebyggelse: 'builtUp',
  bymessigbebyggelse: 'builtUp',
  industriområde: 'builtUp',
};

/** OpenStreetMap tags (wiki, "Map features") as `key=value`. */
export const OSM_ROLES: ClassRoles = {
  'landuse=farmland': 'farmland',
  'landuse=meadow': 'farmland',
  'landuse=orchard': 'farmland',
  'landuse=forest': 'green',
  'natural=wood': 'green',
  'natural=scrub': 'green',
  'natural=heath': 'green',
  'natural=wetland': 'green',
  'natural=grassland': 'green',
  'leisure=park': 'green',
  'leisure=nature_reserve': 'natureReserve',
  'landuse=recreation_ground': 'green',
  'landuse=village_green': 'green',
  'natural=water': 'water',
  'waterway=river': 'water',
  'waterway=stream': 'water',
  'waterway=riverbank': 'water',
  'landuse=residential': 'builtUp',
  'landuse=commercial': 'builtUp',
  'landuse=retail': 'builtUp',
  'landuse=industrial': 'builtUp',
};

/** Keys whose tags tell what ground is, the most telling first. */
export const OSM_KEYS = ['waterway', 'natural', 'landuse', 'leisure'] as const;

/** Zones of a municipal plan (SOSI Plan) by attribute: attribute without signs, then code. */
export const PLAN_ZONE_ROLES: Readonly<Record<string, ClassRoles>> = {
  kpfare: { '310': 'quickClay', '320': 'flood' },
  fare: { '310': 'quickClay', '320': 'flood' },
  kpstøy: { '210': 'noise', '220': 'noise' },
  kpstoy: { '210': 'noise', '220': 'noise' },
  støy: { '210': 'noise', '220': 'noise' },
  kpbåndlegging: { '720': 'natureReserve', '735': 'marka' },
  kpbandlegging: { '720': 'natureReserve', '735': 'marka' },
  båndlegging: { '720': 'natureReserve', '735': 'marka' },
  kpangitthensyn: { '560': 'valuableNature' },
  angitthensyn: { '560': 'valuableNature' },
};

const OPEN = 'CC BY 4.0';
const NLOD = 'NLOD';
const ASK = 'Ikke oppgitt';

export const KNOWN_SOURCES = {
  ar5: {
    title: 'AR5',
    source: 'NIBIO, arealressurskart AR5',
    licence: 'Norge digitalt, ikke åpen',
    attribution: '© NIBIO og Geovekst',
    accuracyMetres: 10,
    accuracyNote: 'AR5 i målestokk 1:5000. Grensene er som regel innenfor 2–15 m. Minste figur er 0,5 daa jordbruk og 2 daa annet.',
  },
  ar50: {
    title: 'AR50',
    source: 'NIBIO, arealressurskart AR50',
    licence: NLOD,
    attribution: '© NIBIO',
    accuracyMetres: 75,
    accuracyNote: 'AR50 er generalisert til 1:50 000. Minste figur er 15 daa.',
  },
  topographic: {
    title: 'N50 Kartdata',
    source: 'Kartverket, N50 Kartdata',
    licence: OPEN,
    attribution: '© Kartverket',
    accuracyMetres: 50,
    accuracyNote: 'N50 er i målestokk 1:50 000, nøyaktighet 2–50 m.',
  },
  osm: {
    title: 'OpenStreetMap',
    source: 'OpenStreetMap',
    licence: 'ODbL 1.0',
    attribution: '© OpenStreetMap contributors',
    accuracyMetres: 20,
    accuracyNote: 'Tegnet av frivillige, som regel etter flyfoto. Kan mangle noe.',
  },
  plan: {
    title: 'Kommuneplan',
    source: 'Kommuneplanens arealdel',
    licence: ASK,
    attribution: ASK,
    accuracyMetres: 10,
    accuracyNote: 'Grenser slik de er tegnet i planen.',
  },
  nature: {
    title: 'Naturbase',
    source: 'Miljødirektoratet, Naturbase',
    licence: NLOD,
    attribution: '© Miljødirektoratet',
    accuracyMetres: 20,
    accuracyNote: 'Som regel innenfor 20 m.',
  },
  marka: {
    title: 'Markagrensen',
    source: 'Kartverket og KLD, Markagrensen',
    licence: NLOD,
    attribution: '© Kartverket',
    accuracyMetres: 5,
    accuracyNote: 'Juridisk grense, forskrift 4.9.2015.',
  },
  flood: {
    title: 'Flomsoner',
    source: 'NVE, flomsoner',
    licence: NLOD,
    attribution: '© NVE',
    accuracyMetres: 10,
    accuracyNote: 'Bare kartlagte strekninger. Der det ikke er kartlagt, sier laget ingenting.',
  },
  quickClay: {
    title: 'Kvikkleiresoner',
    source: 'NVE, kvikkleire',
    licence: NLOD,
    attribution: '© NVE',
    accuracyMetres: 20,
    accuracyNote: 'Bare kartlagte soner. Marin leire kan finnes andre steder.',
  },
  noise: {
    title: 'Støysoner',
    source: 'Støykart etter T-1442',
    licence: ASK,
    attribution: ASK,
    accuracyMetres: 20,
    accuracyNote: 'Beregnet støy.',
  },
  population: {
    title: 'Befolkning på rutenett',
    source: 'SSB, befolkning på rutenett 250 m',
    licence: OPEN,
    attribution: '© SSB',
    accuracyMetres: null,
    accuracyNote: 'Bosatte i ruter på 250 m.',
  },
  municipality: {
    title: 'Kommunegrense',
    source: 'Kartverket, administrative enheter',
    licence: OPEN,
    attribution: '© Kartverket',
    accuracyMetres: 5,
    accuracyNote: 'Administrativ grense.',
  },
  unknown: {
    title: '',
    source: ASK,
    licence: ASK,
    attribution: ASK,
    accuracyMetres: null,
    accuracyNote: 'Nøyaktigheten er ikke oppgitt.',
  },
} as const satisfies Readonly<Record<string, KnownSource>>;

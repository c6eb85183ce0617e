import type { ExportFormatId } from '../../core/exchange/exportFiles';

/** What a file is, for whom, and in what format. */
export interface FormatWords {
  readonly name: string;
  readonly format: string;
  readonly what: string;
}

export const FORMAT_WORDS: Readonly<Record<ExportFormatId, FormatWords>> = {
  arealdel: {
    name: 'Arealdel',
    format: 'GeoJSON · WGS84',
    what: 'Planutkast med KpOmråde, arealformål og hensynssoner. For plansystem og kart på nett.',
  },
  arealdelPlanar: {
    name: 'Arealdel i meter',
    format: 'GeoJSON · EPSG:25832',
    what: 'Det samme i UTM 32, for verktøy som vil ha meter. Ikke RFC 7946.',
  },
  arealdelSosi: {
    name: 'Arealdel med SOSI-navn',
    format: 'GeoJSON · WGS84',
    what: 'Korte navn som KPAREALFORMAL og PLANID, for eldre rutiner.',
  },
  geopackage: {
    name: 'GeoPackage',
    format: 'GPKG · EPSG:25832',
    what: 'Arealdel, alle felt og tabellene i én fil. Åpnes i QGIS med farger for arealformål.',
  },
  areas: {
    name: 'Utbyggingsfelt',
    format: 'GeoJSON · WGS84',
    what: 'Hvert felt med boliger, kapasitet og konflikter. For egne analyser.',
  },
  workbook: {
    name: 'Regneark',
    format: 'Excel',
    what: 'Poeng, arealregnskap, felt, småbyer, perioder, konflikter og kilder.',
  },
  tables: {
    name: 'Tabeller',
    format: 'CSV i zip',
    what: 'De samme tabellene som tekst, med semikolon og desimalkomma.',
  },
  report: {
    name: 'Rapport',
    format: 'HTML til utskrift',
    what: 'Kart, poeng, arealregnskap, konflikter, metode og kilder. Skriv ut eller lagre som PDF i nettleseren.',
  },
  mapSheet: {
    name: 'Kartblad som tegning',
    format: 'SVG · vektor',
    what: 'Det samme kartbladet i kjent målestokk, skarpt i alle størrelser. For Illustrator og Inkscape.',
  },
  scenario: {
    name: 'Scenariofil',
    format: 'JSON',
    what: 'Scenarioet selv. Åpnes igjen her, på en annen maskin eller av en kollega.',
  },
};

export const EXPORT_WORDS = {
  title: 'Eksporter',
  open: 'Flere formater …',
  openNote: 'Arealdel, GeoPackage, regneark, rapport',
  intro: (scenario: string): string => `«${scenario}» som fil. Alt lages her i nettleseren.`,
  proof:
    'Hver fil unntatt kartet til skjerm bærer scenarioet, metodeversjonen, kildene og poengene, og kan regnes etter med «npm run -s model -- verify FIL».',
  draft: 'Planutkast for import. Ikke en vedtatt plan, og ikke en levering etter NPAD.',
  groups: {
    plan: 'Til planarbeidet',
    numbers: 'Til tallene',
    meeting: 'Til møtet',
    again: 'Til siden her',
  },
  comparison: {
    name: 'Sammenligning',
    format: 'HTML til utskrift',
    what: 'To eller flere scenarioer side om side: kart, poeng med spenn, hva som skiller og hva som ikke gjør det.',
  } satisfies FormatWords,
  which: 'Scenarioer',
  chosen: (count: number): string => (count < 2 ? 'Velg minst to scenarioer' : `${count} scenarioer`),
  plan: {
    title: 'Planen i filene',
    intro: 'Står i arealdel og GeoPackage. Uten svar brukes «UTKAST-…» og navnet på scenarioet, som antakelse.',
    planIdentification: 'Planidentifikasjon',
    name: 'Plannavn',
    date: 'Dato for utkastet',
    placeholder: 'UTKAST-…',
  },
  sheet: {
    name: 'Kartblad',
    format: 'PNG · 300 dpi',
    what: 'Planen i kjent målestokk på A4 eller A3, med tegnforklaring, målestokk, nordpil og kilder.',
  } satisfies FormatWords,
  map: {
    name: 'Kart',
    format: 'PNG',
    what: 'Kartet som det vises nå, til skjerm og lysbilder.',
  } satisfies FormatWords,
  save: 'Last ned',
  saveWhat: (name: string, format: string): string => `Last ned ${name}, ${format}`,
  working: 'Lager filen …',
  saved: (name: string): string => `${name} er lastet ned.`,
  paper: 'Papir',
  close: 'Lukk',
} as const;

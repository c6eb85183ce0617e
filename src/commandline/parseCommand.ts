import { parseArgs } from 'node:util';
import { planDetailProblems, type PlanDetails } from '../core/exchange/arealdel/planDetails';
import type { Paper } from '../core/exchange/report/reportStyle';
import type { MethodPageId } from '../core/method/page';
import type { ExplainedId } from '../core/scoring/explanation';
import { explainedId, explainedWords } from './explain';
import type { FetchDataCommand } from './fetchData/command';
import { SOURCE_IDS } from './fetchData/dataSource';
import { parseFetchData } from './fetchData/parseFetchData';
import { ALL_PAGES, methodPageId } from './method';

/** What scoring takes beside the files. */
export interface ScoringOptions {
  readonly geodata: string;
  readonly json: boolean;
  readonly draws: number;
  readonly seed: number;
  /** A walking network file; null for the straight line times the detour factor. */
  readonly network: string | null;
}

interface ReportOptions {
  readonly paper: Paper;
  readonly date: string | null;
  readonly plan: PlanDetails;
}

/** Commands that write files, or read what was written. */
export type FileCommand =
  | (ScoringOptions & ReportOptions & { readonly kind: 'export'; readonly file: string; readonly folder: string; readonly dotsPerInch: number })
  | (ScoringOptions & ReportOptions & { readonly kind: 'report'; readonly files: readonly string[]; readonly out: string })
  | { readonly kind: 'verify'; readonly file: string; readonly geodata: string; readonly network: string | null };

/** What the user asks for, or the Norwegian reason why it cannot be told. */
export type Command =
  | (ScoringOptions & { readonly kind: 'score'; readonly file: string })
  | (ScoringOptions & { readonly kind: 'compare'; readonly files: readonly string[] })
  | {
      readonly kind: 'explain';
      readonly file: string;
      readonly number: ExplainedId;
      /** The year it speaks of; null for the end of the programme. */
      readonly year: number | 'today' | null;
      readonly geodata: string;
      readonly json: boolean;
      readonly network: string | null;
    }
  | { readonly kind: 'method'; readonly page: MethodPageId | typeof ALL_PAGES | null; readonly geodata: string }
  | FileCommand
  | FetchDataCommand
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly reason: string };

export const DEFAULT_GEODATA = 'geodata';

const DEFAULT_DRAWS = 1000;
/** With fewer, 5 and 95 % of them mean little. */
const FEWEST_DRAWS = 100;
const MOST_DRAWS = 100_000;
const DEFAULT_SEED = 1;
const LARGEST_SEED = 2 ** 32 - 1;
const LONGEST_DATE = 40;

/** What print asks for. */
const DEFAULT_DOTS_PER_INCH = 300;
const FEWEST_DOTS_PER_INCH = 72;
const MOST_DOTS_PER_INCH = 600;

export const USAGE = `Småbymodellen på kommandolinjen

  npm run -s model -- score FIL [--json]         poeng, arealregnskap og konflikter for ett scenario
  npm run -s model -- compare FILER … [--json]   én rad for hvert scenario, og hvem som ligger foran
  npm run -s model -- explain FIL TALL [--json]  hvor et tall kommer fra: formel, felt og kartlag
  npm run -s model -- export FIL --out MAPPE     arealdel, regneark, kart og rapport for ett scenario
  npm run -s model -- report FILER … --out FIL   rapport til utskrift for ett scenario, eller en sammenligning av flere
  npm run -s model -- verify EKSPORT             regn en eksportert fil etter, og si hva som er annerledes
  npm run -s model -- fetch-data --municipality NUMMER --out MAPPE
                                                 hent åpne geodata for en kommune til en mappe
  npm run -s model -- method [SIDE]              metoden; uten SIDE: hvilke sider som finnes
  npm run -s model -- help                       denne teksten

TALL er ${explainedWords()}.
Kart herfra har ikke raster: dem kjenner bare siden, der de er tatt inn.

Valg
  --json             skriv JSON i stedet for tabell
  --out STED         mappen som export skriver til, eller filen som report skriver (.html)
  --paper A4|A3      papiret rapporten er lagt opp for, A4 om ikke annet er sagt
  --date DATO        datoen som skal stå i rapporten, som den skal skrives; ingen om ikke annet er sagt
  --dpi ANTALL       punkter per tomme i kartet som PNG (export), ${DEFAULT_DOTS_PER_INCH} om ikke annet er sagt
  --network FIL      gå langs et gangnett (GeoJSON-linjer, Overpass-JSON eller .osm.pbf) (ikke method og fetch-data)
  --year ÅR|i-dag    tallet slik det er i slutten av en periode, eller i dag (explain)
  --plan-id ID       kommunens planidentifikasjon i arealdelen (export), på det meste 16 tegn; «UTKAST-…» om ikke annet er sagt
  --plan-name NAVN   plannavn i arealdelen (export)
  --plan-date DATO   datoen utkastet gjelder, som 2026-11-22 (export)
  --only KILDER      hent bare fra disse, skilt med komma (fetch-data): ${SOURCE_IDS.join(', ')}
  --base-url K=URL   spør en annen adresse i stedet for kildens egen (fetch-data); kan gis flere ganger
  --geodata MAPPE    les geodata fra en annen mappe enn «${DEFAULT_GEODATA}»
  --draws ANTALL     trekninger bak 5–95 % og sammenligningen (ikke explain), ${DEFAULT_DRAWS} om ikke annet er sagt
  --seed FRØ         heltallet som trekningene starter fra, ${DEFAULT_SEED} om ikke annet er sagt

Eksempel
  npm run -s model -- score scenarios/NAVN.json
  npm run -s model -- compare scenarios/*.json
  npm run -s model -- explain scenarios/NAVN.json B4
  npm run -s model -- export scenarios/NAVN.json --out eksport
  npm run -s model -- report scenarios/NAVN.json --out rapport.html

Sluttkode: 0 når alt gikk bra, 1 når verify finner forskjeller eller fetch-data mangler noe, 2 når noe ikke kan leses eller skrives.
`;

const OPTIONS = {
  json: { type: 'boolean' },
  geodata: { type: 'string' },
  out: { type: 'string' },
  paper: { type: 'string' },
  date: { type: 'string' },
  dpi: { type: 'string' },
  'plan-id': { type: 'string' },
  'plan-name': { type: 'string' },
  'plan-date': { type: 'string' },
  municipality: { type: 'string' },
  only: { type: 'string' },
  'base-url': { type: 'string', multiple: true },
  draws: { type: 'string' },
  seed: { type: 'string' },
  network: { type: 'string' },
  year: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

function parseExplain(words: readonly string[], options: Pick<ScoringOptions, 'geodata' | 'json' | 'network'>, year: string | boolean | undefined): Command {
  const [file, word] = words;
  if (file === undefined || word === undefined || words.length > 2) return wrong('explain tar én scenariofil og ett tall.');
  const number = explainedId(word);
  if (number === null) return wrong(`Ukjent tall: ${word}. Velg blant ${explainedWords()}.`);
  const { geodata, json, network } = options;
  const explained = { kind: 'explain', file, number, geodata, json, network } as const;
  if (year === undefined) return { ...explained, year: null };
  if (typeof year === 'string' && /^(?:i[- ]?dag|today)$/iu.test(year)) return { ...explained, year: 'today' };
  return typeof year === 'string' && /^\d{4}$/u.test(year)
    ? { ...explained, year: Number(year) }
    : wrong('Valget --year trenger et årstall, eller i-dag.');
}

function parseMethod([word, ...rest]: readonly string[], geodata: string): Command {
  if (rest.length > 0) return wrong('method tar én side.');
  if (word === undefined || word === ALL_PAGES) return { kind: 'method', page: word ?? null, geodata };
  const page = methodPageId(word);
  return page === null
    ? { kind: 'wrong', reason: `Ukjent side: ${word}. Skriv «npm run -s model -- method» for å se sidene.` }
    : { kind: 'method', page, geodata };
}

/** A whole number within its limits; `usual` where the option is not given, null where it is none. */
function wholeNumber(value: string | boolean | undefined, usual: number, least: number, most: number): number | null {
  if (value === undefined) return usual;
  const number = typeof value === 'string' && /^\d+$/u.test(value) ? Number(value) : Number.NaN;
  return number >= least && number <= most ? number : null;
}

type Values = Readonly<Partial<Record<'out' | 'paper' | 'date' | 'dpi' | 'plan-id' | 'plan-name' | 'plan-date', string | boolean | undefined>>>;

/** The municipality's own names of the plan, or what is wrong with them. */
function planDetails(values: Values): PlanDetails | string {
  const told = (value: string | boolean | undefined): string | null => (value === undefined ? null : String(value));
  const details = { planIdentification: told(values['plan-id']), name: told(values['plan-name']), date: told(values['plan-date']) };
  return Object.values(planDetailProblems(details)).join(' ') || details;
}

function parseFileCommand(kind: FileCommand['kind'], files: readonly string[], scoring: ScoringOptions, values: Values): Command {
  const [file] = files;
  const { out, paper = 'A4', date = null } = values;
  if (file === undefined || (kind !== 'report' && files.length > 1)) return wrong(`${kind} tar ${kind === 'report' ? 'minst' : 'bare'} én fil.`);
  if (kind === 'verify') return { kind, file, geodata: scoring.geodata, network: scoring.network };
  if (typeof out !== 'string' || out === '') return wrong(`${kind} trenger --out ${kind === 'export' ? 'MAPPE' : 'FIL'}.`);
  if (paper !== 'A4' && paper !== 'A3') return wrong('Valget --paper er A4 eller A3.');
  if (date !== null && (typeof date !== 'string' || date.length > LONGEST_DATE)) return wrong('Valget --date trenger en dato.');
  const plan = planDetails(values);
  if (typeof plan === 'string') return wrong(plan);
  const dotsPerInch = wholeNumber(values.dpi, DEFAULT_DOTS_PER_INCH, FEWEST_DOTS_PER_INCH, MOST_DOTS_PER_INCH);
  if (dotsPerInch === null) return wrong(`Valget --dpi trenger et heltall fra ${FEWEST_DOTS_PER_INCH} til ${MOST_DOTS_PER_INCH}.`);
  const options = { ...scoring, paper, date, plan } as const;
  return kind === 'export' ? { kind, file, folder: out, dotsPerInch, ...options } : { kind, files, out, ...options };
}

function wrong(reason: string): Command {
  return { kind: 'wrong', reason: `${reason} Se «npm run -s model -- help».` };
}

/** Reads the arguments after the program's name. Never throws. */
export function parseCommand(args: readonly string[]): Command {
  // Not strict: the messages of parseArgs are in English, so unknown options are found here.
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options: OPTIONS,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const unknown = tokens.find((token) => token.kind === 'option' && !Object.hasOwn(OPTIONS, token.name));
  if (unknown?.kind === 'option') return wrong(`Ukjent valg: ${unknown.rawName}.`);
  const [command, ...files] = positionals;
  if (values.help === true || command === 'help' || command === undefined) return { kind: 'help' };
  const { geodata = DEFAULT_GEODATA } = values;
  if (typeof geodata !== 'string' || geodata === '') return wrong('Valget --geodata trenger en mappe.');
  const json = values.json === true;
  const draws = wholeNumber(values.draws, DEFAULT_DRAWS, FEWEST_DRAWS, MOST_DRAWS);
  if (draws === null) return wrong(`Valget --draws trenger et heltall fra ${FEWEST_DRAWS} til ${MOST_DRAWS}.`);
  const seed = wholeNumber(values.seed, DEFAULT_SEED, 0, LARGEST_SEED);
  if (seed === null) return wrong(`Valget --seed trenger et heltall fra 0 til ${LARGEST_SEED}.`);
  const { network = null } = values;
  if (network !== null && (typeof network !== 'string' || network === '')) return wrong('Valget --network trenger en fil.');
  if (network !== null && (command === 'method' || command === 'fetch-data')) return wrong(`Valget --network gjelder ikke ${command}.`);
  if (values.year !== undefined && command !== 'explain') return wrong('Valget --year gjelder explain.');
  const options = { geodata, json, draws, seed, network };
  const [file] = files;
  if (command === 'score') {
    return file === undefined || files.length > 1 ? wrong('score tar én scenariofil.') : { kind: 'score', file, ...options };
  }
  if (command === 'compare') {
    return files.length === 0 ? wrong('compare tar minst én scenariofil.') : { kind: 'compare', files, ...options };
  }
  if (command === 'explain') return parseExplain(files, options, values.year);
  if (command === 'export' || command === 'report' || command === 'verify') return parseFileCommand(command, files, options, values);
  if (command === 'fetch-data') {
    const parsed = parseFetchData(files, values);
    return typeof parsed === 'string' ? wrong(parsed) : parsed;
  }
  if (command === 'method') return parseMethod(files, geodata);
  return wrong(`Ukjent kommando: ${command}.`);
}

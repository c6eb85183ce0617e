import { parseArgs } from 'node:util';
import type { MethodPageId } from '../core/method/page';
import type { ExplainedId } from '../core/scoring/explanation';
import { explainedId, explainedWords } from './explain';
import { ALL_PAGES, methodPageId } from './method';

interface ScoringOptions {
  readonly geodata: string;
  readonly json: boolean;
  readonly draws: number;
  readonly seed: number;
}

/** Commands that write files, or read what was written. */
export type FileCommand =
  | { readonly kind: 'export'; readonly file: string; readonly folder: string; readonly geodata: string }
  | { readonly kind: 'verify'; readonly file: string; readonly geodata: string };

/** What the user asks for, or the Norwegian reason why it cannot be told. */
export type Command =
  | (ScoringOptions & { readonly kind: 'score'; readonly file: string })
  | (ScoringOptions & { readonly kind: 'compare'; readonly files: readonly string[] })
  | {
      readonly kind: 'explain';
      readonly file: string;
      readonly number: ExplainedId;
      readonly geodata: string;
      readonly json: boolean;
    }
  | { readonly kind: 'method'; readonly page: MethodPageId | typeof ALL_PAGES | null; readonly geodata: string }
  | FileCommand
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly reason: string };

export const DEFAULT_GEODATA = 'geodata';

const DEFAULT_DRAWS = 1000;
/** With fewer, 5 and 95 % of them mean little. */
const FEWEST_DRAWS = 100;
const MOST_DRAWS = 100_000;
const DEFAULT_SEED = 1;
const LARGEST_SEED = 2 ** 32 - 1;

export const USAGE = `Småbymodellen på kommandolinjen

  npm run -s model -- score FIL [--json]         poeng, arealregnskap og konflikter for ett scenario
  npm run -s model -- compare FILER … [--json]   én rad for hvert scenario, og hvem som ligger foran
  npm run -s model -- explain FIL TALL [--json]  hvor et tall kommer fra: formel, felt og kartlag
  npm run -s model -- export FIL --out MAPPE     arealdel, regneark og rapport for ett scenario
  npm run -s model -- verify EKSPORT             regn en eksportert fil etter, og si hva som er annerledes
  npm run -s model -- method [SIDE]              metoden; uten SIDE: hvilke sider som finnes
  npm run -s model -- help                       denne teksten

TALL er ${explainedWords()}.

Valg
  --json             skriv JSON i stedet for tabell
  --out STED         mappen som export skriver til
  --geodata MAPPE    les geodata fra en annen mappe enn «${DEFAULT_GEODATA}»
  --draws ANTALL     trekninger bak 5–95 % og sammenligningen (score og compare), ${DEFAULT_DRAWS} om ikke annet er sagt
  --seed FRØ         heltallet som trekningene starter fra, ${DEFAULT_SEED} om ikke annet er sagt

Eksempel
  npm run -s model -- score scenarios/NAVN.json
  npm run -s model -- compare scenarios/*.json
  npm run -s model -- explain scenarios/NAVN.json B4
  npm run -s model -- export scenarios/NAVN.json --out eksport

Sluttkode: 0 når alt gikk bra, 1 når verify finner forskjeller, 2 når noe ikke kan leses eller skrives.
`;

const OPTIONS = {
  json: { type: 'boolean' },
  geodata: { type: 'string' },
  out: { type: 'string' },
  draws: { type: 'string' },
  seed: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

function parseExplain(words: readonly string[], geodata: string, json: boolean): Command {
  const [file, word] = words;
  if (file === undefined || word === undefined || words.length > 2) return wrong('explain tar én scenariofil og ett tall.');
  const number = explainedId(word);
  return number === null
    ? wrong(`Ukjent tall: ${word}. Velg blant ${explainedWords()}.`)
    : { kind: 'explain', file, number, geodata, json };
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

function parseFileCommand(
  kind: FileCommand['kind'],
  [file, ...rest]: readonly string[],
  geodata: string,
  out: string | boolean | undefined,
): Command {
  if (file === undefined || rest.length > 0) return wrong(`${kind} tar én fil.`);
  if (kind === 'verify') return { kind, file, geodata };
  if (typeof out !== 'string' || out === '') return wrong('export trenger --out MAPPE.');
  return { kind, file, folder: out, geodata };
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
  const options = { geodata, json, draws, seed };
  const [file] = files;
  if (command === 'score') {
    return file === undefined || files.length > 1 ? wrong('score tar én scenariofil.') : { kind: 'score', file, ...options };
  }
  if (command === 'compare') {
    return files.length === 0 ? wrong('compare tar minst én scenariofil.') : { kind: 'compare', files, ...options };
  }
  if (command === 'explain') return parseExplain(files, geodata, json);
  if (command === 'export' || command === 'verify') return parseFileCommand(command, files, geodata, values.out);
  if (command === 'method') return parseMethod(files, geodata);
  return wrong(`Ukjent kommando: ${command}.`);
}

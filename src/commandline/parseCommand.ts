import { parseArgs } from 'node:util';
import type { MethodPageId } from '../core/method/page';
import type { ExplainedId } from '../core/scoring/explanation';
import { explainedId, explainedWords } from './explain';
import { ALL_PAGES, methodPageId } from './method';

/** What the user asks for, or the Norwegian reason why it cannot be told. */
export type Command =
  | { readonly kind: 'score'; readonly file: string; readonly geodata: string; readonly json: boolean }
  | { readonly kind: 'compare'; readonly files: readonly string[]; readonly geodata: string; readonly json: boolean }
  | {
      readonly kind: 'explain';
      readonly file: string;
      readonly number: ExplainedId;
      readonly geodata: string;
      readonly json: boolean;
    }
  | { readonly kind: 'method'; readonly page: MethodPageId | typeof ALL_PAGES | null; readonly geodata: string }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly reason: string };

export const DEFAULT_GEODATA = 'geodata';

export const USAGE = `Småbymodellen på kommandolinjen

  npm run -s model -- score FIL [--json]         poeng, arealregnskap og konflikter for ett scenario
  npm run -s model -- compare FILER … [--json]   én rad for hvert scenario
  npm run -s model -- explain FIL TALL [--json]  hvor et tall kommer fra: formel, felt og kartlag
  npm run -s model -- method [SIDE]              metoden; uten SIDE: hvilke sider som finnes
  npm run -s model -- help                       denne teksten

TALL er ${explainedWords()}.

Valg
  --json             skriv JSON i stedet for tabell
  --geodata MAPPE    les geodata fra en annen mappe enn «${DEFAULT_GEODATA}»

Eksempel
  npm run -s model -- score scenarios/NAVN.json
  npm run -s model -- compare scenarios/*.json
  npm run -s model -- explain scenarios/NAVN.json B4
`;

const OPTIONS = {
  json: { type: 'boolean' },
  geodata: { type: 'string' },
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
  const [file] = files;
  if (command === 'score') {
    return file === undefined || files.length > 1
      ? wrong('score tar én scenariofil.')
      : { kind: 'score', file, geodata, json };
  }
  if (command === 'compare') {
    return files.length === 0 ? wrong('compare tar minst én scenariofil.') : { kind: 'compare', files, geodata, json };
  }
  if (command === 'explain') return parseExplain(files, geodata, json);
  if (command === 'method') return parseMethod(files, geodata);
  return wrong(`Ukjent kommando: ${command}.`);
}

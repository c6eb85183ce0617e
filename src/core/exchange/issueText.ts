import type { z } from 'zod';
import { fieldName } from '../geodata/problems';

/** How many problems a message lists before it only counts the rest. */
const LISTED_PROBLEMS = 12;

const EXPECTED: Readonly<Record<string, string>> = {
  string: 'en tekst i anførselstegn',
  number: 'et tall',
  int: 'et helt tall',
  boolean: 'true eller false',
  array: 'en liste i hakeparenteser',
  tuple: 'to tall, [lengdegrad, breddegrad]',
  object: 'et objekt i krøllparenteser',
};

/** Fields whose names do not explain themselves, in words. */
const WORDS: Readonly<Record<string, string>> = {
  id: 'kjennemerke',
  name: 'navn',
  note: 'merknad',
  municipality: 'kommunenummer',
  firstYear: 'første år',
  lastYear: 'siste år',
  dwellingsPerYear: 'boliger per år',
  townsShare: 'andelen av veksten som går til småbyene',
  share: 'småbyens andel',
  locked: 'lås',
  town: 'småby',
  ground: 'feltets omriss',
  typology: 'boligtype',
  developableShare: 'utnyttbar andel',
  dwellingsByPeriod: 'boliger per periode',
  setByHand: 'satt for hånd',
  counted: 'om baneprosjektet regnes med',
  outline: 'småbyens omriss',
  datasetHash: 'datasettets kjennemerke',
};

/** What zod has found, short and in Norwegian, with what to write instead. */
export const scenarioIssue: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return `mangler. Legg til ${EXPECTED[issue.expected] ?? 'en verdi'}`;
      return `har feil slags verdi. Skriv ${EXPECTED[issue.expected] ?? 'en annen verdi'}`;
    case 'too_small':
      return issue.origin === 'number'
        ? `er for lite. Skriv et tall ${issue.inclusive === false ? 'over' : 'fra'} ${String(issue.minimum)}${issue.inclusive === false ? '' : ' og oppover'}`
        : `er for kort. Det skal være minst ${String(issue.minimum)}`;
    case 'too_big':
      return issue.origin === 'number'
        ? `er for stort. Skriv et tall på høyst ${String(issue.maximum)}`
        : `er for langt. Det skal være høyst ${String(issue.maximum)}`;
    case 'unrecognized_keys':
      return `har felt som ikke hører hjemme der: ${issue.keys.join(', ')}. Fjern dem`;
    case 'invalid_value':
      return `har en ukjent verdi. Skriv ${issue.values.map((value) => JSON.stringify(value)).join(' eller ')}`;
    case 'invalid_union':
      return 'har feil slags verdi';
    default:
      return 'har en verdi som ikke er gyldig. Rett den';
  }
};

/** The field's path, and in words where its name does not say it. */
function fieldText(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'hele filen';
  const named = path.findLast((part) => typeof part === 'string');
  const words = typeof named === 'string' ? WORDS[named] : undefined;
  return `feltet «${fieldName(path)}»${words === undefined ? '' : ` (${words})`}`;
}

/** One sentence: the file, the field, what is wrong and what to do. */
export function problemText(file: string, path: readonly PropertyKey[], what: string): string {
  return `${file}: ${fieldText(path)} ${what.endsWith('.') ? what : `${what}.`}`;
}

/** A union fails by every branch: the one that came farthest tells what was meant. */
function innermost(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== 'invalid_union') return issue;
  const branches = issue.errors.flatMap((branch) => branch.slice(0, 1));
  const [first, ...rest] = branches;
  if (!first) return issue;
  const farthest = rest.reduce((best, next) => (next.path.length >= best.path.length ? next : best), first);
  return innermost({ ...farthest, path: [...issue.path, ...farthest.path] });
}

/** Numbers that are no degrees are the same slip all through an outline: one sentence for each outline is enough. */
function outlineOf({ code, path }: z.core.$ZodIssue): string | null {
  const at = path.indexOf('coordinates');
  return at >= 0 && (code === 'too_big' || code === 'too_small') && path.length - at === 5 ? fieldName(path.slice(0, at)) : null;
}

/** Sentences for everything zod has found in `file`. */
export function issueTexts(file: string, error: z.core.$ZodError): readonly string[] {
  const outlines = new Set<string>();
  return error.issues.map(innermost).flatMap((issue) => {
    const outline = outlineOf(issue);
    if (outline === null) return [problemText(file, issue.path, issue.message)];
    if (outlines.has(outline)) return [];
    outlines.add(outline);
    return [problemText(file, issue.path, 'er ikke en lengde- eller breddegrad. Skriv omrisset i WGS84 (EPSG:4326)')];
  });
}

/** The first problems, and how many there are beyond them. */
export function shortened(file: string, problems: readonly string[]): readonly string[] {
  const more = problems.length - LISTED_PROBLEMS;
  return more <= 0 ? problems : [...problems.slice(0, LISTED_PROBLEMS), `${file}: og ${more} feil til av samme slag.`];
}

import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Mutant } from './mutants';

/** `endless` are mutants whose code runs without end; they count as killed. `unreached`: no test comes past. */
export type Outcome = 'killed' | 'endless' | 'survived' | 'unreached';

export interface Result extends Mutant {
  readonly outcome: Outcome;
  /** The test that killed it. */
  readonly by: string | null;
}

/**
 * Mutants in an order drawn by what they are and a seed: the same for the same code, on every machine. However many of them are
 * taken from its start, they are a random sample.
 */
export function inDrawnOrder(mutants: readonly Mutant[], seed: string): readonly Mutant[] {
  const copies = new Map<string, number>();
  const drawn = mutants.map((mutant) => {
    const key = `${mutant.file}|${mutant.mutator}|${mutant.original}|${mutant.replacement}`;
    const copy = copies.get(key) ?? 0;
    copies.set(key, copy + 1);
    return { mutant, draw: createHash('sha256').update(`${seed}|${copy}|${key}`).digest('hex') };
  });
  return drawn.toSorted((one, other) => (one.draw < other.draw ? -1 : 1)).map(({ mutant }) => mutant);
}

const isKilled = ({ outcome }: Result): boolean => outcome === 'killed' || outcome === 'endless';

/** How many mutants, how many of them killed, and the share: cells of a table. */
export function shareText(results: readonly Result[]): string {
  if (results.length === 0) return '0 | 0 | –';
  const killed = results.filter(isKilled).length;
  return `${results.length} | ${killed} | ${((100 * killed) / results.length).toFixed(0)} %`;
}

function groupedBy(results: readonly Result[], keyOf: (result: Result) => string): ReadonlyMap<string, readonly Result[]> {
  const groups = new Map<string, Result[]>();
  for (const result of results) groups.set(keyOf(result), [...(groups.get(keyOf(result)) ?? []), result]);
  return groups;
}

const short = (text: string): string => (text.length > 90 ? `${text.slice(0, 87)}…` : text);

/** Prints what no test has killed, line by line. */
export function printSurvivors(results: readonly Result[]): void {
  const left = results.filter((result) => !isKilled(result)).toSorted((a, b) => a.line - b.line);
  for (const { file, line, mutator, original, replacement, outcome } of left) {
    console.log(`${outcome} ${path.posix.basename(file)}:${line} ${mutator}: ${short(original)} -> ${short(replacement)}`);
  }
}

/** Prints the share killed by file and by folder as a Markdown table. */
export function printTable(results: readonly Result[]): void {
  console.log('\n| File | mutants | killed | share |\n|---|---|---|---|');
  const byFile = groupedBy(results, ({ file }) => file);
  for (const file of [...byFile.keys()].toSorted()) console.log(`| ${file.replace('src/core/', '')} | ${shareText(byFile.get(file)!)} |`);
  const byFolder = groupedBy(results, ({ file }) => file.split('/')[2]!);
  for (const [folder, inFolder] of byFolder) console.log(`| **${folder}** | ${shareText(inFolder)} |`);
}

import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Either the value, or what is wrong in Norwegian. */
export type Input<Value> =
  | { readonly kind: 'read'; readonly value: Value }
  | { readonly kind: 'failed'; readonly problems: readonly string[] };

const WILDCARD = /[*?]/u;

function toExpression(pattern: string): RegExp {
  const escaped = pattern.replaceAll(/[.+^${}()|[\]\\]/gu, String.raw`\$&`);
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'u');
}

function matching(pattern: string): readonly string[] {
  const folder = dirname(pattern);
  const expression = toExpression(basename(pattern));
  try {
    return readdirSync(folder)
      .filter((name) => expression.test(name))
      .toSorted()
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
}

/** Turns `*` and `?` in the last part of a path into the files they stand for: not every shell does. */
export function expandPatterns(patterns: readonly string[]): Input<readonly string[]> {
  const files: string[] = [];
  const problems: string[] = [];
  for (const pattern of patterns) {
    const found = WILDCARD.test(basename(pattern)) ? matching(pattern) : [pattern];
    if (found.length === 0) problems.push(`${pattern}: ingen filer passer. Sjekk mappen og navnet.`);
    files.push(...found);
  }
  return problems.length > 0 ? { kind: 'failed', problems } : { kind: 'read', value: files };
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'finnes ikke. Sjekk mappen og navnet.',
  EISDIR: 'er en mappe. Oppgi en fil i den.',
  EACCES: 'kan ikke leses. Sjekk rettighetene.',
};

function read<Content>(file: string, content: () => Content): Input<Content> {
  try {
    return { kind: 'read', value: content() };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return { kind: 'failed', problems: [`${file} ${REASONS[code] ?? `kan ikke leses (${code}).`}`] };
  }
}

/** Reads a text file; a reason in Norwegian where it cannot be read. */
export function readText(file: string): Input<string> {
  return read(file, () => readFileSync(file, 'utf8'));
}

/** Reads a file as it is; a reason in Norwegian where it cannot be read. */
export function readBytes(file: string): Input<Uint8Array> {
  return read(file, () => readFileSync(file));
}

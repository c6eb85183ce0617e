import type { z } from 'zod';
import { no } from 'zod/locales';

/** Either the value, or what is wrong in Norwegian: file, place and what to do. */
export type Checked<Value> =
  | { readonly kind: 'valid'; readonly value: Value }
  | { readonly kind: 'invalid'; readonly problems: readonly string[] };

/** A value that passed. */
export function valid<Value>(value: Value): Checked<Value> {
  return { kind: 'valid', value };
}

/** One or more reasons why there is no value. */
export function invalid<Value>(...problems: readonly string[]): Checked<Value> {
  return { kind: 'invalid', problems };
}

const norwegian = no().localeError;

/** Says in Norwegian what zod has found, for `safeParse(value, { error: norwegianIssue })`. */
export const norwegianIssue: z.core.$ZodErrorMap = (issue) =>
  issue.code === 'invalid_type' && issue.input === undefined ? 'mangler' : norwegian(issue);

/** Path of a field as a reader would write it: `towns[0].share`. */
export function fieldName(path: readonly PropertyKey[]): string {
  return path.reduce<string>((name, part) => {
    if (typeof part === 'number') return `${name}[${part}]`;
    return name === '' ? String(part) : `${name}.${String(part)}`;
  }, '');
}

/** One sentence for each thing zod has found in `file`. */
export function describeIssues(file: string, error: z.core.$ZodError): readonly string[] {
  return error.issues.map((issue) =>
    issue.path.length === 0 ? `${file}: ${issue.message}` : `${file}, felt «${fieldName(issue.path)}»: ${issue.message}`,
  );
}

/** Reads JSON and checks it; messages are in Norwegian and name the file and the field. */
export function readJson<Schema extends z.ZodType>(file: string, text: string, schema: Schema): Checked<z.output<Schema>> {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return invalid(`${file} er ikke gyldig JSON (${reason}). Rett filen eller hent den på nytt.`);
  }
  const result = schema.safeParse(content, { error: norwegianIssue });
  return result.success ? valid(result.data) : { kind: 'invalid', problems: describeIssues(file, result.error) };
}

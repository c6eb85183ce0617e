const LINE_CHARACTERS = 160;
const INDENT = '  ';

function isNumbers(value: unknown): boolean {
  return Array.isArray(value) ? value.every(isNumbers) : typeof value === 'number';
}

function entriesOf(value: object): readonly (readonly [string, unknown])[] {
  return Object.entries(value).filter(([, field]) => field !== undefined);
}

function onOneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const fields = entriesOf(value).map(([key, field]) => `${JSON.stringify(key)}: ${onOneLine(field)}`);
    return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
  }
  return JSON.stringify(value);
}

function print(value: unknown, indent: string): string {
  if (typeof value !== 'object' || value === null || isNumbers(value)) return onOneLine(value);
  const line = onOneLine(value);
  if (indent.length + line.length <= LINE_CHARACTERS) return line;
  const deeper = indent + INDENT;
  if (Array.isArray(value)) return `[\n${value.map((item) => deeper + print(item, deeper)).join(',\n')}\n${indent}]`;
  const fields = entriesOf(value).map(([key, field]) => `${deeper}${JSON.stringify(key)}: ${print(field, deeper)}`);
  return `{\n${fields.join(',\n')}\n${indent}}`;
}

/**
 * JSON that people can read and compare line by line: what is short stands on one line, and so do lists of numbers
 * however long. Numbers keep every digit. `value` holds JSON values only; fields that are undefined are left out.
 */
export function printJson(value: unknown): string {
  return `${print(value, '')}\n`;
}

import { invalid, valid, type Checked } from './problems';

/** One row of a table: its line in the file, counted from 1, and its values by column. */
export interface TableRow {
  readonly line: number;
  readonly values: Readonly<Record<string, string>>;
}

interface Cells {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Splits text into rows of cells as RFC 4180 has it: commas, optional double quotes, doubled inside them. */
function* rowsOf(text: string): Generator<Cells> {
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let line = 1;
  let startLine = 1;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (character === '\n') line += 1;
    if (quoted) {
      if (character !== '"') cell += character;
      else if (text.charAt(index + 1) === '"') {
        cell += '"';
        index += 1;
      } else quoted = false;
    } else if (character === '"' && cell === '') quoted = true;
    else if (character === ',') {
      cells.push(cell);
      cell = '';
    } else if (character === '\n') {
      yield { line: startLine, cells: [...cells, cell] };
      cells = [];
      cell = '';
      startLine = line;
    } else cell += character;
  }
  if (cell !== '' || cells.length > 0) yield { line: startLine, cells: [...cells, cell] };
}

/**
 * Reads a comma-separated table whose first line names the columns; blank lines are passed over.
 * Fails, in Norwegian, when a column in `columns` is missing or a row has another number of cells than the first line.
 */
export function readTable(file: string, text: string, columns: readonly string[]): Checked<readonly TableRow[]> {
  const rows = [...rowsOf(text.replace(/^\uFEFF/u, '').replaceAll('\r\n', '\n'))].filter(
    (row) => row.cells.length > 1 || row.cells[0] !== '',
  );
  const [header, ...body] = rows;
  if (header === undefined) return invalid(`${file} er tom. Hent filen på nytt.`);
  const missing = columns.filter((column) => !header.cells.includes(column));
  if (missing.length > 0) {
    const names = missing.map((column) => `«${column}»`).join(', ');
    return invalid(`${file} mangler kolonne ${names}. Første linje skal navngi kolonnene, skilt med komma.`);
  }
  const problems: string[] = [];
  const table = body.map(({ line, cells }): TableRow => {
    if (cells.length !== header.cells.length) {
      problems.push(
        `${file}, linje ${line}: har ${cells.length} felt, men første linje har ${header.cells.length}. Sett tekst med komma i anførselstegn.`,
      );
    }
    return { line, values: Object.fromEntries(header.cells.map((column, index) => [column, cells[index] ?? ''])) };
  });
  return problems.length > 0 ? invalid(...problems) : valid(table);
}

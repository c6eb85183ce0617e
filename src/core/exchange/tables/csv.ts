import { heading, type Cell, type ExportTable } from './exportTable';

/** More would be digits that no layer carries. */
const DECIMALS = 6;

/** Spreadsheets take these at the start of a text for a formula. */
const FORMULA = /^[=+\-@\t\r]/u;

function numberText(value: number): string {
  const rounded = Number(value.toFixed(DECIMALS)) + 0;
  return rounded.toString().includes('e') ? rounded.toFixed(DECIMALS).replace('.', ',') : rounded.toString().replace('.', ',');
}

function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return numberText(cell);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[";\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * A table as CSV for a Norwegian spreadsheet: semicolons, decimal comma, UTF-8 with byte order mark, one line for each
 * row. Text that a spreadsheet would run as a formula gets an apostrophe before it.
 */
export function csvText({ columns, rows }: ExportTable): string {
  const lines = [columns.map(heading), ...rows].map((row) => row.map(cellText).join(';'));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

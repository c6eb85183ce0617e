import { heading, type ExportTable } from '../tables/exportTable';
import { decimal, escaped } from './text';

/** A table as HTML: numbers to the right with their decimals, the first column as each row's heading. */
export function htmlTable({ columns, rows, notes, title }: ExportTable, withNotes = true): string {
  const head = columns.map((column) => `<th scope="col"${column.decimals === null ? '' : ' class="number"'}>${escaped(heading(column))}</th>`);
  const body = rows.map((row) => {
    const cells = row.map((cell, index) => {
      const decimals = columns[index]?.decimals ?? null;
      if (index === 0) return `<th scope="row">${escaped(String(cell ?? ''))}</th>`;
      if (decimals === null) return `<td>${escaped(String(cell ?? ''))}</td>`;
      return `<td class="number">${typeof cell === 'number' ? decimal(cell, decimals) : '–'}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  const remarks = withNotes ? notes.map((note) => `<p class="small">${escaped(note)}</p>`).join('') : '';
  return `<table aria-label="${escaped(title)}"><thead><tr>${head.join('')}</tr></thead><tbody>${body.join('')}</tbody></table>${remarks}`;
}

/** A table with some of its columns, by their names in the order given. */
export function columnsOf(table: ExportTable, names: readonly string[]): ExportTable {
  const picked = names.map((name) => table.columns.findIndex((column) => column.name === name)).filter((index) => index >= 0);
  return {
    ...table,
    columns: picked.flatMap((index) => table.columns[index] ?? []),
    rows: table.rows.map((row) => picked.map((index) => row[index] ?? null)),
  };
}

export type Alignment = 'left' | 'right';

const characters = new Intl.Segmenter('nb', { granularity: 'grapheme' });

function lengthOf(text: string): number {
  return [...characters.segment(text)].length;
}

function padded(text: string, width: number, alignment: Alignment): string {
  const blanks = ' '.repeat(Math.max(0, width - lengthOf(text)));
  return alignment === 'left' ? text + blanks : blanks + text;
}

/**
 * Lines of a table with aligned columns, two blanks between them and none at the end.
 * @param rows cells by row; short rows are filled with blanks
 * @param alignments one for each column; columns beyond them are right-aligned
 */
export function textTable(rows: readonly (readonly string[])[], alignments: readonly Alignment[] = ['left']): readonly string[] {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(0, ...rows.map((row) => lengthOf(row[column] ?? ''))),
  );
  return rows.map((row) =>
    widths.map((width, column) => padded(row[column] ?? '', width, alignments[column] ?? 'right')).join('  ').trimEnd(),
  );
}

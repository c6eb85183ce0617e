import { figureWithUnit, STANDING_WORDS, type MethodFigure } from './figure';
import type { MethodBlock, MethodPage, TextTable } from './page';

/** Figures as a table: what, how much, how it is known, and from where. */
function figureTable(figures: readonly MethodFigure[]): TextTable {
  return {
    head: ['Tall', 'Verdi', 'Sikkerhet', 'Kilde'],
    rows: figures.map((figure, index) => {
      const isAsAbove = figures[index - 1]?.source === figure.source;
      return [figure.name, figureWithUnit(figure), STANDING_WORDS[figure.standing], isAsAbove ? 'samme' : figure.source];
    }),
  };
}

/** A table as aligned Markdown. */
function tableText({ head, rows }: TextTable): string {
  const widths = head.map((cell, column) =>
    Math.max(3, cell.length, ...rows.map((row) => (row[column] ?? '').length)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${widths.map((width, column) => (cells[column] ?? '').padEnd(width)).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}

function blockText(block: MethodBlock): string {
  switch (block.kind) {
    case 'text':
      return block.text;
    case 'list':
      return block.items.map((item) => `- ${item}`).join('\n');
    case 'formula':
      return block.lines.map((line) => `    ${line}`).join('\n');
    case 'terms':
      return block.terms.map(([term, meaning]) => `- **${term}**: ${meaning}`).join('\n');
    case 'table':
      return tableText(block.table);
    case 'figures':
      return tableText(figureTable(block.figures));
  }
}

/** A page of the method as text that reads well in a terminal and is Markdown. */
export function pageText({ title, says, sections, related }: MethodPage): string {
  const parts = [
    `# ${title}`,
    says,
    ...sections.flatMap(({ heading, blocks }) => [`## ${heading}`, ...blocks.map(blockText)]),
    `Les også: ${related.join(', ')}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

import type { LayerGroup, LegendEntry } from './layerGroups';
import { entryHeight } from './legendDrawing';

/** Measures of an exported picture, CSS pixels. */
export const PAGE = { wide: 1600, margin: 40, mapHigh: 940, columnWide: 253, headingHigh: 26, groupGap: 14 } as const;

/** A line or entry of the legend with the upper left corner where it is drawn. */
export type PlacedLegend =
  | { readonly kind: 'heading'; readonly text: string; readonly x: number; readonly y: number }
  | { readonly kind: 'entry'; readonly entry: LegendEntry; readonly x: number; readonly y: number };

/** Breaks a text into lines no wider than `widest`, at spaces. */
export function wrapText(text: string, widest: number, measure: (text: string) => number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && measure(longer) > widest) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return line === '' ? lines : [...lines, line];
}

function groupHeight(group: LayerGroup): number {
  return PAGE.headingHigh + group.legend.reduce((sum, entry) => sum + entryHeight(entry), 0) + PAGE.groupGap;
}

/** Sets the groups in as many columns as the page holds, each group in the column that is shortest so far. */
export function placeLegend(
  groups: readonly LayerGroup[],
  top: number,
): { readonly items: readonly PlacedLegend[]; readonly bottom: number } {
  const columns = Math.floor((PAGE.wide - 2 * PAGE.margin) / PAGE.columnWide);
  const heights = Array.from({ length: columns }, () => top);
  const items: PlacedLegend[] = [];
  for (const group of groups) {
    if (group.legend.length === 0) continue;
    const column = heights.indexOf(Math.min(...heights));
    const x = PAGE.margin + column * PAGE.columnWide;
    let y = heights[column] ?? top;
    items.push({ kind: 'heading', text: group.title, x, y });
    y += PAGE.headingHigh;
    for (const entry of group.legend) {
      items.push({ kind: 'entry', entry, x, y });
      y += entryHeight(entry);
    }
    heights[column] = (heights[column] ?? top) + groupHeight(group);
  }
  return { items, bottom: Math.max(...heights) };
}

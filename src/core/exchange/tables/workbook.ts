import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import writeXlsxFile, { type SheetData } from 'write-excel-file/universal';
import type { ExportedScenario } from '../exportedScenario';
import { proofOf } from '../proof';
import { heading, type ExportTable } from './exportTable';
import { scenarioTables } from './scenarioTables';

/** A zip keeps when its files were written; a clock would give other bytes each time. The earliest a zip can say. */
const NO_TIME = new Date(1980, 0, 1);

/** The proof is a custom XML part: spreadsheets keep it and do not show it. */
const PROOF_PART = 'customXml/item1.xml';
const PROOF_ELEMENT = /<bevis xmlns="urn:smabymodellen:bevis">([^<]*)<\/bevis>/u;
const PROOF_RELATION =
  '<Relationship Id="rIdBevis" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml" Target="../customXml/item1.xml"/>';
const RELATIONS = 'xl/_rels/workbook.xml.rels';

const FORMATS = ['#,##0', '#,##0.0', '#,##0.00'] as const;

function sheetOf({ columns, rows, title, notes }: ExportTable): { data: SheetData; columns: { width: number }[]; sheet: string; stickyRowsCount: number } {
  const head = columns.map((column) => ({
    value: heading(column),
    type: String,
    fontWeight: 'bold' as const,
    backgroundColor: '#ECE7F2',
    wrap: true,
    alignVertical: 'top' as const,
  }));
  const body = rows.map((row) =>
    row.map((cell, index) => {
      if (cell === null) return null;
      const decimals = columns[index]?.decimals ?? 1;
      return typeof cell === 'number' ? { value: cell, type: Number, format: FORMATS[decimals] } : { value: cell, type: String };
    }),
  );
  const width = (index: number): number =>
    Math.min(60, Math.max(12, ...rows.map((row) => (typeof row[index] === 'string' ? row[index].length + 2 : 12))));
  return {
    sheet: title,
    data: [head, ...body, [], ...notes.map((note) => [{ value: note, type: String, textColor: '#555555' }])],
    columns: columns.map((_, index) => ({ width: width(index) })),
    stickyRowsCount: 1,
  };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** The core knows no page, and so not the type of a blob. */
function isBlob(value: unknown): value is { readonly arrayBuffer: () => Promise<ArrayBuffer> } {
  return typeof value === 'object' && value !== null && 'arrayBuffer' in value && typeof value.arrayBuffer === 'function';
}

/** A scenario's tables as an Excel workbook with its proof inside. The same scenario on the same data set gives the same bytes. */
export async function workbook(exported: ExportedScenario): Promise<Uint8Array> {
  const written: { readonly toBlob: () => Promise<unknown> } = writeXlsxFile(scenarioTables(exported).map(sheetOf));
  const blob = await written.toBlob();
  if (!isBlob(blob)) throw new TypeError('The workbook is no blob');
  const parts = unzipSync(new Uint8Array(await blob.arrayBuffer()));
  const relations = parts[RELATIONS];
  if (!relations) throw new Error('The workbook has no relations');
  parts[RELATIONS] = strToU8(strFromU8(relations).replace('</Relationships>', `${PROOF_RELATION}</Relationships>`));
  parts[PROOF_PART] = strToU8(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<bevis xmlns="urn:smabymodellen:bevis">${escaped(JSON.stringify(proofOf(exported)))}</bevis>`,
  );
  const sorted = Object.fromEntries(Object.entries(parts).toSorted(([one], [other]) => Number(one > other) || -1));
  return zipSync(sorted, { mtime: NO_TIME, level: 6 });
}

/** Sheets of a workbook as they stand in the file, and the text of its proof; null when it carries none. */
export function workbookContents(bytes: Uint8Array): { readonly proof: string; readonly sheets: ReadonlyMap<string, string> } | null {
  const parts = unzipSync(bytes, {
    // What we write is far smaller; a larger part is not ours.
    filter: ({ name, originalSize }) => originalSize < 50_000_000 && (name === PROOF_PART || name.startsWith('xl/')),
  });
  const part = parts[PROOF_PART];
  const proof = part && PROOF_ELEMENT.exec(strFromU8(part))?.[1];
  if (proof === undefined) return null;
  const sheets = Object.entries(parts).filter(([name]) => name.startsWith('xl/worksheets/') || name === 'xl/sharedStrings.xml');
  return { proof: unescaped(proof), sheets: new Map(sheets.map(([name, content]) => [name, strFromU8(content)])) };
}

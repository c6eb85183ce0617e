import { strFromU8 } from 'fflate';
import { invalid, valid, type Checked } from '../geodata/problems';
import type { ExportGround } from './exportFiles';
import { isPng } from './mapSheet/pngChunks';
import { readMapPicture, readMapSheet } from './mapSheet/readMapSheet';
import { isDocument } from './migrations';
import { readGeojsonExport } from './readGeojsonExport';
import { readReport } from './report/readReport';
import { csvText } from './tables/csv';
import { PROOF_FORMAT } from './tables/proofFile';
import { scenarioTables } from './tables/scenarioTables';
import { ofOneScenario, type ExportContents } from './verification';

const NOT_OURS = 'bærer ikke det som trengs for å regne etter. Velg en fil som er eksportert fra Småbymodellen.';

function startsWith(bytes: Uint8Array, text: string): boolean {
  return bytes.length >= text.length && strFromU8(bytes.subarray(0, text.length), true) === text;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function readWorkbook(fileName: string, bytes: Uint8Array): Promise<Checked<ExportContents>> {
  const { workbook, workbookContents } = await import('./tables/workbook');
  let contents: ReturnType<typeof workbookContents>;
  try {
    contents = workbookContents(bytes);
  } catch {
    return invalid(`${fileName} er ikke et helt regneark. Filen kan være avkuttet. Eksporter på nytt.`);
  }
  if (!contents) return invalid(`${fileName} ${NOT_OURS}`);
  const { proof, sheets } = contents;
  return valid(
    ofOneScenario(parsed(proof), async (exported) => {
      const expected = workbookContents(await workbook(exported))?.sheets;
      return [...(expected ?? [])]
        .filter(([name, content]) => sheets.get(name) !== content)
        .map(([name]) => `Regnearket: ${name} er endret etter eksporten. Tallene i beviset stemmer; cellene er ikke kontrollert én for én.`);
    }),
  );
}

async function readGeopackage(fileName: string, bytes: Uint8Array, tools: Pick<ExportGround, 'loadSqlite'>): Promise<Checked<ExportContents>> {
  const [{ geopackageContents }, openDatabase] = await Promise.all([import('./geopackage/readGeopackage'), tools.loadSqlite()]);
  const contents = geopackageContents(bytes, openDatabase);
  return contents ? valid(contents) : invalid(`${fileName} ${NOT_OURS}`);
}

/** A CSV and the proof that lies beside it. */
export function readTableExport(fileName: string, text: string, suffix: string, proofText: string): Checked<ExportContents> {
  const proof = parsed(proofText);
  if (!isDocument(proof) || proof['format'] !== PROOF_FORMAT) return invalid(`${fileName}: beviset ved siden av ${NOT_OURS}`);
  return valid(
    ofOneScenario(proof, (exported) => {
      const expected = scenarioTables(exported).find(({ id }) => suffix === `_${id}.csv`);
      return expected && csvText(expected) === text ? [] : [`Tabellen: ${fileName} er endret etter eksporten.`];
    }),
  );
}

/**
 * Takes any file that Småbymodellen has written and that carries its own proof. Problems are in Norwegian and name the
 * file.
 */
export async function readExport(fileName: string, bytes: Uint8Array, tools: Pick<ExportGround, 'loadSqlite'>): Promise<Checked<ExportContents>> {
  if (startsWith(bytes, 'SQLite format 3\0')) return readGeopackage(fileName, bytes, tools);
  if (startsWith(bytes, 'PK')) return readWorkbook(fileName, bytes);
  if (isPng(bytes)) return readMapPicture(fileName, bytes);
  const text = strFromU8(bytes).replace(/^\uFEFF/u, '');
  if (/^<!doctype html/iu.test(text)) return readReport(fileName, text);
  if (text.startsWith('<svg')) return readMapSheet(fileName, text);
  const content = parsed(text);
  if (isDocument(content) && content['format'] === PROOF_FORMAT) return valid(ofOneScenario(content, () => []));
  if (isDocument(content) && content['format'] === 'smabymodellen-scenario') {
    return invalid(`${fileName} er en scenariofil og har ingen poeng å kontrollere. Bruk score, eller verifiser en eksportert fil.`);
  }
  return readGeojsonExport(fileName, text);
}

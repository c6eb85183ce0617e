import { z } from 'zod';
import { describeIssues, invalid, norwegianIssue, valid, type Checked } from '../../geodata/problems';
import { mapRasterSchema, PICTURES_UNCHECKED, withoutRasterPictures } from '../report/mapRaster';
import { PAPER_IDS } from '../report/reportStyle';
import { unescaped } from '../report/text';
import { ofOneScenario, type ExportContents } from '../verification';
import { mapSheet, MAP_SHEET_FORMAT } from './mapSheet';
import { textInPng } from './pngChunks';

const PROOF = /<metadata id="smabymodellen">([^<]*)<\/metadata>/u;

const sheetSchema = z.looseObject({
  format: z.literal(MAP_SHEET_FORMAT),
  paper: z.enum(PAPER_IDS),
  date: z.string().nullable(),
  rasters: z.array(mapRasterSchema).default([]),
});

/** The text of the proof that a sheet's SVG carries; null where it carries none. */
export function proofInSheet(svg: string): string | null {
  const text = PROOF.exec(svg)?.[1];
  return text === undefined ? null : unescaped(text);
}

function read(fileName: string, proof: string | null): Checked<z.output<typeof sheetSchema>> {
  let content: unknown;
  try {
    content = JSON.parse(proof ?? '');
  } catch {
    return invalid(`${fileName} bærer ikke det som trengs for å regne etter. Velg et kart som er laget av Småbymodellen.`);
  }
  const parsed = sheetSchema.safeParse(content, { error: norwegianIssue });
  return parsed.success ? valid(parsed.data) : { kind: 'invalid', problems: describeIssues(fileName, parsed.error).slice(0, 3) };
}

/** Takes a map sheet that Småbymodellen has drawn. Problems are in Norwegian and name the file. */
export function readMapSheet(fileName: string, svg: string): Checked<ExportContents> {
  const sheet = read(fileName, proofInSheet(svg));
  if (sheet.kind === 'invalid') return sheet;
  const { paper, date, rasters } = sheet.value;
  return valid({
    ...ofOneScenario(sheet.value, (exported) =>
      mapSheet({ ...exported, rasters }, { paper, date }) === withoutRasterPictures(svg) ? [] : [`Kartet: tegningen i ${fileName} er endret etter at den ble laget.`],
    ),
    ...(rasters.length > 0 ? { unchecked: PICTURES_UNCHECKED } : {}),
  });
}

/** Takes the same map as a picture. Its numbers are scored again; its dots are what a renderer made of the drawing, and are not. */
export function readMapPicture(fileName: string, png: Uint8Array): Checked<ExportContents> {
  let proof: string | null;
  try {
    proof = textInPng(png);
  } catch {
    proof = null;
  }
  const sheet = read(fileName, proof);
  return sheet.kind === 'invalid' ? sheet : valid({
        ...ofOneScenario(sheet.value, () => []),
        unchecked: 'Tallene og kildene som bildet bærer, stemmer. Bildepunktene er ikke kontrollert; det er tegningen (SVG).',
      });
}

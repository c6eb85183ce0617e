import { z } from 'zod';
import { describeIssues, invalid, norwegianIssue, valid, type Checked } from '../../geodata/problems';
import type { Assessment } from '../../scoring/assessment';
import { drawRanges, MOST_DRAWS } from '../drawRanges';
import { jsonDifferences } from '../jsonDifferences';
import { roundedNumbers } from '../roundedNumbers';
import { differenceTexts, type ExportContents } from '../verification';
import { mapRasterSchema, PICTURES_UNCHECKED, withoutRasterPictures } from './mapRaster';
import { REPORT_FORMAT, reportHtml } from './report';
import { PAPER_IDS } from './reportStyle';
import { unescaped } from './text';

const PROOF = /<template id="smabymodellen">([^<]*)<\/template>/u;

const number = z.number();
const range = z.strictObject({ median: number, low: number, high: number }).nullable();

const reportSchema = z.looseObject({
  format: z.literal(REPORT_FORMAT),
  paper: z.enum(PAPER_IDS),
  date: z.string().nullable(),
  rasters: z.array(mapRasterSchema).default([]),
  draws: z
    .strictObject({
      generator: z.string(),
      seed: z.int().min(0).max(2 ** 32 - 1),
      draws: z.int().min(1).max(MOST_DRAWS),
      pairs: z.array(z.strictObject({ first: number, second: number, transit: number.nullable(), blueGreen: number.nullable() })),
    })
    .nullable(),
  scenarios: z
    .array(z.looseObject({ ranges: z.strictObject({ transit: range, blueGreen: range }).nullable() }))
    .min(1),
});

/** Makes the draws that a report tells of once more, and says what they give otherwise. */
function drawnOtherwise({ draws, scenarios }: z.output<typeof reportSchema>, assessments: readonly Assessment[]): readonly string[] {
  if (!draws) return [];
  const drawn = drawRanges(assessments, draws);
  const told = { ...draws, ranges: scenarios.map(({ ranges }) => ranges) };
  const again = {
    generator: drawn.generator,
    seed: drawn.seed,
    draws: drawn.draws,
    pairs: drawn.pairs,
    ranges: drawn.scenarios.map(({ transit, blueGreen }) => ({ transit, blueGreen })),
  };
  return differenceTexts('Spennet,', jsonDifferences(told, roundedNumbers(again)));
}

/** Takes a report that Småbymodellen has written. Problems are in Norwegian and name the file. */
export function readReport(fileName: string, text: string): Checked<ExportContents> {
  const proof = PROOF.exec(text)?.[1];
  let content: unknown;
  try {
    content = JSON.parse(unescaped(proof ?? ''));
  } catch {
    return invalid(`${fileName} bærer ikke det som trengs for å regne etter. Velg en rapport som er laget av Småbymodellen.`);
  }
  const parsed = reportSchema.safeParse(content, { error: norwegianIssue });
  if (!parsed.success) return { kind: 'invalid', problems: describeIssues(fileName, parsed.error).slice(0, 3) };
  const { scenarios, paper, date, draws, rasters } = parsed.data;
  return valid({
    proofs: scenarios,
    ...(rasters.length > 0 ? { unchecked: PICTURES_UNCHECKED } : {}),
    drawnOtherwise: (assessments) => drawnOtherwise(parsed.data, assessments),
    differencesFrom: (exported) => {
      const again = reportHtml({
        scenarios: exported.map((one, index) => ({ exported: { ...one, rasters }, ranges: scenarios[index]?.ranges ?? null })),
        paper,
        date,
        draws,
      });
      return again === withoutRasterPictures(text) ? [] : [`Rapporten: teksten eller kartet i ${fileName} er endret etter at den ble laget.`];
    },
  });
}

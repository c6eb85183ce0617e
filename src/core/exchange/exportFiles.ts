import type { Assessment } from '../scoring/assessment';
import { arealdelGeojson, type ArealdelOptions } from './arealdel/arealdelGeojson';
import type { PlanDetails } from './arealdel/planDetails';
import { developmentAreasGeojson } from './developmentAreasGeojson';
import { drawRanges, rangesOf, type DrawsOrder } from './drawRanges';
import { exportedOf } from './exportedScenario';
import type { OpenDatabase } from './geopackage/sqlDatabase';
import type { NetworkIdentity } from './networkIdentity';
import type { Paper } from './report/reportStyle';
import { writeScenarioFile } from './scenarioFile';
import { csvText } from './tables/csv';
import { proofFile, PROOF_SUFFIX } from './tables/proofFile';
import { scenarioTables } from './tables/scenarioTables';

export const EXPORT_FORMAT_IDS = [
  'scenario',
  'arealdel',
  'arealdelPlanar',
  'arealdelSosi',
  'geopackage',
  'areas',
  'workbook',
  'tables',
  'report',
  'mapSheet',
] as const;

export type ExportFormatId = (typeof EXPORT_FORMAT_IDS)[number];

/** How an export is to be. */
export interface ExportSettings {
  readonly paper: Paper;
  /** The day as a report tells it; null when it is not to be told. */
  readonly date: string | null;
  readonly plan: PlanDetails;
  readonly draws: DrawsOrder;
}

/** What an export stands on beside the scenario. */
export interface ExportGround {
  readonly walkingNetwork: NetworkIdentity | null;
  readonly loadSqlite: () => Promise<OpenDatabase>;
}

/** A written file: what follows the scenario's name in its name, and what is in it. */
export interface ExportedFile {
  readonly suffix: string;
  readonly mediaType: string;
  readonly content: string | Uint8Array;
}

/** Formats that tell the ranges of the scores; a report draws its own, of all its scenarios together. */
const WITH_RANGES: ReadonlySet<ExportFormatId> = new Set([
  'arealdel',
  'arealdelPlanar',
  'arealdelSosi',
  'geopackage',
  'areas',
  'workbook',
  'tables',
]);

const GEOJSON = 'application/geo+json';

const ARRANGED: Readonly<Record<'arealdel' | 'arealdelPlanar' | 'arealdelSosi', ArealdelOptions & { readonly suffix: string }>> = {
  arealdel: { suffix: '_arealdel.geojson', arrangement: 'EPSG:4326', naming: 'nap' },
  arealdelPlanar: { suffix: '_arealdel_25832.geojson', arrangement: 'EPSG:25832', naming: 'nap' },
  arealdelSosi: { suffix: '_arealdel_sosinavn.geojson', arrangement: 'EPSG:4326', naming: 'sosi' },
};

/** The report of one scenario, or of several side by side, with their draws in common. */
export async function reportFile(
  assessments: readonly Assessment[],
  { walkingNetwork }: Pick<ExportGround, 'walkingNetwork'>,
  { paper, date, draws }: ExportSettings,
): Promise<ExportedFile> {
  const { reportHtml } = await import('./report/report');
  const drawn = drawRanges(assessments, draws);
  return {
    suffix: '_rapport.html',
    mediaType: 'text/html;charset=utf-8',
    content: reportHtml({
      scenarios: assessments.map((assessment, index) => ({
        exported: exportedOf(assessment, walkingNetwork),
        ranges: drawn.scenarios[index] ?? null,
      })),
      draws: { generator: drawn.generator, seed: drawn.seed, draws: drawn.draws, pairs: drawn.pairs },
      paper,
      date,
    }),
  };
}

/**
 * Writes a scenario as one format; CSV is a file for each table. The same scenario on the same data set always gives
 * the same content, on the page and on the command line.
 */
export async function exportFiles(
  id: ExportFormatId,
  assessment: Assessment,
  ground: ExportGround,
  settings: ExportSettings,
): Promise<readonly ExportedFile[]> {
  const exported = exportedOf(assessment, ground.walkingNetwork, WITH_RANGES.has(id) ? rangesOf(assessment, settings.draws) : null);
  switch (id) {
    case 'scenario':
      return [{ suffix: '.json', mediaType: 'application/json', content: writeScenarioFile(exported.scenario, exported.dataset) }];
    case 'arealdel':
    case 'arealdelPlanar':
    case 'arealdelSosi': {
      const { suffix, ...options } = ARRANGED[id];
      return [{ suffix, mediaType: GEOJSON, content: arealdelGeojson(exported, { ...options, details: settings.plan }) }];
    }
    case 'geopackage': {
      const [{ scenarioGeopackage }, openDatabase] = await Promise.all([import('./geopackage/scenarioGeopackage'), ground.loadSqlite()]);
      return [{ suffix: '.gpkg', mediaType: 'application/geopackage+sqlite3', content: scenarioGeopackage(exported, openDatabase, settings.plan) }];
    }
    case 'areas':
      return [{ suffix: '_utbyggingsfelt.geojson', mediaType: GEOJSON, content: developmentAreasGeojson(exported) }];
    case 'workbook': {
      const { workbook } = await import('./tables/workbook');
      return [
        {
          suffix: '.xlsx',
          mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
          content: await workbook(exported),
        },
      ];
    }
    case 'report':
      return [await reportFile([assessment], ground, settings)];
    case 'mapSheet': {
      const { mapSheet } = await import('./mapSheet/mapSheet');
      return [{ suffix: '_kart.svg', mediaType: 'image/svg+xml', content: mapSheet(exported, settings) }];
    }
    case 'tables':
      return [
        ...scenarioTables(exported).map((table) => ({
          suffix: `_${table.id}.csv`,
          mediaType: 'text/csv;charset=utf-8',
          content: csvText(table),
        })),
        // A CSV has no place for it.
        { suffix: PROOF_SUFFIX, mediaType: 'application/json', content: proofFile(exported) },
      ];
  }
}

import type { Assessment } from '../scoring/assessment';
import { arealdelGeojson, type ArealdelOptions } from './arealdel/arealdelGeojson';
import type { PlanDetails } from './arealdel/planDetails';
import { developmentAreasGeojson } from './developmentAreasGeojson';
import { drawRanges, rangesOf, type DrawsOrder } from './drawRanges';
import { exportedOf, type ExportedScenario } from './exportedScenario';
import type { OpenDatabase } from './geopackage/sqlDatabase';
import type { NetworkIdentity } from './networkIdentity';
import type { MapRaster } from './report/mapRaster';
import type { Paper } from './report/reportStyle';
import { writeScenarioFile } from './scenarioFile';
import { csvText } from './tables/csv';
import { proofFile, PROOF_SUFFIX } from './tables/proofFile';
import { scenarioTables } from './tables/scenarioTables';

/** How an export is to be. */
export interface ExportSettings {
  readonly paper: Paper;
  /** The day as a report tells it; null when it is not to be told. */
  readonly date: string | null;
  readonly plan: PlanDetails;
  readonly draws: DrawsOrder;
  /** Those that are to lie on the ground of maps, the last uppermost. */
  readonly rasters: readonly MapRaster[];
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

const GEOJSON = 'application/geo+json';
const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** An assessed scenario, and what to write it with. */
interface Order {
  readonly assessment: Assessment;
  readonly ground: ExportGround;
  readonly settings: ExportSettings;
}

function withoutRanges({ assessment, ground }: Order): ExportedScenario {
  return exportedOf(assessment, ground.walkingNetwork);
}

function withRanges({ assessment, ground, settings }: Order): ExportedScenario {
  return exportedOf(assessment, ground.walkingNetwork, rangesOf(assessment, settings.draws));
}

function arealdel(order: Order, suffix: string, options: Omit<ArealdelOptions, 'details'>): readonly ExportedFile[] {
  return [{ suffix, mediaType: GEOJSON, content: arealdelGeojson(withRanges(order), { ...options, details: order.settings.plan }) }];
}

/** The report of one scenario, or of several side by side, with their draws in common. */
export async function reportFile(
  assessments: readonly Assessment[],
  { walkingNetwork }: Pick<ExportGround, 'walkingNetwork'>,
  { paper, date, draws, rasters }: ExportSettings,
): Promise<ExportedFile> {
  const { reportHtml } = await import('./report/report');
  const drawn = drawRanges(assessments, draws);
  return {
    suffix: '_rapport.html',
    mediaType: 'text/html;charset=utf-8',
    content: reportHtml({
      scenarios: assessments.map((assessment, index) => ({
        exported: { ...exportedOf(assessment, walkingNetwork), rasters },
        ranges: drawn.scenarios[index] ?? null,
      })),
      draws: { generator: drawn.generator, seed: drawn.seed, draws: drawn.draws, pairs: drawn.pairs },
      paper,
      date,
    }),
  };
}

/** How each format is written. */
const FORMATS = {
  scenario: (order) => {
    const { scenario, dataset } = withoutRanges(order);
    return [{ suffix: '.json', mediaType: 'application/json', content: writeScenarioFile(scenario, dataset) }];
  },
  arealdel: (order) => arealdel(order, '_arealdel.geojson', { arrangement: 'EPSG:4326', naming: 'nap' }),
  arealdelPlanar: (order) => arealdel(order, '_arealdel_25832.geojson', { arrangement: 'EPSG:25832', naming: 'nap' }),
  arealdelSosi: (order) => arealdel(order, '_arealdel_sosinavn.geojson', { arrangement: 'EPSG:4326', naming: 'sosi' }),
  geopackage: async (order) => {
    const [{ scenarioGeopackage }, openDatabase] = await Promise.all([import('./geopackage/scenarioGeopackage'), order.ground.loadSqlite()]);
    const content = scenarioGeopackage(withRanges(order), openDatabase, order.settings.plan);
    return [{ suffix: '.gpkg', mediaType: 'application/geopackage+sqlite3', content }];
  },
  areas: (order) => [{ suffix: '_utbyggingsfelt.geojson', mediaType: GEOJSON, content: developmentAreasGeojson(withRanges(order)) }],
  workbook: async (order) => {
    const { workbook } = await import('./tables/workbook');
    return [{ suffix: '.xlsx', mediaType: WORKBOOK, content: await workbook(withRanges(order)) }];
  },
  tables: (order) => {
    const exported = withRanges(order);
    return [
      ...scenarioTables(exported).map((table) => ({ suffix: `_${table.id}.csv`, mediaType: 'text/csv;charset=utf-8', content: csvText(table) })),
      // A CSV has no place for it.
      { suffix: PROOF_SUFFIX, mediaType: 'application/json', content: proofFile(exported) },
    ];
  },
  // It draws the ranges of all its scenarios together.
  report: async ({ assessment, ground, settings }) => [await reportFile([assessment], ground, settings)],
  mapSheet: async (order) => {
    const { mapSheet } = await import('./mapSheet/mapSheet');
    return [{ suffix: '_kart.svg', mediaType: 'image/svg+xml', content: mapSheet({ ...withoutRanges(order), rasters: order.settings.rasters }, order.settings) }];
  },
} satisfies Readonly<Record<string, (order: Order) => readonly ExportedFile[] | Promise<readonly ExportedFile[]>>>;

export type ExportFormatId = keyof typeof FORMATS;

export const EXPORT_FORMAT_IDS = Object.keys(FORMATS) as readonly ExportFormatId[];

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
  return FORMATS[id]({ assessment, ground, settings });
}

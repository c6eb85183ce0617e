import { arealdelGeojson } from './arealdel/arealdelGeojson';
import { developmentAreasGeojson } from './developmentAreasGeojson';
import type { ExportedScenario } from './exportedScenario';
import type { OpenDatabase } from './geopackage/sqlDatabase';
import type { ScenarioRanges } from './report/reportInput';
import type { Paper } from './report/reportStyle';
import { writeScenarioFile } from './scenarioFile';
import { csvText } from './tables/csv';
import { proofFile, PROOF_SUFFIX } from './tables/proofFile';
import { scenarioTables } from './tables/scenarioTables';

/** The 5–95 % ranges of a scenario, and how they were drawn. */
export interface DrawnRanges extends ScenarioRanges {
  readonly generator: string;
  readonly seed: number;
  readonly draws: number;
}

/** What writing some formats takes beside the scenario; each is asked for when it is needed. */
export interface ExportTools {
  readonly loadSqlite: () => Promise<OpenDatabase>;
  /** Null where nothing can be drawn. */
  readonly drawRanges: () => Promise<DrawnRanges | null>;
  readonly paper: Paper;
  /** The day as a report tells it; null when it is not to be told. */
  readonly date: string | null;
}

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
] as const;

export type ExportFormatId = (typeof EXPORT_FORMAT_IDS)[number];

/** A written file: what follows the scenario's name in its name, and what is in it. */
export interface ExportedFile {
  readonly suffix: string;
  readonly mediaType: string;
  readonly content: string | Uint8Array;
}

const GEOJSON = 'application/geo+json';

/**
 * Writes a scenario as one format; CSV is a file for each table. The same scenario on the same data set always gives
 * the same content, on the page and on the command line.
 */
export async function exportFiles(id: ExportFormatId, exported: ExportedScenario, tools: ExportTools): Promise<readonly ExportedFile[]> {
  switch (id) {
    case 'scenario':
      return [{ suffix: '.json', mediaType: 'application/json', content: writeScenarioFile(exported.scenario, exported.dataset) }];
    case 'arealdel':
      return [{ suffix: '_arealdel.geojson', mediaType: GEOJSON, content: arealdelGeojson(exported, { arrangement: 'EPSG:4326', naming: 'nap' }) }];
    case 'arealdelPlanar':
      return [{ suffix: '_arealdel_25832.geojson', mediaType: GEOJSON, content: arealdelGeojson(exported, { arrangement: 'EPSG:25832', naming: 'nap' }) }];
    case 'arealdelSosi':
      return [{ suffix: '_arealdel_sosinavn.geojson', mediaType: GEOJSON, content: arealdelGeojson(exported, { arrangement: 'EPSG:4326', naming: 'sosi' }) }];
    case 'geopackage': {
      const [{ scenarioGeopackage }, openDatabase] = await Promise.all([import('./geopackage/scenarioGeopackage'), tools.loadSqlite()]);
      return [{ suffix: '.gpkg', mediaType: 'application/geopackage+sqlite3', content: scenarioGeopackage(exported, openDatabase) }];
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
    case 'report': {
      const [{ reportHtml }, drawn] = await Promise.all([import('./report/report'), tools.drawRanges()]);
      const { paper, date } = tools;
      const draws = drawn && { generator: drawn.generator, seed: drawn.seed, draws: drawn.draws, pairs: [] };
      const ranges = drawn && { transit: drawn.transit, blueGreen: drawn.blueGreen };
      return [
        {
          suffix: '_rapport.html',
          mediaType: 'text/html;charset=utf-8',
          content: reportHtml({ scenarios: [{ exported, ranges }], draws, paper, date }),
        },
      ];
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

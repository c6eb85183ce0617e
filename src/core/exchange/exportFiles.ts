import { arealdelGeojson } from './arealdel/arealdelGeojson';
import { developmentAreasGeojson } from './developmentAreasGeojson';
import type { ExportedScenario } from './exportedScenario';
import type { OpenDatabase } from './geopackage/sqlDatabase';
import { writeScenarioFile } from './scenarioFile';
import { csvText } from './tables/csv';
import { proofFile, PROOF_SUFFIX } from './tables/proofFile';
import { scenarioTables } from './tables/scenarioTables';

/** What writing some formats takes beside the scenario; each is asked for when it is needed. */
export interface ExportTools {
  readonly loadSqlite: () => Promise<OpenDatabase>;
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

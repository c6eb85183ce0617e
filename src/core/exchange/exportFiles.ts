import { arealdelGeojson } from './arealdel/arealdelGeojson';
import { developmentAreasGeojson } from './developmentAreasGeojson';
import type { ExportedScenario } from './exportedScenario';
import { writeScenarioFile } from './scenarioFile';

/** A file that a scenario can be written as. */
export interface ExportFormat {
  readonly id: string;
  /** What follows the scenario's name in the file's name. */
  readonly suffix: string;
  readonly mediaType: string;
  /** The same scenario on the same data set always gives the same content. */
  readonly write: (exported: ExportedScenario) => string | Uint8Array | Promise<string | Uint8Array>;
}

const GEOJSON = 'application/geo+json';

/** Every file a scenario can be written as, in the order they are listed. */
export const EXPORT_FORMATS = [
  {
    id: 'scenario',
    suffix: '.json',
    mediaType: 'application/json',
    write: ({ scenario, dataset }) => writeScenarioFile(scenario, dataset),
  },
  {
    id: 'arealdel',
    suffix: '_arealdel.geojson',
    mediaType: GEOJSON,
    write: (exported) => arealdelGeojson(exported, { arrangement: 'EPSG:4326', naming: 'nap' }),
  },
  {
    id: 'arealdelPlanar',
    suffix: '_arealdel_25832.geojson',
    mediaType: GEOJSON,
    write: (exported) => arealdelGeojson(exported, { arrangement: 'EPSG:25832', naming: 'nap' }),
  },
  {
    id: 'arealdelSosi',
    suffix: '_arealdel_sosinavn.geojson',
    mediaType: GEOJSON,
    write: (exported) => arealdelGeojson(exported, { arrangement: 'EPSG:4326', naming: 'sosi' }),
  },
  { id: 'areas', suffix: '_utbyggingsfelt.geojson', mediaType: GEOJSON, write: developmentAreasGeojson },
] as const satisfies readonly ExportFormat[];

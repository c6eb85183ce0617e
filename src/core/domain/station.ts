import type { LonLat } from '../geometry/shapes';
import type { ProjectId, StationId } from './identifiers';

export const STATION_MODES = ['train', 'metro'] as const;

export type StationMode = (typeof STATION_MODES)[number];

/** In operation, opened by a rail project in its opening year, or proposed by a scenario. */
export type StationStatus =
  | { readonly kind: 'inOperation' }
  | { readonly kind: 'underConstruction'; readonly project: ProjectId; readonly openingYear: number }
  | { readonly kind: 'proposed'; readonly openingYear: number };

/** A rail or metro station. One row per station and mode; `line` is the literal name of its line or lines. */
export interface Station {
  readonly id: StationId;
  readonly name: string;
  readonly mode: StationMode;
  readonly line: string;
  readonly status: StationStatus;
  readonly position: LonLat;
  readonly accuracyMetres: number;
  /** Departures per hour and direction in the morning peak. */
  readonly departuresPerHour: number;
  readonly source: string;
}

/** A rail line that is not open yet and that a scenario keeps or leaves out. */
export interface RailProject {
  readonly id: ProjectId;
  readonly name: string;
  readonly openingYear: number;
}

/** Whether a scenario counts on each rail project; a project that is not listed is counted on. */
export type ProjectSwitches = ReadonlyMap<ProjectId, boolean>;

/** Whether `station` runs in `year` when `switches` say which rail projects are counted on. */
export function isInService(station: Station, year: number, switches: ProjectSwitches): boolean {
  switch (station.status.kind) {
    case 'inOperation':
      return true;
    case 'underConstruction':
      return station.status.openingYear <= year && switches.get(station.status.project) !== false;
    case 'proposed':
      return station.status.openingYear <= year;
  }
}

import type { LayerId } from './identifiers';

/** Zones of hazard and protection: development that meets one is in conflict with it. */
export const ZONE_ROLES = ['natureReserve', 'flood', 'quickClay', 'noise', 'valuableNature'] as const;

/**
 * What a layer is used for. Rivers and lakes share `water`: lines are watercourses, polygons are lakes.
 * The adopted plan is shown, never scored.
 */
export const LAYER_ROLES = [
  'municipality',
  'land',
  'farmland',
  'green',
  'marka',
  'water',
  'builtUp',
  'station',
  'railLine',
  'population',
  'town',
  'defaultArea',
  ...ZONE_ROLES,
  'adoptedPlan',
  'reference',
] as const;

export type ZoneRole = (typeof ZONE_ROLES)[number];

export type LayerRole = (typeof LAYER_ROLES)[number];

/** What the user is told about a layer wherever its facts are used. */
export interface LayerDescription {
  readonly id: LayerId;
  /** Norwegian title. */
  readonly title: string;
  readonly role: LayerRole;
  readonly file: string;
  readonly format: 'geojson' | 'csv';
  readonly source: string;
  /** Year or date of the facts, as the source states it. */
  readonly date: string;
  readonly licence: string;
  readonly attribution: string;
  /** Stated positional accuracy; null where the question does not apply, as for statistics by grid cell. */
  readonly accuracyMetres: number | null;
  /** Norwegian note on accuracy and caveats. */
  readonly accuracyNote: string;
  /** West, south, east and north at which the data were cut, degrees: edges there are no real boundary. */
  readonly cutAt?: readonly [west: number, south: number, east: number, north: number];
  /** True where the content is our own assumption. */
  readonly assumption: boolean;
}

import type { LonLatMultiPolygon } from '../geometry/shapes';
import type { AreaId, TownId } from './identifiers';
import type { TypologyId } from './typology';

/** Where an area's ground comes from: the municipality's default areas, or a planner's hand. */
export type AreaOrigin = 'default' | 'drawn';

/** A development area (utbyggingsfelt): a piece of ground with the dwellings planned on it. */
export interface DevelopmentArea {
  readonly id: AreaId;
  readonly name: string;
  readonly origin: AreaOrigin;
  /** Its outline. An edit makes a new object: what is measured of the ground is kept by this object's identity. */
  readonly outline: LonLatMultiPolygon;
  /** The town whose quota its dwellings count against, or null for growth outside the towns. */
  readonly town: TownId | null;
  readonly typology: TypologyId;
  /** How much of the land can be built anew, above 0 and at most 1. */
  readonly developableShare: number;
  /** Dwellings in each of the programme's periods, in order. */
  readonly dwellingsByPeriod: readonly number[];
  /** Set by hand: filling the town leaves its dwellings alone. */
  readonly setByHand: boolean;
  /** The first of the programme's periods (from 0) in which it is built on; null when it follows the order of its town. */
  readonly phase: number | null;
  readonly note: string;
}

/** A default area as the data set ships it, before any dwellings are placed. */
export type DefaultArea = Pick<DevelopmentArea, 'id' | 'name' | 'outline' | 'typology' | 'developableShare'> & {
  readonly town: TownId;
};

/** Dwellings of an area in its first `periods` periods; all of them when left out. */
export function areaDwellings(area: Pick<DevelopmentArea, 'dwellingsByPeriod'>, periods = Infinity): number {
  let sum = 0;
  const count = Math.min(periods, area.dwellingsByPeriod.length);
  for (let index = 0; index < count; index += 1) sum += area.dwellingsByPeriod[index] ?? 0;
  return sum;
}

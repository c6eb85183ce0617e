import type { LonLatMultiPolygon } from '../geometry/shapes';
import type { StationId, TownId } from './identifiers';

/** A small town (småby) at one or more public-transport nodes. */
export interface Town {
  readonly id: TownId;
  readonly name: string;
  readonly anchors: readonly StationId[];
  readonly outline: LonLatMultiPolygon;
}

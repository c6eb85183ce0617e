import type { LonLat, LonLatRing } from '../core/geometry/shapes';
import { discRing } from '../core/geometry/convex';
import { toLonLatRing, toPlanarPoint } from '../core/geometry/projection';
import { DETOUR_FACTOR, NEAR_STATION_METRES, WALKABLE_STATION_METRES } from '../core/method/parameters';

const CORNERS = 72;

/** The walks that are drawn around stations, metres. */
export const RING_WALKS_METRES = [NEAR_STATION_METRES, WALKABLE_STATION_METRES] as const;

/** Circle around a station that a walk of so many metres reaches when ways are longer than the straight line by the detour factor. */
export function walkingRing(centre: LonLat, walkMetres: number): LonLatRing {
  return toLonLatRing(discRing(toPlanarPoint(centre), walkMetres / DETOUR_FACTOR, CORNERS));
}

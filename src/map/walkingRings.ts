import type { LonLat, LonLatRing } from '../core/geometry/shapes';
import { toLonLat, toPlanarPoint } from '../core/geometry/projection';
import { DETOUR_FACTOR, NEAR_STATION_METRES, WALKABLE_STATION_METRES } from '../core/method/parameters';

const CORNERS = 96;

/** The walks that are drawn around stations, metres. */
export const RING_WALKS_METRES = [NEAR_STATION_METRES, WALKABLE_STATION_METRES] as const;

/** Circle around a station that a walk of so many metres reaches when ways are longer than the straight line by the detour factor. */
export function walkingRing(centre: LonLat, walkMetres: number): LonLatRing {
  const { x, y } = toPlanarPoint(centre);
  const radius = walkMetres / DETOUR_FACTOR;
  const positions = Array.from({ length: CORNERS }, (_, corner) => {
    const angle = (2 * Math.PI * corner) / CORNERS;
    return toLonLat({ x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle) });
  });
  return [...positions, ...positions.slice(0, 1)];
}

import type { LonLat, LonLatMultiPolygon } from '../core/geometry/shapes';

/** Rectangle in degrees. */
export interface LonLatBounds {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** Smallest rectangle around the positions; null when there are none. */
function boundsOfPositions(positions: Iterable<LonLat>): LonLatBounds | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [longitude, latitude] of positions) {
    west = Math.min(west, longitude);
    east = Math.max(east, longitude);
    south = Math.min(south, latitude);
    north = Math.max(north, latitude);
  }
  return west > east ? null : { west, south, east, north };
}

/** Smallest rectangle around the polygons; null when there are none. */
export function boundsOfPolygons(polygons: LonLatMultiPolygon): LonLatBounds | null {
  return boundsOfPositions(polygons.flatMap((polygon) => polygon.flat()));
}

/** Smallest rectangle around both. */
export function joinedBounds(one: LonLatBounds | null, other: LonLatBounds | null): LonLatBounds | null {
  if (one === null || other === null) return one ?? other;
  return {
    west: Math.min(one.west, other.west),
    south: Math.min(one.south, other.south),
    east: Math.max(one.east, other.east),
    north: Math.max(one.north, other.north),
  };
}

/** The rectangle grown on all sides by `share` of its width and height. */
export function grownBounds(bounds: LonLatBounds, share: number): LonLatBounds {
  const wide = (bounds.east - bounds.west) * share;
  const high = (bounds.north - bounds.south) * share;
  return { west: bounds.west - wide, south: bounds.south - high, east: bounds.east + wide, north: bounds.north + high };
}

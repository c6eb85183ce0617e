import type { LonLatMultiPolygon } from './shapes';

/** Smallest rectangle of degrees around an outline. */
export interface LonLatBox {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

const boxes = new WeakMap<LonLatMultiPolygon, LonLatBox>();

/** The box around an outline's exteriors, reckoned once for each outline object; turned inside out where it has none. */
export function lonLatBox(outline: LonLatMultiPolygon): LonLatBox {
  const known = boxes.get(outline);
  if (known) return known;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [exterior] of outline) {
    for (const [longitude, latitude] of exterior ?? []) {
      west = Math.min(west, longitude);
      east = Math.max(east, longitude);
      south = Math.min(south, latitude);
      north = Math.max(north, latitude);
    }
  }
  const box = { west, south, east, north };
  boxes.set(outline, box);
  return box;
}

/** Whether two boxes share ground or an edge. */
export function boxesMeet(one: LonLatBox, other: LonLatBox): boolean {
  return one.west <= other.east && other.west <= one.east && one.south <= other.north && other.south <= one.north;
}

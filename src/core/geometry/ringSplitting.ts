import { multiPolygonBounds } from './area';
import { clipToHalfPlane, type Axis, type RingVertices } from './halfPlaneClipping';
import type { PlanarBounds, PlanarMultiPolygon } from './shapes';

/** The part of a ring inside a rectangle; empty when nothing is left. */
export function clipToBounds(ring: RingVertices, bounds: PlanarBounds): RingVertices {
  let clipped = splitRing(ring, 0, bounds.maxX)[0];
  clipped = splitRing(clipped, 0, bounds.minX)[1];
  clipped = splitRing(clipped, 1, bounds.maxY)[0];
  return splitRing(clipped, 1, bounds.minY)[1];
}

/**
 * The parts of polygons inside a rectangle; the same object when nothing lies outside. Cut polygons may run to and fro
 * along the rectangle's sides, which tells neither in areas nor in what lies inside.
 */
export function clipPolygons(polygons: PlanarMultiPolygon, bounds: PlanarBounds): PlanarMultiPolygon {
  const extent = multiPolygonBounds(polygons);
  if (!extent || containsBounds(bounds, extent)) return polygons;
  return polygons
    .map((polygon) => polygon.map((ring) => Float64Array.from(clipToBounds(ring, bounds))))
    .filter(([exterior]) => exterior !== undefined && exterior.length > 0)
    .map((polygon) => polygon.filter((ring) => ring.length > 0));
}

function containsBounds(outer: PlanarBounds, inner: PlanarBounds): boolean {
  return inner.minX >= outer.minX && inner.maxX <= outer.maxX && inner.minY >= outer.minY && inner.maxY <= outer.maxY;
}

const NOTHING: RingVertices = [];

/** The parts of a ring below and above an axis-parallel line; an untouched ring is handed on as it is. */
export function splitRing(ring: RingVertices, axis: Axis, middle: number): readonly [RingVertices, RingVertices] {
  let low = false;
  let high = false;
  for (let index: number = axis; index < ring.length; index += 2) {
    if (ring[index]! < middle) low = true;
    else if (ring[index]! > middle) high = true;
    if (low && high) {
      return [clipToHalfPlane(ring, axis, middle, 1), clipToHalfPlane(ring, axis, middle, -1)];
    }
  }
  if (low) return [ring, NOTHING];
  return high ? [NOTHING, ring] : [NOTHING, NOTHING];
}

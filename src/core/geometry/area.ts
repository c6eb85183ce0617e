import type { PlanarBounds, PlanarMultiPolygon, PlanarPoint, PlanarPolygon, PlanarRing } from './shapes';

/**
 * Signed area of an open ring in m², positive when counter-clockwise.
 * Shoelace formula relative to the first vertex, so that large coordinates cost no digits.
 */
export function signedRingArea(ring: PlanarRing): number {
  const length = ring.length;
  if (length < 6) return 0;
  const originX = ring[0]!;
  const originY = ring[1]!;
  let doubled = 0;
  for (let index = 2; index + 3 < length; index += 2) {
    const ax = ring[index]! - originX;
    const ay = ring[index + 1]! - originY;
    const bx = ring[index + 2]! - originX;
    const by = ring[index + 3]! - originY;
    doubled += ax * by - bx * ay;
  }
  return doubled / 2;
}

/** Area of a polygon in m²: the exterior less the holes, whatever way the rings run. */
export function polygonArea(polygon: PlanarPolygon): number {
  let area = 0;
  polygon.forEach((ring, index) => {
    const ringArea = Math.abs(signedRingArea(ring));
    area += index === 0 ? ringArea : -ringArea;
  });
  return area;
}

/** Area of a multipolygon in m². Its polygons must not overlap. */
export function multiPolygonArea(polygons: PlanarMultiPolygon): number {
  let area = 0;
  for (const polygon of polygons) area += polygonArea(polygon);
  return area;
}

/** Sums of a ring's area and first moments about `origin`. */
function ringMoments(ring: PlanarRing, origin: PlanarPoint): { area: number; momentX: number; momentY: number } {
  let area = 0;
  let momentX = 0;
  let momentY = 0;
  const length = ring.length;
  for (let index = 0; index + 1 < length; index += 2) {
    const next = index + 2 < length ? index + 2 : 0;
    const ax = ring[index]! - origin.x;
    const ay = ring[index + 1]! - origin.y;
    const bx = ring[next]! - origin.x;
    const by = ring[next + 1]! - origin.y;
    const cross = ax * by - bx * ay;
    area += cross / 2;
    momentX += ((ax + bx) * cross) / 6;
    momentY += ((ay + by) * cross) / 6;
  }
  return { area, momentX, momentY };
}

/** Centroid of a multipolygon by area; null when it has no area. */
export function multiPolygonCentroid(polygons: PlanarMultiPolygon): PlanarPoint | null {
  const first = polygons[0]?.[0];
  if (first === undefined || first.length < 2) return null;
  const origin = { x: first[0]!, y: first[1]! };
  let area = 0;
  let momentX = 0;
  let momentY = 0;
  for (const polygon of polygons) {
    polygon.forEach((ring, index) => {
      const moments = ringMoments(ring, origin);
      const isHole = index > 0;
      const sign = moments.area < 0 === isHole ? 1 : -1;
      area += sign * moments.area;
      momentX += sign * moments.momentX;
      momentY += sign * moments.momentY;
    });
  }
  if (area === 0) return null;
  return { x: origin.x + momentX / area, y: origin.y + momentY / area };
}

/** Smallest rectangle around the exteriors, metres; null when there are none. */
export function multiPolygonBounds(polygons: PlanarMultiPolygon): PlanarBounds | null {
  let minX = Infinity;
  let minY = Infinity;
  let maxX = -Infinity;
  let maxY = -Infinity;
  for (const [exterior] of polygons) {
    if (exterior === undefined) continue;
    for (let index = 0; index + 1 < exterior.length; index += 2) {
      const x = exterior[index]!;
      const y = exterior[index + 1]!;
      if (x < minX) minX = x;
      if (x > maxX) maxX = x;
      if (y < minY) minY = y;
      if (y > maxY) maxY = y;
    }
  }
  return minX <= maxX ? { minX, minY, maxX, maxY } : null;
}

import type { PlanarPoint, PlanarRing } from './shapes';

/** Regular polygon with its corners on the circle, the first due east, counter-clockwise. */
export function discRing(centre: PlanarPoint, radiusMetres: number, corners: number): PlanarRing {
  const ring = new Float64Array(2 * corners);
  for (let corner = 0; corner < corners; corner += 1) {
    const angle = (2 * Math.PI * corner) / corners;
    ring[2 * corner] = centre.x + radiusMetres * Math.cos(angle);
    ring[2 * corner + 1] = centre.y + radiusMetres * Math.sin(angle);
  }
  return ring;
}

/**
 * The part of a convex ring that lies nearer to `own` than to `other`; empty when there is none.
 * Source: Sutherland and Hodgman's clipping, with the perpendicular bisector as the one edge.
 */
export function nearerPart(ring: PlanarRing, own: PlanarPoint, other: PlanarPoint): PlanarRing {
  const normalX = other.x - own.x;
  const normalY = other.y - own.y;
  const middleX = (own.x + other.x) / 2;
  const middleY = (own.y + other.y) / 2;
  const beyond = (x: number, y: number): number => (x - middleX) * normalX + (y - middleY) * normalY;
  const kept: number[] = [];
  for (let index = 0; index < ring.length; index += 2) {
    const next = (index + 2) % ring.length;
    const x = ring[index]!;
    const y = ring[index + 1]!;
    const here = beyond(x, y);
    const there = beyond(ring[next]!, ring[next + 1]!);
    if (here <= 0) kept.push(x, y);
    if ((here < 0 && there > 0) || (here > 0 && there < 0)) {
      const part = here / (here - there);
      kept.push(x + part * (ring[next]! - x), y + part * (ring[next + 1]! - y));
    }
  }
  return Float64Array.from(kept);
}

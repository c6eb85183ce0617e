import type { LonLat, LonLatMultiPolygon, LonLatPolygon } from '../core/geometry/shapes';
import { boundsOfPolygons } from './bounds';

const GRID_STEPS = 24;

function isInside(polygon: LonLatPolygon, x: number, y: number): boolean {
  let inside = false;
  for (const ring of polygon) {
    ring.forEach(([x1, y1], index) => {
      const [x0, y0] = ring[index - 1] ?? [x1, y1];
      if (y0 > y !== y1 > y && x < ((x1 - x0) * (y - y0)) / (y1 - y0) + x0) inside = !inside;
    });
  }
  return inside;
}

/** Squared distance from a point to a polygon's edges, with degrees of longitude shrunk by `shrink`. */
function squaredEdgeDistance(polygon: LonLatPolygon, x: number, y: number, shrink: number): number {
  let least = Infinity;
  for (const ring of polygon) {
    for (let index = 1; index < ring.length; index += 1) {
      const [x0, y0] = ring[index - 1] ?? [0, 0];
      const [x1, y1] = ring[index] ?? [0, 0];
      const dx = (x1 - x0) * shrink;
      const dy = y1 - y0;
      const px = (x - x0) * shrink;
      const py = y - y0;
      const along = Math.min(1, Math.max(0, (px * dx + py * dy) / (dx * dx + dy * dy || 1)));
      least = Math.min(least, (px - along * dx) ** 2 + (py - along * dy) ** 2);
    }
  }
  return least;
}

/** A position well inside the polygons, where a name sits best: the grid point farthest from their edges. Null for none. */
export function labelAnchor(polygons: LonLatMultiPolygon): LonLat | null {
  let best: LonLat | null = null;
  let widest = 0;
  for (const polygon of polygons) {
    const bounds = boundsOfPolygons([polygon]);
    if (bounds === null) continue;
    const shrink = Math.cos((((bounds.south + bounds.north) / 2) * Math.PI) / 180);
    for (let row = 0; row < GRID_STEPS; row += 1) {
      const y = bounds.south + ((row + 0.5) / GRID_STEPS) * (bounds.north - bounds.south);
      for (let column = 0; column < GRID_STEPS; column += 1) {
        const x = bounds.west + ((column + 0.5) / GRID_STEPS) * (bounds.east - bounds.west);
        if (!isInside(polygon, x, y)) continue;
        const distance = squaredEdgeDistance(polygon, x, y, shrink);
        if (distance > widest) {
          widest = distance;
          best = [x, y];
        }
      }
    }
  }
  return best;
}

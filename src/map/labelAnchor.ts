import { multiPolygonBounds, polygonArea } from '../core/geometry/area';
import { squaredDistanceToSegment } from '../core/geometry/distance';
import type { PlanarMultiPolygon, PlanarPoint, PlanarPolygon } from '../core/geometry/shapes';

/** Points to a side of the first grid, and of the finer grids around the best of them. */
const COARSE_STEPS = 12;
const FINE_STEPS = 4;
const REFINEMENTS = 3;

type EdgeVisitor = (x0: number, y0: number, x1: number, y1: number) => void;

function visitEdges(polygon: PlanarPolygon, visit: EdgeVisitor): void {
  for (const ring of polygon) {
    let x0 = ring.at(-2) ?? 0;
    let y0 = ring.at(-1) ?? 0;
    for (let index = 0; index + 1 < ring.length; index += 2) {
      const x1 = ring[index] ?? 0;
      const y1 = ring[index + 1] ?? 0;
      visit(x0, y0, x1, y1);
      x0 = x1;
      y0 = y1;
    }
  }
}

/** Whether a point lies in a polygon, holes left out. */
export function isInside(polygon: PlanarPolygon, x: number, y: number): boolean {
  let inside = false;
  visitEdges(polygon, (x0, y0, x1, y1) => {
    if (y0 > y !== y1 > y && x < ((x1 - x0) * (y - y0)) / (y1 - y0) + x0) inside = !inside;
  });
  return inside;
}

/** Squared metres from a point inside to the polygon's edge; less than 0 outside. */
function squaredRoom(polygon: PlanarPolygon, x: number, y: number): number {
  if (!isInside(polygon, x, y)) return -1;
  let least = Infinity;
  visitEdges(polygon, (x0, y0, x1, y1) => {
    least = Math.min(least, squaredDistanceToSegment(x, y, x0, y0, x1, y1));
  });
  return least;
}

/** A point well inside the largest of the polygons, as far from its edges as a refined grid finds. Null without polygons. */
export function labelAnchor(polygons: PlanarMultiPolygon): PlanarPoint | null {
  const areas = polygons.map(polygonArea);
  const polygon = polygons[areas.indexOf(Math.max(...areas))];
  const bounds = polygon === undefined ? null : multiPolygonBounds([polygon]);
  if (polygon === undefined || bounds === null) return null;
  let best: PlanarPoint | null = null;
  let widest = 0;
  const search = (centre: PlanarPoint, wide: number, high: number, steps: number): void => {
    for (let row = 0; row < steps; row += 1) {
      const y = centre.y + ((row + 0.5) / steps - 0.5) * high;
      for (let column = 0; column < steps; column += 1) {
        const x = centre.x + ((column + 0.5) / steps - 0.5) * wide;
        const room = squaredRoom(polygon, x, y);
        if (room <= widest) continue;
        widest = room;
        best = { x, y };
      }
    }
  };
  let wide = bounds.maxX - bounds.minX;
  let high = bounds.maxY - bounds.minY;
  let centre: PlanarPoint = { x: (bounds.minX + bounds.maxX) / 2, y: (bounds.minY + bounds.maxY) / 2 };
  search(centre, wide, high, COARSE_STEPS);
  for (let refinement = 0; refinement < REFINEMENTS; refinement += 1) {
    wide /= COARSE_STEPS / 2;
    high /= COARSE_STEPS / 2;
    centre = best ?? centre;
    search(centre, wide, high, FINE_STEPS);
  }
  return best;
}

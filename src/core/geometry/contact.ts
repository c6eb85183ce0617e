import { CHUNK_EDGES, squaredBoundsGap, type EdgeRuns } from './distance';
import { segmentsMeet } from './segmentContact';

/** Polygons nearer than this to each other lie together; coordinates of neighbours may differ in the last digits. */
export const CONTACT_METRES = 0.05;

/** Whether two outlines touch, cross, or lie one inside the other. */
export function areInContact(a: EdgeRuns, b: EdgeRuns): boolean {
  if (squaredBoundsGap(a.bounds, b.bounds) > CONTACT_METRES * CONTACT_METRES) return false;
  if (edgesMeet(a, b)) return true;
  return isInside(a.edges[0]!, a.edges[1]!, b) || isInside(b.edges[0]!, b.edges[1]!, a);
}

/** Even-odd test of a point against all edges of an outline. */
function isInside(x: number, y: number, { edges, bounds }: EdgeRuns): boolean {
  if (x < bounds.minX || x > bounds.maxX || y < bounds.minY || y > bounds.maxY) return false;
  let inside = false;
  for (let edge = 0; edge < edges.length; edge += 4) {
    const y0 = edges[edge + 1]!;
    const y1 = edges[edge + 3]!;
    if (y0 > y === y1 > y) continue;
    const x0 = edges[edge]!;
    if (x < x0 + ((edges[edge + 2]! - x0) * (y - y0)) / (y1 - y0)) inside = !inside;
  }
  return inside;
}

function edgesMeet(a: EdgeRuns, b: EdgeRuns): boolean {
  const step = 4 * CHUNK_EDGES;
  for (let runA = 0; runA * 4 < a.runBounds.length; runA += 1) {
    for (let runB = 0; runB * 4 < b.runBounds.length; runB += 1) {
      if (!runsAreNear(a.runBounds, runA * 4, b.runBounds, runB * 4)) continue;
      const endA = Math.min(a.edges.length, (runA + 1) * step);
      const endB = Math.min(b.edges.length, (runB + 1) * step);
      for (let i = runA * step; i < endA; i += 4) {
        for (let j = runB * step; j < endB; j += 4) {
          if (segmentsMeet(a.edges, i, i + 2, b.edges, j, j + 2, CONTACT_METRES)) return true;
        }
      }
    }
  }
  return false;
}

function runsAreNear(a: Float64Array, i: number, b: Float64Array, j: number): boolean {
  return (
    a[i]! <= b[j + 2]! + CONTACT_METRES &&
    b[j]! <= a[i + 2]! + CONTACT_METRES &&
    a[i + 1]! <= b[j + 3]! + CONTACT_METRES &&
    b[j + 1]! <= a[i + 3]! + CONTACT_METRES
  );
}

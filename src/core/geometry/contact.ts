import { CHUNK_EDGES, squaredBoundsGap, squaredDistanceToSegment, type EdgeRuns } from './distance';

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
        for (let j = runB * step; j < endB; j += 4) if (segmentsMeet(a.edges, i, b.edges, j)) return true;
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

function segmentsMeet(a: Float64Array, i: number, b: Float64Array, j: number): boolean {
  const ax0 = a[i]!;
  const ay0 = a[i + 1]!;
  const ax1 = a[i + 2]!;
  const ay1 = a[i + 3]!;
  const bx0 = b[j]!;
  const by0 = b[j + 1]!;
  const bx1 = b[j + 2]!;
  const by1 = b[j + 3]!;
  const turn = (x0: number, y0: number, x1: number, y1: number, x: number, y: number): number =>
    (x1 - x0) * (y - y0) - (y1 - y0) * (x - x0);
  if (
    turn(ax0, ay0, ax1, ay1, bx0, by0) * turn(ax0, ay0, ax1, ay1, bx1, by1) < 0 &&
    turn(bx0, by0, bx1, by1, ax0, ay0) * turn(bx0, by0, bx1, by1, ax1, ay1) < 0
  ) {
    return true;
  }
  const contact = CONTACT_METRES * CONTACT_METRES;
  return (
    squaredDistanceToSegment(ax0, ay0, bx0, by0, bx1, by1) <= contact ||
    squaredDistanceToSegment(ax1, ay1, bx0, by0, bx1, by1) <= contact ||
    squaredDistanceToSegment(bx0, by0, ax0, ay0, ax1, ay1) <= contact ||
    squaredDistanceToSegment(bx1, by1, ax0, ay0, ax1, ay1) <= contact
  );
}

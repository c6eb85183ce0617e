import { multiPolygonBounds } from './area';
import type { PlanarBounds, PlanarMultiPolygon } from './shapes';

const CHUNK_EDGES = 8;

/** Edges of a polygon's rings in runs of a few, each with its bounds, so that far runs need not be looked at. */
export interface EdgeRuns {
  readonly bounds: PlanarBounds;
  /** Per edge x0, y0, x1, y1. */
  readonly edges: Float64Array;
  /** Per run minX, minY, maxX, maxY. */
  readonly runBounds: Float64Array;
}

/** Squared distance from a point to a segment, m². */
export function squaredDistanceToSegment(
  x: number,
  y: number,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
): number {
  const dx = x1 - x0;
  const dy = y1 - y0;
  const squaredLength = dx * dx + dy * dy;
  const along = squaredLength > 0 ? ((x - x0) * dx + (y - y0) * dy) / squaredLength : 0;
  const clamped = along < 0 ? 0 : along > 1 ? 1 : along;
  const offX = x - x0 - clamped * dx;
  const offY = y - y0 - clamped * dy;
  return offX * offX + offY * offY;
}

/** Prepares a multipolygon for distances; null when it has no edges. */
export function edgeRuns(polygons: PlanarMultiPolygon): EdgeRuns | null {
  const bounds = multiPolygonBounds(polygons);
  if (!bounds) return null;
  const edges: number[] = [];
  for (const ring of polygons.flat()) {
    for (let index = 0; index < ring.length; index += 2) {
      const next = (index + 2) % ring.length;
      edges.push(ring[index]!, ring[index + 1]!, ring[next]!, ring[next + 1]!);
    }
  }
  const runCount = Math.ceil(edges.length / 4 / CHUNK_EDGES);
  const runBounds = new Float64Array(runCount * 4);
  for (let run = 0; run < runCount; run += 1) {
    let minX = Infinity;
    let minY = Infinity;
    let maxX = -Infinity;
    let maxY = -Infinity;
    const end = Math.min(edges.length, (run + 1) * CHUNK_EDGES * 4);
    for (let index = run * CHUNK_EDGES * 4; index < end; index += 2) {
      minX = Math.min(minX, edges[index]!);
      maxX = Math.max(maxX, edges[index]!);
      minY = Math.min(minY, edges[index + 1]!);
      maxY = Math.max(maxY, edges[index + 1]!);
    }
    runBounds.set([minX, minY, maxX, maxY], run * 4);
  }
  return { bounds, edges: Float64Array.from(edges), runBounds };
}

/** Least distance between two rectangles, squared; 0 when they meet. */
export function squaredBoundsGap(a: PlanarBounds, b: PlanarBounds): number {
  const dx = Math.max(0, a.minX - b.maxX, b.minX - a.maxX);
  const dy = Math.max(0, a.minY - b.maxY, b.minY - a.maxY);
  return dx * dx + dy * dy;
}

/**
 * Least edge-to-edge distance between two multipolygons that do not cross, metres; `reachMetres` or more where they lie
 * farther apart than that.
 */
export function edgeGap(a: EdgeRuns, b: EdgeRuns, reachMetres: number): number {
  let best = reachMetres * reachMetres;
  if (squaredBoundsGap(a.bounds, b.bounds) >= best) return reachMetres;
  for (let runA = 0; runA < a.runBounds.length; runA += 4) {
    const minX = a.runBounds[runA]!;
    const minY = a.runBounds[runA + 1]!;
    const maxX = a.runBounds[runA + 2]!;
    const maxY = a.runBounds[runA + 3]!;
    for (let runB = 0; runB < b.runBounds.length; runB += 4) {
      const dx = Math.max(0, minX - b.runBounds[runB + 2]!, b.runBounds[runB]! - maxX);
      const dy = Math.max(0, minY - b.runBounds[runB + 3]!, b.runBounds[runB + 1]! - maxY);
      if (dx * dx + dy * dy >= best) continue;
      best = gapOfRuns(a.edges, runA * CHUNK_EDGES, b.edges, runB * CHUNK_EDGES, best);
      if (best === 0) return 0;
    }
  }
  return Math.sqrt(best);
}

/** Least squared distance between the edges of two runs, or `best` when none is nearer. */
function gapOfRuns(a: Float64Array, startA: number, b: Float64Array, startB: number, best: number): number {
  let least = best;
  const endA = Math.min(a.length, startA + CHUNK_EDGES * 4);
  const endB = Math.min(b.length, startB + CHUNK_EDGES * 4);
  for (let i = startA; i < endA; i += 4) {
    const ax0 = a[i]!;
    const ay0 = a[i + 1]!;
    const ax1 = a[i + 2]!;
    const ay1 = a[i + 3]!;
    for (let j = startB; j < endB; j += 4) {
      const bx0 = b[j]!;
      const by0 = b[j + 1]!;
      const bx1 = b[j + 2]!;
      const by1 = b[j + 3]!;
      // Edges that do not cross are nearest at an end of one of them; each vertex starts one edge of its ring.
      const gap = Math.min(
        squaredDistanceToSegment(ax0, ay0, bx0, by0, bx1, by1),
        squaredDistanceToSegment(bx0, by0, ax0, ay0, ax1, ay1),
        squaredDistanceToSegment(ax1, ay1, bx0, by0, bx1, by1),
        squaredDistanceToSegment(bx1, by1, ax0, ay0, ax1, ay1),
      );
      if (gap < least) least = gap;
    }
  }
  return least;
}

import Flatbush from 'flatbush';
import { multiPolygonBounds } from './area';
import type { PlanarBounds, PlanarMultiPolygon } from './shapes';

/** Edges in a run; the last run may have fewer. */
export const CHUNK_EDGES = 8;

/** Edges of a polygon's rings in runs of a few, each with its bounds, so that far runs need not be looked at. */
export interface EdgeRuns {
  readonly bounds: PlanarBounds;
  /** Per edge x0, y0, x1, y1. */
  readonly edges: Float64Array;
  /** Per run minX, minY, maxX, maxY. */
  readonly runBounds: Float64Array;
  /** Finds runs by their bounds; null where there are so few that looking at each is quicker. */
  readonly index: Flatbush | null;
}

const INDEXED_RUNS = 64;

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
  let edgeCount = 0;
  for (const polygon of polygons) for (const ring of polygon) edgeCount += ring.length / 2;
  const edges = new Float64Array(4 * edgeCount);
  let at = 0;
  for (const polygon of polygons) {
    for (const ring of polygon) {
      for (let index = 0; index < ring.length; index += 2) {
        const next = index + 2 < ring.length ? index + 2 : 0;
        edges[at] = ring[index]!;
        edges[at + 1] = ring[index + 1]!;
        edges[at + 2] = ring[next]!;
        edges[at + 3] = ring[next + 1]!;
        at += 4;
      }
    }
  }
  const runBounds = boundsOfRuns(edges);
  return { bounds, edges, runBounds, index: runIndex(runBounds) };
}

function boundsOfRuns(edges: Float64Array): Float64Array {
  const runBounds = new Float64Array(4 * Math.ceil(edges.length / 4 / CHUNK_EDGES));
  for (let run = 0; run < runBounds.length; run += 4) {
    let minX = Infinity;
    let minY = Infinity;
    let maxX = -Infinity;
    let maxY = -Infinity;
    const end = Math.min(edges.length, (run + 4) * CHUNK_EDGES);
    for (let index = run * CHUNK_EDGES; index < end; index += 2) {
      const x = edges[index]!;
      const y = edges[index + 1]!;
      if (x < minX) minX = x;
      if (x > maxX) maxX = x;
      if (y < minY) minY = y;
      if (y > maxY) maxY = y;
    }
    runBounds[run] = minX;
    runBounds[run + 1] = minY;
    runBounds[run + 2] = maxX;
    runBounds[run + 3] = maxY;
  }
  return runBounds;
}

function runIndex(runBounds: Float64Array): Flatbush | null {
  const count = runBounds.length / 4;
  if (count < INDEXED_RUNS) return null;
  const index = new Flatbush(count);
  for (let run = 0; run < runBounds.length; run += 4) {
    index.add(runBounds[run]!, runBounds[run + 1]!, runBounds[run + 2], runBounds[run + 3]);
  }
  index.finish();
  return index;
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
  const [few, many] = a.runBounds.length <= b.runBounds.length ? [a, b] : [b, a];
  for (let run = 0; run < few.runBounds.length; run += 4) {
    best = many.index ? gapToIndexed(few, run, many, many.index, best) : gapToEach(few, run, many, best);
    if (best === 0) return 0;
  }
  return Math.sqrt(best);
}

/** Least squared distance from one run to another outline, or `best` when none is nearer. */
function gapToEach(few: EdgeRuns, run: number, many: EdgeRuns, best: number): number {
  let least = best;
  const minX = few.runBounds[run]!;
  const minY = few.runBounds[run + 1]!;
  const maxX = few.runBounds[run + 2]!;
  const maxY = few.runBounds[run + 3]!;
  for (let other = 0; other < many.runBounds.length; other += 4) {
    const dx = Math.max(0, minX - many.runBounds[other + 2]!, many.runBounds[other]! - maxX);
    const dy = Math.max(0, minY - many.runBounds[other + 3]!, many.runBounds[other + 1]! - maxY);
    if (dx * dx + dy * dy >= least) continue;
    least = gapOfRuns(few.edges, run * CHUNK_EDGES, many.edges, other * CHUNK_EDGES, least);
  }
  return least;
}

/** The same by an index: first the run that lies nearest to the middle, then those that may be nearer still. */
function gapToIndexed(few: EdgeRuns, run: number, many: EdgeRuns, index: Flatbush, best: number): number {
  const minX = few.runBounds[run]!;
  const minY = few.runBounds[run + 1]!;
  const maxX = few.runBounds[run + 2]!;
  const maxY = few.runBounds[run + 3]!;
  let least = best;
  const reach = Math.sqrt(best) + Math.hypot(maxX - minX, maxY - minY) / 2;
  const [nearest] = index.neighbors((minX + maxX) / 2, (minY + maxY) / 2, 1, reach);
  if (nearest === undefined) return least;
  least = gapOfRuns(few.edges, run * CHUNK_EDGES, many.edges, nearest * 4 * CHUNK_EDGES, least);
  const left = Math.sqrt(least);
  for (const other of index.search(minX - left, minY - left, maxX + left, maxY + left)) {
    least = gapOfRuns(few.edges, run * CHUNK_EDGES, many.edges, other * 4 * CHUNK_EDGES, least);
  }
  return least;
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
    const minX = Math.min(ax0, ax1);
    const minY = Math.min(ay0, ay1);
    const maxX = Math.max(ax0, ax1);
    const maxY = Math.max(ay0, ay1);
    for (let j = startB; j < endB; j += 4) {
      const bx0 = b[j]!;
      const by0 = b[j + 1]!;
      const bx1 = b[j + 2]!;
      const by1 = b[j + 3]!;
      const apartX = Math.max(0, minX - Math.max(bx0, bx1), Math.min(bx0, bx1) - maxX);
      const apartY = Math.max(0, minY - Math.max(by0, by1), Math.min(by0, by1) - maxY);
      if (apartX * apartX + apartY * apartY >= least) continue;
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

import { edgeRuns, squaredDistanceToSegment, type EdgeRuns } from '../geometry/distance';
import type { PlanarMultiPolygon } from '../geometry/shapes';
import { DRAWN_DETOUR_FACTOR, NEARBY_GREEN, SQUARE_METRES_PER_DAA } from '../method/parameters';
import type { GreenPatch } from './greenPatches';

const runsByPatch = new WeakMap<GreenPatch, EdgeRuns | null>();

function runsOf(patch: GreenPatch): EdgeRuns | null {
  let runs = runsByPatch.get(patch);
  if (runs === undefined) {
    runs = edgeRuns(patch.outline);
    runsByPatch.set(patch, runs);
  }
  return runs;
}

/**
 * Straight distance from each point `x0, y0, …` to the nearest green of each size of `NEARBY_GREEN`, metres; 0 inside,
 * infinite beyond what any detour factor of the draws lets a walk reach.
 */
export function distancesToGreen(
  patches: readonly GreenPatch[],
  points: Float64Array,
): readonly Float64Array[] {
  return NEARBY_GREEN.map(({ minimumDaa, walkMetres }) => {
    const large = patches.filter(({ areaSquareMetres }) => areaSquareMetres >= minimumDaa * SQUARE_METRES_PER_DAA);
    const reach = walkMetres / DRAWN_DETOUR_FACTOR[0];
    const distances = new Float64Array(points.length / 2).fill(Infinity);
    for (let index = 0; index < distances.length; index += 1) {
      distances[index] = nearest(large, points[2 * index]!, points[2 * index + 1]!, reach);
    }
    return distances;
  });
}

function nearest(patches: readonly GreenPatch[], x: number, y: number, reach: number): number {
  let best = reach * reach;
  let found = false;
  for (const patch of patches) {
    const runs = runsOf(patch);
    if (!runs) continue;
    const { minX, minY, maxX, maxY } = runs.bounds;
    const dx = Math.max(0, minX - x, x - maxX);
    const dy = Math.max(0, minY - y, y - maxY);
    if (dx * dx + dy * dy > best) continue;
    if (dx === 0 && dy === 0 && isInside(patch.outline, x, y)) return 0;
    const { edges } = runs;
    for (let edge = 0; edge < edges.length; edge += 4) {
      const squared = squaredDistanceToSegment(x, y, edges[edge]!, edges[edge + 1]!, edges[edge + 2]!, edges[edge + 3]!);
      if (squared <= best) {
        best = squared;
        found = true;
      }
    }
  }
  return found ? Math.sqrt(best) : Infinity;
}

function isInside(polygons: PlanarMultiPolygon, x: number, y: number): boolean {
  let inside = false;
  for (const ring of polygons.flat()) {
    let previousX = ring[ring.length - 2]!;
    let previousY = ring[ring.length - 1]!;
    for (let index = 0; index < ring.length; index += 2) {
      const nextX = ring[index]!;
      const nextY = ring[index + 1]!;
      if (nextY > y !== previousY > y && x < previousX + ((nextX - previousX) * (y - previousY)) / (nextY - previousY)) {
        inside = !inside;
      }
      previousX = nextX;
      previousY = nextY;
    }
  }
  return inside;
}

import type { PlanarBounds } from '../geometry/shapes';

/** Points that follow each other and lie together are at most so many: the lattice points of a cell of the population grid. */
const MOST_POINTS_TOGETHER = 100;
const FAR_APART_METRES = 300;

/** Where a group of points `x0, y0, …` ends that follow each other and lie together, by number. */
export function endOfGroup(points: Float64Array, from: number): number {
  const x = points[2 * from]!;
  const y = points[2 * from + 1]!;
  const last = Math.min(points.length / 2, from + MOST_POINTS_TOGETHER);
  for (let point = from + 1; point < last; point += 1) {
    if (Math.abs(points[2 * point]! - x) > FAR_APART_METRES || Math.abs(points[2 * point + 1]! - y) > FAR_APART_METRES) return point;
  }
  return last;
}

/** The rectangle around those of the points from one up to another; null when there are none. */
export function pointBounds(points: Float64Array, from: number, to: number): PlanarBounds | null {
  let minX = Infinity;
  let minY = Infinity;
  let maxX = -Infinity;
  let maxY = -Infinity;
  for (let index = 2 * from; index < 2 * to; index += 2) {
    const x = points[index]!;
    const y = points[index + 1]!;
    if (x < minX) minX = x;
    if (x > maxX) maxX = x;
    if (y < minY) minY = y;
    if (y > maxY) maxY = y;
  }
  return minX <= maxX ? { minX, minY, maxX, maxY } : null;
}

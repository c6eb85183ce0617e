import Flatbush from 'flatbush';
import { multiPolygonBounds } from './area';
import type { PlanarMultiPolygon, PlanarRing } from './shapes';

/**
 * Whether a hole lies outside its exterior or in another hole, or a part in another: for rings that have vertices and
 * neither cross nor touch.
 */
export function areMisplaced(polygons: PlanarMultiPolygon): boolean {
  const rings = polygons.flatMap((polygon) => polygon.map((ring, index) => ({ ring, polygon, isHole: index > 0 })));
  if (rings.length < 2) return false;
  const index = new Flatbush(rings.length);
  for (const { ring } of rings) {
    const bounds = multiPolygonBounds([[ring]]);
    index.add(bounds!.minX, bounds!.minY, bounds!.maxX, bounds!.maxY);
  }
  index.finish();
  return rings.some(({ ring, polygon, isHole }) => {
    const [x, y] = [ring[0]!, ring[1]!];
    const around = index
      .search(x, y, x, y)
      .map((position) => rings[position]!)
      .filter((other) => other.ring !== ring && isInside(x, y, other.ring));
    if (isHole && !around.some((other) => !other.isHole && other.polygon === polygon)) return true;
    const depth = around.reduce((sum, other) => sum + (other.isHole ? -1 : 1), 0);
    return depth !== (isHole ? 1 : 0);
  });
}

/** Whether a point lies inside a ring. */
function isInside(x: number, y: number, around: PlanarRing): boolean {
  let inside = false;
  for (let index = 0; index < around.length; index += 2) {
    const next = (index + 2) % around.length;
    const y0 = around[index + 1]!;
    const y1 = around[next + 1]!;
    if (y0 <= y === y1 <= y) continue;
    const x0 = around[index]!;
    if (x < x0 + ((around[next]! - x0) * (y - y0)) / (y1 - y0)) inside = !inside;
  }
  return inside;
}

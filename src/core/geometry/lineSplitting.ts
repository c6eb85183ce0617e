import { multiPolygonBounds } from './area';
import { difference, intersection } from './booleans';
import type { PlanarLine, PlanarMultiPolygon } from './shapes';
import { mend } from './validity';

/** How far beyond the polygons the line is led, in their own extent. */
const REACH = 4;

/** The point `metres` beyond the end of a leg. */
function beyond(fromX: number, fromY: number, toX: number, toY: number, metres: number): readonly [x: number, y: number] {
  const length = Math.hypot(toX - fromX, toY - fromY);
  return [toX + ((toX - fromX) / length) * metres, toY + ((toY - fromY) / length) * metres];
}

/** A line without vertices that repeat the one before. */
function withoutRepeats(line: PlanarLine): readonly number[] {
  const kept: number[] = [];
  for (let index = 0; index + 1 < line.length; index += 2) {
    const [x, y] = [line[index]!, line[index + 1]!];
    if (kept.length === 0 || x !== kept.at(-2) || y !== kept.at(-1)) kept.push(x, y);
  }
  return kept;
}

/**
 * The ground on the left and on the right of a line that is led straight on from both its ends.
 * @returns null where the line, led on, crosses itself or has no length: it then has no sides.
 */
export function splitByLine(
  polygons: PlanarMultiPolygon,
  line: PlanarLine,
): { readonly left: PlanarMultiPolygon; readonly right: PlanarMultiPolygon } | null {
  const points = withoutRepeats(line);
  const extent = multiPolygonBounds([...polygons, [Float64Array.from(points)]]);
  if (points.length < 4 || !extent) return null;
  const metres = REACH * Math.hypot(extent.maxX - extent.minX, extent.maxY - extent.minY);
  const [startX, startY] = beyond(points[2]!, points[3]!, points[0]!, points[1]!, metres);
  const [endX, endY] = beyond(points.at(-4)!, points.at(-3)!, points.at(-2)!, points.at(-1)!, metres);
  const across = Math.hypot(endX - startX, endY - startY);
  if (across === 0) return null;
  const leftX = (-(endY - startY) / across) * metres;
  const leftY = ((endX - startX) / across) * metres;
  const side = [startX, startY, ...points, endX, endY, endX + leftX, endY + leftY, startX + leftX, startY + leftY];
  const mended = mend([[Float64Array.from(side)]]);
  if (mended.faults.includes('crossingEdges')) return null;
  return { left: intersection(polygons, mended.polygons), right: difference(polygons, mended.polygons) };
}

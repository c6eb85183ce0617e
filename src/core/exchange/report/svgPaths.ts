import { expandBounds } from '../../geometry/bounds';
import { clipPolygons } from '../../geometry/ringSplitting';
import type { PlanarLine, PlanarMultiPolygon } from '../../geometry/shapes';
import type { MapFrame } from './mapFrame';
import { coordinate } from './text';

/** Cut edges lie this far outside the frame, so that no outline is drawn along it. */
const BEYOND_MILLIMETRES = 4;

/** Nearer vertices than this fall together in print. */
const LEAST_STEP_MILLIMETRES = 0.06;

function run(vertices: ArrayLike<number>, { x, y }: MapFrame, close: boolean): string {
  const parts: string[] = [];
  let [lastX, lastY] = [Infinity, Infinity];
  for (let index = 0; index + 1 < vertices.length; index += 2) {
    const [nextX, nextY] = [x(vertices[index] ?? 0), y(vertices[index + 1] ?? 0)];
    const isLast = index + 2 >= vertices.length;
    if (!isLast && Math.hypot(nextX - lastX, nextY - lastY) < LEAST_STEP_MILLIMETRES) continue;
    parts.push(`${parts.length === 0 ? 'M' : 'L'}${coordinate(nextX)} ${coordinate(nextY)}`);
    [lastX, lastY] = [nextX, nextY];
  }
  return parts.length < 2 ? '' : parts.join('') + (close ? 'Z' : '');
}

/** Polygons as the data of an SVG path to be filled by even-odd; what lies far outside the frame is cut off. */
export function polygonPath(polygons: PlanarMultiPolygon, frame: MapFrame): string {
  const bounds = expandBounds(frame.bounds, (BEYOND_MILLIMETRES * frame.scale) / 1000);
  return clipPolygons(polygons, bounds)
    .flatMap((polygon) => polygon.map((ring) => run(ring, frame, true)))
    .join('');
}

/** Lines as the data of an SVG path; a line that lies wholly outside the frame is left out. */
export function linePath(lines: readonly PlanarLine[], frame: MapFrame): string {
  const { minX, minY, maxX, maxY } = expandBounds(frame.bounds, (BEYOND_MILLIMETRES * frame.scale) / 1000);
  return lines
    .filter((line) => {
      const easts = line.filter((_, index) => index % 2 === 0);
      const norths = line.filter((_, index) => index % 2 === 1);
      return Math.max(...easts) > minX && Math.min(...easts) < maxX && Math.max(...norths) > minY && Math.min(...norths) < maxY;
    })
    .map((line) => run(line, frame, false))
    .join('');
}

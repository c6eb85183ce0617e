import { toPlanarPoint } from '../geometry/projection';
import type { WalkingLines } from './walkingLines';

/** Lines that may be walked, in EPSG:25832. */
export interface PlanarLines {
  /** `x0, y0, x1, y1, …` of all lines after each other, metres. */
  readonly coordinates: Float64Array;
  /** First vertex of each line, and at the end the number of vertices. */
  readonly lineStarts: Uint32Array;
  /** OpenStreetMap node of each vertex, or null where vertices that lie together are one place. */
  readonly nodeIds: Float64Array | null;
}

/** Projects walking lines from WGS84 to EPSG:25832. */
export function toPlanarLines(lines: WalkingLines): PlanarLines {
  const { positions, lineStarts, nodeIds } = lines;
  const coordinates = new Float64Array(positions.length);
  for (let index = 0; index < positions.length; index += 2) {
    const point = toPlanarPoint([positions[index]!, positions[index + 1]!]);
    coordinates[index] = point.x;
    coordinates[index + 1] = point.y;
  }
  return { coordinates, lineStarts, nodeIds };
}

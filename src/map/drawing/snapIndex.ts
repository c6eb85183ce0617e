import Flatbush from 'flatbush';
import { boxesMeet, lonLatBox, type LonLatBox } from '../../core/geometry/lonLatBox';
import type { LonLat, LonLatLine, LonLatMultiPolygon } from '../../core/geometry/shapes';
import type { ScreenPoint } from '../mapTypes';

/** What a vertex can be drawn to. */
export interface SnapGround {
  readonly outlines: readonly LonLatMultiPolygon[];
  readonly lines: readonly LonLatLine[];
}

export type ProjectToScreen = (position: LonLat) => ScreenPoint;

interface Nearest {
  readonly position: LonLat;
  readonly pixels: number;
}

function gap(one: ScreenPoint, other: ScreenPoint): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}

/** The edges of what lies in view, found by where they are: an edge is two positions. */
export class SnapIndex {
  private readonly edges: readonly (readonly [LonLat, LonLat])[];
  private readonly index: Flatbush | null;

  constructor({ outlines, lines }: SnapGround, view: LonLatBox) {
    const near = outlines.filter((outline) => boxesMeet(lonLatBox(outline), view));
    const paths = [...near.flat(2), ...lines.filter((line) => boxesMeet(lonLatBox([[line]]), view))];
    this.edges = paths.flatMap((path) => path.slice(1).map((end, at) => [path[at] ?? end, end] as const));
    this.index = this.edges.length === 0 ? null : new Flatbush(this.edges.length);
    for (const [[x0, y0], [x1, y1]] of this.edges) {
      this.index?.add(Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1));
    }
    this.index?.finish();
  }

  /**
   * The vertex, or else the place on an edge, nearest to a point of the screen and within `pixels` of it; null where there is
   * none. A vertex goes before an edge.
   * @param reach the box of degrees that is looked through
   */
  nearest(point: ScreenPoint, reach: LonLatBox, pixels: number, project: ProjectToScreen): LonLat | null {
    if (!this.index) return null;
    let vertex: Nearest | null = null;
    let place: Nearest | null = null;
    for (const found of this.index.search(reach.west, reach.south, reach.east, reach.north)) {
      const edge = this.edges[found];
      if (!edge) continue;
      const [start, end] = edge.map(project);
      if (!start || !end) continue;
      for (const [position, at] of [[edge[0], start], [edge[1], end]] as const) {
        const distance = gap(point, at);
        if (distance <= (vertex?.pixels ?? pixels)) vertex = { position, pixels: distance };
      }
      const along = alongEdge(point, start, end);
      const foot = { x: start.x + along * (end.x - start.x), y: start.y + along * (end.y - start.y) };
      const distance = gap(point, foot);
      if (distance <= (place?.pixels ?? pixels)) place = { position: between(edge[0], edge[1], along), pixels: distance };
    }
    return (vertex ?? place)?.position ?? null;
  }
}

/** How far along an edge its nearest place to a point lies, 0–1. */
function alongEdge(point: ScreenPoint, start: ScreenPoint, end: ScreenPoint): number {
  const [dx, dy] = [end.x - start.x, end.y - start.y];
  const squared = dx * dx + dy * dy;
  if (squared === 0) return 0;
  return Math.min(1, Math.max(0, ((point.x - start.x) * dx + (point.y - start.y) * dy) / squared));
}

function between([x0, y0]: LonLat, [x1, y1]: LonLat, along: number): LonLat {
  return [x0 + along * (x1 - x0), y0 + along * (y1 - y0)];
}

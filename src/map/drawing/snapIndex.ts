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

function gap(one: ScreenPoint, other: ScreenPoint): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}

/** Positions in a row of which the edges are looked through together. */
const EDGES_IN_STRETCH = 32;

/** Part of a path: it begins where the one before ended. */
interface Stretch {
  readonly positions: LonLatLine;
  readonly box: LonLatBox;
}

/** The stretches of paths that the pointer has come near. */
const known = new WeakMap<LonLatLine, readonly Stretch[]>();

function stretchesOf(path: LonLatLine): readonly Stretch[] {
  const before = known.get(path);
  if (before) return before;
  const stretches = Array.from({ length: Math.ceil((path.length - 1) / EDGES_IN_STRETCH) }, (_, index) => {
    const positions = path.slice(index * EDGES_IN_STRETCH, (index + 1) * EDGES_IN_STRETCH + 1);
    return { positions, box: lonLatBox([[positions]]) };
  });
  known.set(path, stretches);
  return stretches;
}

/** What lies nearest to a point of the screen among the edges that were looked at. */
class Nearest {
  private vertex: LonLat | null = null;
  private vertexPixels: number;
  private place: LonLat | null = null;
  private placePixels: number;
  private readonly point: ScreenPoint;
  private readonly project: ProjectToScreen;

  /** @param pixels what is farther off does not count. */
  constructor(point: ScreenPoint, pixels: number, project: ProjectToScreen) {
    this.point = point;
    this.project = project;
    this.vertexPixels = pixels;
    this.placePixels = pixels;
  }

  lookAt(from: LonLat, to: LonLat): void {
    const { point } = this;
    const [start, end] = [this.project(from), this.project(to)];
    for (const [position, at] of [[from, start], [to, end]] as const) {
      const distance = gap(point, at);
      if (distance > this.vertexPixels) continue;
      this.vertex = position;
      this.vertexPixels = distance;
    }
    const along = alongEdge(point, start, end);
    const distance = gap(point, { x: start.x + along * (end.x - start.x), y: start.y + along * (end.y - start.y) });
    if (distance > this.placePixels) return;
    this.place = between(from, to, along);
    this.placePixels = distance;
  }

  /** A vertex goes before an edge. */
  get position(): LonLat | null {
    return this.vertex ?? this.place;
  }
}

/**
 * The outlines and lines in view, found by where they are. Their edges are looked at only where the pointer is: a layer has
 * hundreds of thousands, and none may keep a hand waiting that draws.
 */
export class SnapIndex {
  private readonly shapes: readonly (readonly LonLatLine[])[];
  private readonly index: Flatbush | null;

  constructor({ outlines, lines }: SnapGround, view: LonLatBox) {
    const near = [
      ...outlines.map((outline) => ({ paths: outline.flat(), box: lonLatBox(outline) })),
      ...lines.map((line) => ({ paths: [line], box: lonLatBox([[line]]) })),
    ].filter(({ box }) => boxesMeet(box, view));
    this.shapes = near.map(({ paths }) => paths);
    this.index = near.length === 0 ? null : new Flatbush(near.length);
    for (const { box } of near) this.index?.add(box.west, box.south, box.east, box.north);
    this.index?.finish();
  }

  /**
   * The vertex, or else the place on an edge, nearest to a point of the screen and within `pixels` of it; null where there is
   * none. A vertex goes before an edge.
   * @param reach the box of degrees that is looked through
   */
  nearest(point: ScreenPoint, reach: LonLatBox, pixels: number, project: ProjectToScreen): LonLat | null {
    const nearest = new Nearest(point, pixels, project);
    for (const found of this.index?.search(reach.west, reach.south, reach.east, reach.north) ?? []) {
      for (const path of this.shapes[found] ?? []) {
        for (const { positions, box } of stretchesOf(path)) {
          if (!boxesMeet(box, reach)) continue;
          for (const [edge, to] of positions.slice(1).entries()) nearest.lookAt(positions[edge] ?? to, to);
        }
      }
    }
    return nearest.position;
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

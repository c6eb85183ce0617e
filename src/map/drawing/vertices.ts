import type { LonLat, LonLatMultiPolygon, LonLatRing } from '../../core/geometry/shapes';
import type { ScreenPoint } from '../mapTypes';
import type { ProjectToScreen } from './snapIndex';

/** A vertex of an outline by its place: which polygon, which ring of it, and which vertex of the ring. */
export interface VertexPlace {
  readonly polygon: number;
  readonly ring: number;
  readonly vertex: number;
}

/** The fewest corners that go round something; a closed ring has its first twice. */
const FEWEST_CORNERS = 3;

/** The corners of a closed ring, each once. */
function cornersOf(ring: LonLatRing): readonly LonLat[] {
  return ring.slice(0, -1);
}

function closed(corners: readonly LonLat[]): LonLatRing {
  const [first] = corners;
  return first ? [...corners, first] : [];
}

function withRing(outline: LonLatMultiPolygon, { polygon, ring }: VertexPlace, change: (corners: readonly LonLat[]) => readonly LonLat[]): LonLatMultiPolygon {
  return outline.map((rings, p) => (p === polygon ? rings.map((known, r) => (r === ring ? closed(change(cornersOf(known))) : known)) : rings));
}

function* places(outline: LonLatMultiPolygon): Generator<readonly [VertexPlace, LonLat, LonLat]> {
  for (const [polygon, rings] of outline.entries()) {
    for (const [ring, positions] of rings.entries()) {
      for (const [vertex, position] of cornersOf(positions).entries()) {
        yield [{ polygon, ring, vertex }, position, positions[vertex + 1] ?? position];
      }
    }
  }
}

/** The vertex nearest to a point of the screen, no farther from it than `pixels`; null where there is none. */
export function vertexAt(outline: LonLatMultiPolygon, point: ScreenPoint, pixels: number, project: ProjectToScreen): VertexPlace | null {
  let nearest: VertexPlace | null = null;
  let reach = pixels;
  for (const [place, position] of places(outline)) {
    const at = project(position);
    const distance = Math.hypot(at.x - point.x, at.y - point.y);
    if (distance > reach) continue;
    reach = distance;
    nearest = place;
  }
  return nearest;
}

/** The vertex before the edge that runs nearest to a point of the screen, no farther from it than `pixels`; null where none does. */
export function edgeAt(outline: LonLatMultiPolygon, point: ScreenPoint, pixels: number, project: ProjectToScreen): VertexPlace | null {
  let nearest: VertexPlace | null = null;
  let reach = pixels;
  for (const [place, start, end] of places(outline)) {
    const [from, to] = [project(start), project(end)];
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    const squared = dx * dx + dy * dy;
    const along = squared === 0 ? 0 : Math.min(1, Math.max(0, ((point.x - from.x) * dx + (point.y - from.y) * dy) / squared));
    const distance = Math.hypot(from.x + along * dx - point.x, from.y + along * dy - point.y);
    if (distance > reach) continue;
    reach = distance;
    nearest = place;
  }
  return nearest;
}

/** Where a vertex lies; null where the outline has no such vertex. */
export function positionOf(outline: LonLatMultiPolygon, { polygon, ring, vertex }: VertexPlace): LonLat | null {
  return cornersOf(outline[polygon]?.[ring] ?? [])[vertex] ?? null;
}

/** The outline with a vertex somewhere else. */
export function withVertexAt(outline: LonLatMultiPolygon, place: VertexPlace, position: LonLat): LonLatMultiPolygon {
  return withRing(outline, place, (corners) => corners.with(place.vertex, position));
}

/** The outline with one more vertex, after `place`. */
export function withVertexAfter(outline: LonLatMultiPolygon, place: VertexPlace, position: LonLat): LonLatMultiPolygon {
  return withRing(outline, place, (corners) => corners.toSpliced(place.vertex + 1, 0, position));
}

/** The outline without a vertex; null where what is left of an exterior goes round nothing. A hole of three corners goes with one. */
export function withoutVertex(outline: LonLatMultiPolygon, place: VertexPlace): LonLatMultiPolygon | null {
  const corners = cornersOf(outline[place.polygon]?.[place.ring] ?? []);
  if (corners.length > FEWEST_CORNERS) return withRing(outline, place, (known) => known.toSpliced(place.vertex, 1));
  if (place.ring === 0) return null;
  return outline.map((rings, polygon) => (polygon === place.polygon ? rings.toSpliced(place.ring, 1) : rings));
}

import {
  Clipper64,
  ClipperOffset,
  ClipType,
  EndType,
  FillRule,
  JoinType,
  PolyTree64,
  type Path64,
  type Paths64,
  type PolyPath64,
} from 'clipper2-ts';
import { groupsThatMeet } from './apart';
import { multiPolygonBounds } from './area';
import { expandBounds } from './bounds';
import type { PlanarLine, PlanarMultiPolygon, PlanarPoint, PlanarPolygon, PlanarRing } from './shapes';

// Clipper works on whole numbers. At millimetres from a local origin the products it forms stay below 2^53
// for anything up to 90 km across, so its arithmetic on doubles is exact.
const UNITS_PER_METRE = 1000;

/** How far the chords of a rounded corner may lie inside the true arc: so much, and so much of its radius. */
export const ARC_TOLERANCE_METRES = 0.02;
const ARC_TOLERANCE_OF_RADIUS = 5e-4;

/** Of more vertices, most of what is made of them would be arcs: they are rounded so coarsely. */
export const MANY_VERTICES = 200_000;
export const ARC_TOLERANCE_OF_MANY_METRES = 0.1;

const MITRE_LIMIT = 2;

/** Ground so many times wider than high is worked on turned. */
const WIDE = 3;

/** More than rounding to the grid moves anything. */
const MARGIN_METRES = 0.01;

/** How coordinates are put on the grid. */
interface Frame {
  readonly origin: PlanarPoint;
  /** Turned by a quarter, east to north. */
  readonly isTurned: boolean;
}

/** A frame at a whole kilometre near the first vertex, so that the millimetre grid is the same for every operation. */
function localFrame(...operands: readonly (readonly (readonly Float64Array[])[])[]): Frame {
  for (const polygons of operands) {
    const first = polygons[0]?.[0];
    if (first !== undefined && first.length >= 2) {
      const origin = { x: Math.round(first[0]! / 1000) * 1000, y: Math.round(first[1]! / 1000) * 1000 };
      return { origin, isTurned: false };
    }
  }
  return { origin: { x: 0, y: 0 }, isTurned: false };
}

function toPath(coordinates: Float64Array, { origin, isTurned }: Frame): Path64 {
  const path: Path64 = [];
  for (let index = 0; index + 1 < coordinates.length; index += 2) {
    const x = Math.round((coordinates[index]! - origin.x) * UNITS_PER_METRE);
    const y = Math.round((coordinates[index + 1]! - origin.y) * UNITS_PER_METRE);
    path.push(isTurned ? { x: -y, y: x } : { x, y });
  }
  return path;
}

function toPaths(polygons: PlanarMultiPolygon, frame: Frame): Paths64 {
  return polygons.flatMap((polygon) => polygon.map((ring) => toPath(ring, frame)));
}

function toRing(path: Path64, { origin, isTurned }: Frame): PlanarRing {
  const ring = new Float64Array(path.length * 2);
  path.forEach((point, index) => {
    const x = isTurned ? point.y : point.x;
    const y = isTurned ? -point.x : point.y;
    ring[2 * index] = (origin.x * UNITS_PER_METRE + x) / UNITS_PER_METRE;
    ring[2 * index + 1] = (origin.y * UNITS_PER_METRE + y) / UNITS_PER_METRE;
  });
  return ring;
}

/** Exteriors at even depth of the tree, each with the holes right under it. */
function collectPolygons(node: PolyPath64, frame: Frame, into: PlanarPolygon[]): void {
  for (let outer = 0; outer < node.count; outer += 1) {
    const exterior = node.child(outer);
    const rings: PlanarRing[] = [toRing(exterior.poly ?? [], frame)];
    for (let inner = 0; inner < exterior.count; inner += 1) {
      const hole = exterior.child(inner);
      rings.push(toRing(hole.poly ?? [], frame));
      collectPolygons(hole, frame, into);
    }
    into.push(rings);
  }
}

function toPolygons(tree: PolyTree64, frame: Frame): PlanarMultiPolygon {
  const polygons: PlanarPolygon[] = [];
  collectPolygons(tree, frame, polygons);
  return polygons;
}

function combine(
  type: ClipType,
  subjects: readonly PlanarMultiPolygon[],
  clip: PlanarMultiPolygon,
  frame = localFrame(...subjects, clip),
): PlanarMultiPolygon {
  const clipper = new Clipper64();
  for (const subject of subjects) clipper.addSubject(toPaths(subject, frame));
  clipper.addClip(toPaths(clip, frame));
  const tree = new PolyTree64();
  clipper.execute(type, FillRule.NonZero, tree);
  return toPolygons(tree, frame);
}

/**
 * All ground that lies in any of the operands. Vertices fall on whole millimetres of EPSG:25832;
 * exteriors run counter-clockwise, holes clockwise. The operands' rings must run that way too.
 */
export function union(...operands: readonly PlanarMultiPolygon[]): PlanarMultiPolygon {
  return combine(ClipType.Union, operands, []);
}

/** The ground of `subject` that lies outside `clip`; vertices and rings as in {@link union}. */
export function difference(subject: PlanarMultiPolygon, clip: PlanarMultiPolygon): PlanarMultiPolygon {
  return combine(ClipType.Difference, [subject], clip);
}

/** The ground that lies in both; vertices and rings as in {@link union}. */
export function intersection(subject: PlanarMultiPolygon, clip: PlanarMultiPolygon): PlanarMultiPolygon {
  return combine(ClipType.Intersection, [subject], clip);
}

/**
 * As {@link union} of polygons that are sound each by itself, where much of the ground may lie far apart: what cannot meet is
 * joined on its own, since the time it takes grows faster than what lies in one piece of work, and what lies alone is left as
 * it is. The polygons come in another order.
 */
export function unionOfScattered(polygons: PlanarMultiPolygon): PlanarMultiPolygon {
  return workApart(polygons, 0, (near, frame) => (near.length === 1 ? near : combine(ClipType.Union, [near], [], frame)));
}

/** Does a piece of work on each group of polygons that come no nearer to each other than twice the reach. */
function workApart(
  polygons: PlanarMultiPolygon,
  reachMetres: number,
  work: (near: PlanarMultiPolygon, frame: Frame) => PlanarMultiPolygon,
): PlanarMultiPolygon {
  const { origin } = localFrame(polygons);
  const margin = reachMetres + MARGIN_METRES;
  const rectangles = polygons.map((polygon) => {
    const bounds = multiPolygonBounds([polygon]);
    return bounds && expandBounds(bounds, margin);
  });
  return groupsThatMeet(rectangles).flatMap((group) => {
    const near = group.map((index) => polygons[index]!);
    const extent = multiPolygonBounds(near);
    // Clipper sweeps from south to north, and looks at all that lies abreast each time: much less along a narrow strip.
    const isTurned = extent !== null && extent.maxX - extent.minX > WIDE * (extent.maxY - extent.minY);
    return work(near, { origin, isTurned });
  });
}

/** How far the chords of arcs may lie inside them, metres, where so much is grown by `metres`. */
function arcToleranceOf(outlines: readonly (readonly Float64Array[])[], metres: number): number {
  const vertices = outlines.reduce((sum, outline) => sum + outline.reduce((inner, { length }) => inner + length / 2, 0), 0);
  return vertices > MANY_VERTICES ? ARC_TOLERANCE_OF_MANY_METRES : Math.min(ARC_TOLERANCE_METRES, ARC_TOLERANCE_OF_RADIUS * Math.abs(metres));
}

function offset(paths: Paths64, metres: number, arcTolerance: number, end: EndType, frame: Frame): PlanarMultiPolygon {
  const clipper = new ClipperOffset(MITRE_LIMIT, arcTolerance * UNITS_PER_METRE);
  clipper.addPaths(paths, JoinType.Round, end);
  const tree = new PolyTree64();
  clipper.execute(metres * UNITS_PER_METRE, tree);
  return toPolygons(tree, frame);
}

/**
 * Polygons grown by `metres` (shrunk when negative) with round corners, off by at most 2 cm and 0.5 ‰ of `metres`; of more
 * than 200 000 vertices together, by at most 10 cm.
 */
export function bufferPolygons(polygons: PlanarMultiPolygon, metres: number): PlanarMultiPolygon {
  const arcTolerance = arcToleranceOf(polygons, metres);
  // Offsetting takes overlapping rings one by one, so they are merged first.
  return workApart(polygons, Math.max(0, metres), (near, frame) => {
    const merged = combine(ClipType.Union, [near], [], frame);
    return metres === 0 ? merged : offset(toPaths(merged, frame), metres, arcTolerance, EndType.Polygon, frame);
  });
}

/** Ground within `metres` of any of the lines, with round ends and corners, off as {@link bufferPolygons} is. */
export function bufferLines(lines: readonly PlanarLine[], metres: number): PlanarMultiPolygon {
  const outlines = lines.map((line) => [line]);
  const arcTolerance = arcToleranceOf(outlines, metres);
  return workApart(outlines, metres, (near, frame) =>
    offset(near.flat().map((line) => toPath(line, frame)), metres, arcTolerance, EndType.Round, frame),
  );
}

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
import type { PlanarLine, PlanarMultiPolygon, PlanarPoint, PlanarPolygon, PlanarRing } from './shapes';

// Clipper works on whole numbers. At millimetres from a local origin the products it forms stay below 2^53
// for anything up to 90 km across, so its arithmetic on doubles is exact.
const UNITS_PER_METRE = 1000;

/** How far the chords of a rounded corner may lie inside the true arc: so much, and so much of its radius. */
const ARC_TOLERANCE_METRES = 0.02;
const ARC_TOLERANCE_OF_RADIUS = 5e-4;

const MITRE_LIMIT = 2;

/** A whole kilometre near the first vertex, so that the millimetre grid is the same for every operation. */
function localOrigin(...operands: readonly (readonly (readonly Float64Array[])[])[]): PlanarPoint {
  for (const polygons of operands) {
    const first = polygons[0]?.[0];
    if (first !== undefined && first.length >= 2) {
      return { x: Math.round(first[0]! / 1000) * 1000, y: Math.round(first[1]! / 1000) * 1000 };
    }
  }
  return { x: 0, y: 0 };
}

function toPath(coordinates: Float64Array, origin: PlanarPoint): Path64 {
  const path: Path64 = [];
  for (let index = 0; index + 1 < coordinates.length; index += 2) {
    path.push({
      x: Math.round((coordinates[index]! - origin.x) * UNITS_PER_METRE),
      y: Math.round((coordinates[index + 1]! - origin.y) * UNITS_PER_METRE),
    });
  }
  return path;
}

function toPaths(polygons: PlanarMultiPolygon, origin: PlanarPoint): Paths64 {
  return polygons.flatMap((polygon) => polygon.map((ring) => toPath(ring, origin)));
}

function toRing(path: Path64, origin: PlanarPoint): PlanarRing {
  const ring = new Float64Array(path.length * 2);
  path.forEach((point, index) => {
    ring[2 * index] = (origin.x * UNITS_PER_METRE + point.x) / UNITS_PER_METRE;
    ring[2 * index + 1] = (origin.y * UNITS_PER_METRE + point.y) / UNITS_PER_METRE;
  });
  return ring;
}

/** Exteriors at even depth of the tree, each with the holes right under it. */
function collectPolygons(node: PolyPath64, origin: PlanarPoint, into: PlanarPolygon[]): void {
  for (let outer = 0; outer < node.count; outer += 1) {
    const exterior = node.child(outer);
    const rings: PlanarRing[] = [toRing(exterior.poly ?? [], origin)];
    for (let inner = 0; inner < exterior.count; inner += 1) {
      const hole = exterior.child(inner);
      rings.push(toRing(hole.poly ?? [], origin));
      collectPolygons(hole, origin, into);
    }
    into.push(rings);
  }
}

function toPolygons(tree: PolyTree64, origin: PlanarPoint): PlanarMultiPolygon {
  const polygons: PlanarPolygon[] = [];
  collectPolygons(tree, origin, polygons);
  return polygons;
}

function combine(type: ClipType, subjects: readonly PlanarMultiPolygon[], clip: PlanarMultiPolygon): PlanarMultiPolygon {
  const origin = localOrigin(...subjects, clip);
  const clipper = new Clipper64();
  for (const subject of subjects) clipper.addSubject(toPaths(subject, origin));
  clipper.addClip(toPaths(clip, origin));
  const tree = new PolyTree64();
  clipper.execute(type, FillRule.NonZero, tree);
  return toPolygons(tree, origin);
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

function offset(paths: Paths64, metres: number, end: EndType, origin: PlanarPoint): PlanarMultiPolygon {
  const arcTolerance = Math.min(ARC_TOLERANCE_METRES, ARC_TOLERANCE_OF_RADIUS * Math.abs(metres));
  const clipper = new ClipperOffset(MITRE_LIMIT, arcTolerance * UNITS_PER_METRE);
  clipper.addPaths(paths, JoinType.Round, end);
  const tree = new PolyTree64();
  clipper.execute(metres * UNITS_PER_METRE, tree);
  return toPolygons(tree, origin);
}

/** Polygons grown by `metres` (shrunk when negative) with round corners, off by at most 2 cm and 0.5 ‰ of `metres`. */
export function bufferPolygons(polygons: PlanarMultiPolygon, metres: number): PlanarMultiPolygon {
  const origin = localOrigin(polygons);
  // Offsetting takes overlapping rings one by one, so they are merged first.
  const merged = toPaths(union(polygons), origin);
  return metres === 0 ? union(polygons) : offset(merged, metres, EndType.Polygon, origin);
}

/** Ground within `metres` of any of the lines, with round ends and corners, off as {@link bufferPolygons} is. */
export function bufferLines(lines: readonly PlanarLine[], metres: number): PlanarMultiPolygon {
  const origin = localOrigin([lines]);
  return offset(lines.map((line) => toPath(line, origin)), metres, EndType.Round, origin);
}

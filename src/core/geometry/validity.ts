import { multiPolygonArea, polygonArea, signedRingArea } from './area';
import { difference, intersection, union } from './booleans';
import { haveContacts } from './edgeContacts';
import { areMisplaced } from './ringNesting';
import type { PlanarMultiPolygon, PlanarPolygon, PlanarRing } from './shapes';

/** What can be wrong with a polygon as it comes from a file or a hand. */
export type GeometryFault =
  /** Coordinates that are not numbers: the ring is left out. */
  | 'notFinite'
  /** The same vertex twice in a row. */
  | 'repeatedVertices'
  /** A ring that goes out and back along the same line. */
  | 'spikes'
  /** A ring that encloses nothing: it is left out. */
  | 'withoutArea'
  /** A ring that crosses itself, as a bow tie: all that it goes round is kept. */
  | 'crossingEdges'
  /** A hole that lies across its exterior or another hole; one wholly outside is taken for a part of its own. */
  | 'misplacedHoles'
  /** Parts that share ground: it is counted once. */
  | 'overlappingParts';

/** A valid multipolygon, and what had to be mended to make it one. */
export interface Mending {
  readonly polygons: PlanarMultiPolygon;
  readonly faults: readonly GeometryFault[];
}

/** A path that comes back nearer to itself than this encloses nothing: the grid of the booleans. */
const SPIKE_METRES = 0.001;

/** Faults that are mended by finding the ground anew. */
const CHANGING_FAULTS = ['crossingEdges', 'misplacedHoles', 'overlappingParts'] as const;

/** Areas that differ by less, relatively and in m², differ by rounding. */
const RELATIVE_TOLERANCE = 1e-6;
const TOLERANCE_SQUARE_METRES = 1;

/**
 * A valid multipolygon from one that need not be: rings that do not cross, exteriors counter-clockwise, holes clockwise
 * inside them, parts that share no ground. What is valid comes back as it is, the same object. As GEOS' MakeValid
 * by structure: what a ring goes round at all belongs to it, holes are taken from exteriors, parts are joined.
 *
 * Parts and holes may touch each other, along edges too: that changes neither areas nor what lies inside. Rings are
 * turned the right way without a word, since half of all files have them the other way.
 */
export function mend(polygons: PlanarMultiPolygon): Mending {
  const faults = new Set<GeometryFault>();
  const cleaned = cleanPolygons(polygons, faults);
  const rings = cleaned.flat();
  if (!haveContacts(rings) && !areMisplaced(cleaned)) return { polygons: cleaned, faults: [...faults] };
  const parts = cleaned.map((polygon) => mendPolygon(polygon, faults));
  const joined = union(...parts);
  if (differ(parts.reduce((sum, part) => sum + multiPolygonArea(part), 0), multiPolygonArea(joined))) {
    faults.add('overlappingParts');
  }
  const isEmptied = parts.some((part) => part.length === 0);
  if (isEmptied) faults.add('withoutArea');
  const isChanged = isEmptied || CHANGING_FAULTS.some((fault) => faults.has(fault));
  return { polygons: isChanged ? joined : cleaned, faults: [...faults] };
}

/** Rings that are wrong in themselves are mended or left out; the same object when there are none. */
function cleanPolygons(polygons: PlanarMultiPolygon, faults: Set<GeometryFault>): PlanarMultiPolygon {
  const cleaned = polygons.map((polygon) => cleanPolygon(polygon, faults));
  const isClean = cleaned.every((polygon, index) => polygon === polygons[index]);
  return isClean ? polygons : cleaned.filter((polygon) => polygon !== null);
}

function cleanPolygon(polygon: PlanarPolygon, faults: Set<GeometryFault>): PlanarPolygon | null {
  const cleaned = polygon.map((ring, index) => cleanRing(ring, index > 0, faults));
  const [exterior, ...holes] = cleaned;
  if (exterior === undefined) faults.add('withoutArea');
  // Holes without an exterior are holes in nothing.
  if (!exterior) return null;
  const isClean = cleaned.every((ring, index) => ring === polygon[index]);
  return isClean ? polygon : [exterior, ...holes.filter((ring) => ring !== null)];
}

/** The ring without vertices that add nothing, turned the right way; null where nothing is left. */
function cleanRing(ring: PlanarRing, isHole: boolean, faults: Set<GeometryFault>): PlanarRing | null {
  if (!isFiniteRing(ring)) {
    faults.add('notFinite');
    return null;
  }
  const kept = withoutSpikes(ring, faults);
  if (kept.length < 6) {
    faults.add('withoutArea');
    return null;
  }
  // A bow tie may have no area on balance, and no way round; it is seen to with what crosses.
  const area = signedRingArea(kept);
  return area !== 0 && area > 0 === isHole ? reversedRing(kept) : kept;
}

function isFiniteRing(ring: PlanarRing): boolean {
  for (let index = 0; index < ring.length; index += 1) if (!Number.isFinite(ring[index])) return false;
  return true;
}

/** The ring without repeated vertices and without spikes; the same object where it has none. */
function withoutSpikes(ring: PlanarRing, faults: Set<GeometryFault>): PlanarRing {
  let before = ring;
  let after = spikePass(before, faults);
  // What lay before the tip of a spike may be the tip of what is left.
  while (after.length < before.length) {
    before = after;
    after = spikePass(before, faults);
  }
  return before;
}

/** Room to gather vertices in, used again and again. */
let room = new Float64Array(256);

/** Leaves out vertices that repeat the one before or at which the ring turns back; the same object without any. */
function spikePass(ring: PlanarRing, faults: Set<GeometryFault>): PlanarRing {
  const { length } = ring;
  if (length > room.length) room = new Float64Array(2 * length);
  const kept = room;
  let count = 0;
  for (let at = 0; at < length; at += 2) {
    const x = ring[at]!;
    const y = ring[at + 1]!;
    const beforeX = count > 0 ? kept[count - 2]! : ring[length - 2]!;
    const beforeY = count > 0 ? kept[count - 1]! : ring[length - 1]!;
    const after = (at + 2) % length;
    if (x === beforeX && y === beforeY) {
      faults.add('repeatedVertices');
    } else if (turnsBack(x - beforeX, y - beforeY, ring[after]! - x, ring[after + 1]! - y)) {
      faults.add('spikes');
    } else {
      kept[count] = x;
      kept[count + 1] = y;
      count += 2;
    }
  }
  return count === length ? ring : kept.slice(0, count);
}

/** Whether a path that comes in along one leg and leaves along the other returns along itself. */
function turnsBack(inX: number, inY: number, outX: number, outY: number): boolean {
  if (inX * outX + inY * outY >= 0) return false;
  // The shorter leg ends this far from the line of the longer one.
  const longer = Math.max(Math.hypot(inX, inY), Math.hypot(outX, outY));
  return Math.abs(inX * outY - inY * outX) <= SPIKE_METRES * longer;
}

/** The same ring run the other way round. */
function reversedRing(ring: PlanarRing): PlanarRing {
  const reversed = new Float64Array(ring.length);
  for (let index = 0; index + 1 < ring.length; index += 2) {
    reversed[ring.length - 2 - index] = ring[index]!;
    reversed[ring.length - 1 - index] = ring[index + 1]!;
  }
  return reversed;
}

/** One polygon with its rings untangled and its holes inside it. */
function mendPolygon([exterior, ...holes]: PlanarPolygon, faults: Set<GeometryFault>): PlanarMultiPolygon {
  if (!exterior) return [];
  const shell = untangled(exterior, faults);
  if (holes.length === 0) return shell;
  const openings = holes.map((hole) => untangled(hole, faults));
  const [inside, outside] = [openings.filter(meets(shell, true)), openings.filter(meets(shell, false))];
  const left = difference(shell, union(...inside));
  const expected = multiPolygonArea(shell) - inside.reduce((sum, opening) => sum + multiPolygonArea(opening), 0);
  if (outside.length === 0 && !differ(expected, multiPolygonArea(left))) return left;
  faults.add('misplacedHoles');
  return union(left, ...outside);
}

/** Whether ground shares any of that of `shell`, or none. */
function meets(shell: PlanarMultiPolygon, wanted: boolean): (ground: PlanarMultiPolygon) => boolean {
  return (ground) => intersection(shell, ground).length > 0 === wanted;
}

/** All that a ring goes round. */
function untangled(ring: PlanarRing, faults: Set<GeometryFault>): PlanarMultiPolygon {
  const ground = union([[ring]]);
  const onGrid = ring.map((coordinate) => Math.round(coordinate * 1000) / 1000);
  if (differ(polygonArea([onGrid]), multiPolygonArea(ground))) faults.add('crossingEdges');
  return ground;
}

function differ(area: number, other: number): boolean {
  const tolerance = Math.min(TOLERANCE_SQUARE_METRES, RELATIVE_TOLERANCE * Math.max(Math.abs(area), Math.abs(other)));
  return Math.abs(area - other) > tolerance;
}

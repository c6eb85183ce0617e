import { representativePoint, latticePoints } from '../geometry/lattice';
import type { LatticeRaster } from '../geometry/latticeFrame';
import { multiPolygonArea } from '../geometry/area';
import { toLonLat, toPlanarMultiPolygon } from '../geometry/projection';
import { clipPolygons } from '../geometry/ringSplitting';
import type { LonLat, LonLatMultiPolygon } from '../geometry/shapes';
import { LATTICE_METRES, SQUARE_METRES_PER_DAA } from '../method/parameters';
import { LAND_CLASSES, type GroundConflictKind, type LandClass } from './evaluation';
import { covers, landClassOf, type Ground } from './ground';

/** Ground under one outline. All areas in m². */
export interface AreaGround {
  readonly byClass: Readonly<Record<LandClass, number>>;
  /** The same in daa. */
  readonly groundDaa: Readonly<Record<LandClass, number>>;
  /** Area less sea and lakes. */
  readonly land: number;
  /** Land inside any water belt. */
  readonly waterBelt: number;
  /** Plain intersections with what is to be spared, without precedence. */
  readonly conflicts: Readonly<Record<GroundConflictKind, number>>;
  readonly outsideMunicipality: number;
  /** Green by node of the connectivity network, outside Marka. */
  readonly greenByNode: ReadonlyMap<number, number>;
  /** The lattice points in it, as far as the ground is known: `x0, y0, …` in metres. */
  readonly lattice: Float64Array;
  /** Where homes in the area are taken to be: lattice points on its land, `x0, y0, …` in metres. */
  readonly homes: Float64Array;
}

const CONFLICT_TESTS: Readonly<Record<GroundConflictKind, (mask: number) => boolean>> = {
  marka: (mask) => covers(mask, 'marka'),
  sea: (mask) => !covers(mask, 'land'),
  farmland: (mask) => covers(mask, 'farmland'),
  shoreBelt: (mask) => isLand(mask) && covers(mask, 'shoreBelt'),
  watercourseBelt: (mask) => isLand(mask) && covers(mask, 'watercourseBelt'),
  natureReserve: (mask) => covers(mask, 'natureReserve'),
  flood: (mask) => isLand(mask) && covers(mask, 'flood'),
  quickClay: (mask) => isLand(mask) && covers(mask, 'quickClay'),
  noise: (mask) => isLand(mask) && covers(mask, 'noise'),
  valuableNature: (mask) => covers(mask, 'valuableNature'),
};

export const CONFLICT_KINDS = Object.keys(CONFLICT_TESTS) as readonly GroundConflictKind[];

function isLand(mask: number): boolean {
  return covers(mask, 'land') && !covers(mask, 'lake');
}

/** What a combination of layers comes to. */
interface GroundTraits {
  readonly landClass: LandClass;
  readonly conflicts: readonly GroundConflictKind[];
  /** The same, one bit for each in the order of `CONFLICT_KINDS`. */
  readonly conflictBits: number;
  /** Land in any water belt. */
  readonly isInBelt: boolean;
  readonly isOutside: boolean;
  /** Green that belongs to a node of the connectivity network. */
  readonly isGreenNode: boolean;
}

/** Traits of the masks that were met: few of all that could be. */
const knownTraits = new Map<number, GroundTraits>();

function traitsOf(mask: number): GroundTraits {
  let traits = knownTraits.get(mask);
  if (!traits) {
    const landClass = landClassOf(mask);
    const conflicts = CONFLICT_KINDS.filter((kind) => CONFLICT_TESTS[kind](mask));
    traits = {
      landClass,
      conflicts,
      conflictBits: bitsOf(conflicts),
      isInBelt: isLand(mask) && (covers(mask, 'shoreBelt') || covers(mask, 'watercourseBelt')),
      isOutside: !covers(mask, 'municipality'),
      isGreenNode: landClass === 'green' && covers(mask, 'greenNode'),
    };
    knownTraits.set(mask, traits);
  }
  return traits;
}

function bitsOf(kinds: readonly GroundConflictKind[]): number {
  return kinds.reduce((bits, kind) => bits | (1 << CONFLICT_KINDS.indexOf(kind)), 0);
}

function zeros<Key extends string>(keys: readonly Key[]): Record<Key, number> {
  const record: Partial<Record<Key, number>> = {};
  for (const key of keys) record[key] = 0;
  return record as Record<Key, number>;
}

/** Measures the ground under an outline: an exact overlay for areas, the lattice for where homes are. */
export function measureAreaGround(ground: Ground, landRaster: LatticeRaster, outline: LonLatMultiPolygon): AreaGround {
  const polygons = toPlanarMultiPolygon(outline);
  const { masks, patches, areas } = ground.tree.overlay(polygons);
  const greenByNode = new Map<number, number>();
  const byClass = zeros(LAND_CLASSES);
  const conflicts = zeros(CONFLICT_KINDS);
  let waterBelt = 0;
  let outsideMunicipality = 0;
  let beyondBounds = multiPolygonArea(polygons);
  for (let index = 0; index < masks.length; index += 1) {
    const mask = masks[index]!;
    const area = areas[index]!;
    const traits = traitsOf(mask);
    beyondBounds -= area;
    byClass[traits.landClass] += area;
    for (const kind of traits.conflicts) conflicts[kind] += area;
    if (traits.isInBelt) waterBelt += area;
    if (traits.isOutside) outsideMunicipality += area;
    if (traits.isGreenNode) {
      const node = patches[index]!;
      greenByNode.set(node, (greenByNode.get(node) ?? 0) + area);
    }
  }
  let land = 0;
  for (const landClass of LAND_CLASSES) if (landClass !== 'sea' && landClass !== 'lake') land += byClass[landClass];
  const lattice = latticePoints(clipPolygons(polygons, ground.bounds), LATTICE_METRES);
  const onLand = landRaster.covered(lattice);
  const substitute = onLand.length === 0 ? representativePoint(polygons) : null;
  return {
    byClass,
    groundDaa: inDaa(byClass),
    land,
    waterBelt,
    conflicts,
    outsideMunicipality: outsideMunicipality + Math.max(0, beyondBounds),
    greenByNode,
    lattice,
    homes: substitute ? Float64Array.of(substitute.x, substitute.y) : onLand,
  };
}

/** Ground of one class that a scenario makes green, m², and the node of the connectivity network it belongs to; -1 for none. */
export interface GreenShare {
  readonly builtUp: number;
  readonly other: number;
  readonly node: number;
}

/**
 * The ground with some of it made green, and its green by other nodes.
 *
 * @param nodeOf the new number of a node. The same object comes back when nothing changes.
 */
export function withGreenAdded(
  ground: AreaGround,
  shares: readonly GreenShare[],
  nodeOf: (node: number) => number,
): AreaGround {
  if (shares.length === 0 && [...ground.greenByNode.keys()].every((node) => nodeOf(node) === node)) return ground;
  const byClass: Record<LandClass, number> = { ...ground.byClass };
  const greenByNode = new Map<number, number>();
  const addTo = (node: number, area: number): void => {
    greenByNode.set(node, (greenByNode.get(node) ?? 0) + area);
  };
  for (const [node, area] of ground.greenByNode) addTo(nodeOf(node), area);
  for (const { builtUp, other, node } of shares) {
    byClass.builtUp = Math.max(0, byClass.builtUp - builtUp);
    byClass.other = Math.max(0, byClass.other - other);
    byClass.green += builtUp + other;
    if (node >= 0) addTo(node, builtUp + other);
  }
  return { ...ground, byClass, groundDaa: inDaa(byClass), greenByNode };
}

function inDaa(byClass: Readonly<Record<LandClass, number>>): Readonly<Record<LandClass, number>> {
  const daa = zeros(LAND_CLASSES);
  for (const landClass of LAND_CLASSES) daa[landClass] = byClass[landClass] / SQUARE_METRES_PER_DAA;
  return daa;
}

/** How many times finer the lattice is on which a conflict is looked for that no lattice point lies in. */
const FINER = 5;

/** For each of the conflicts of an outline a place inside it where it lies, for the map to go to. */
export function conflictPositions(
  ground: Ground,
  outline: LonLatMultiPolygon,
  { lattice }: Pick<AreaGround, 'lattice'>,
  kinds: readonly GroundConflictKind[],
): ReadonlyMap<GroundConflictKind, LonLat | null> {
  const positions = new Map<GroundConflictKind, LonLat | null>();
  const seek = (points: Float64Array, sought: readonly GroundConflictKind[]): readonly GroundConflictKind[] => {
    const soughtBits = bitsOf(sought);
    const masks = ground.tree.masksAt(points, (mask) => (traitsOf(mask).conflictBits & soughtBits) !== 0);
    return sought.filter((kind) => {
      const position = middleOf(points, masks, kind);
      if (position) positions.set(kind, position);
      return position === null;
    });
  };
  const narrow = seek(lattice, kinds);
  if (narrow.length === 0) return positions;
  const polygons = clipPolygons(toPlanarMultiPolygon(outline), ground.bounds);
  const missing = seek(latticePoints(polygons, LATTICE_METRES / FINER), narrow);
  const substitute = missing.length > 0 ? representativePoint(polygons) : null;
  for (const kind of missing) positions.set(kind, substitute && toLonLat(substitute));
  return positions;
}

/** The middle one of the points where a conflict lies; null without any. */
function middleOf(points: Float64Array, masks: Int32Array, kind: GroundConflictKind): LonLat | null {
  const isThere = CONFLICT_TESTS[kind];
  let count = 0;
  for (const mask of masks) if (mask >= 0 && isThere(mask)) count += 1;
  let before = Math.floor(count / 2);
  const point = masks.findIndex((mask) => {
    if (mask < 0 || !isThere(mask)) return false;
    before -= 1;
    return before < 0;
  });
  return point < 0 ? null : toLonLat({ x: points[2 * point]!, y: points[2 * point + 1]! });
}

import { representativePoint, latticePoints } from '../geometry/lattice';
import type { LatticeRaster } from '../geometry/latticeFrame';
import { multiPolygonArea } from '../geometry/area';
import { toPlanarMultiPolygon } from '../geometry/projection';
import { clipPolygons } from '../geometry/ringSplitting';
import type { LonLatMultiPolygon } from '../geometry/shapes';
import { LATTICE_METRES, SQUARE_METRES_PER_DAA } from '../method/parameters';
import { LAND_CLASSES, type GroundConflictKind, type LandClass } from './evaluation';
import type { Ground } from './ground';
import { CONFLICT_KINDS, traitsOf } from './groundTraits';

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

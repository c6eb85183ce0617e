import { latticePoints, representativePoint } from '../geometry/lattice';
import { LatticeFrame } from '../geometry/latticeFrame';
import { toLonLat, toPlanarMultiPolygon } from '../geometry/projection';
import { clipPolygons } from '../geometry/ringSplitting';
import type { LonLat, LonLatMultiPolygon } from '../geometry/shapes';
import { LATTICE_METRES } from '../method/parameters';
import type { AreaGround } from './areaGround';
import type { GroundConflictKind } from './evaluation';
import type { Ground } from './ground';
import { conflictBits, traitsOf } from './groundTraits';

/** How many times finer the lattices are on which a conflict is looked for that no lattice point lies in, in turn. */
const FINER = [2.5, 5] as const;

/** The conflicts at every lattice point of a ground, as `conflictBits`: found once, since every area asks for its own. */
export class ConflictLattice {
  private readonly frame: LatticeFrame;
  private readonly bits: Uint16Array;

  constructor({ bounds, tree }: Pick<Ground, 'bounds' | 'tree'>) {
    this.frame = new LatticeFrame(bounds, LATTICE_METRES);
    this.bits = new Uint16Array(this.frame.cellCount);
    tree.visitMasks(this.frame, (mask, fromCell, toCell) => {
      this.bits.fill(bitsOf(mask), fromCell, toCell);
    });
  }

  /** Those at each of the points `x0, y0, …`; none outside the ground. */
  at(points: Float64Array): Int32Array {
    const cells = this.frame.cellsOf(points);
    for (let index = 0; index < cells.length; index += 1) cells[index] = cells[index]! < 0 ? 0 : this.bits[cells[index]!]!;
    return cells;
  }
}

function bitsOf(mask: number): number {
  return traitsOf(mask).conflictBits;
}

/** For each of the conflicts of an outline a place inside it where it lies, for the map to go to. */
export function conflictPositions(
  ground: Pick<Ground, 'bounds' | 'tree'>,
  conflicts: ConflictLattice,
  outline: LonLatMultiPolygon,
  { lattice }: Pick<AreaGround, 'lattice'>,
  kinds: readonly GroundConflictKind[],
): ReadonlyMap<GroundConflictKind, LonLat | null> {
  const positions = new Map<GroundConflictKind, LonLat | null>();
  const seek = (points: Float64Array, bits: Int32Array, sought: readonly GroundConflictKind[]): readonly GroundConflictKind[] =>
    sought.filter((kind) => {
      const position = middleOf(points, bits, conflictBits([kind]));
      if (position) positions.set(kind, position);
      return position === null;
    });
  let missing = seek(lattice, conflicts.at(lattice), kinds);
  if (missing.length === 0) return positions;
  const polygons = clipPolygons(toPlanarMultiPolygon(outline), ground.bounds);
  for (const finer of FINER) {
    const points = latticePoints(polygons, LATTICE_METRES / finer);
    const soughtBits = conflictBits(missing);
    const masks = ground.tree.masksAt(points, (mask) => (bitsOf(mask) & soughtBits) !== 0);
    missing = seek(points, masks.map((mask) => (mask < 0 ? 0 : bitsOf(mask))), missing);
    if (missing.length === 0) return positions;
  }
  const substitute = representativePoint(polygons);
  for (const kind of missing) positions.set(kind, substitute && toLonLat(substitute));
  return positions;
}

/** The middle one of the points where a conflict lies, by its bit; null without any. */
function middleOf(points: Float64Array, bits: Int32Array, bit: number): LonLat | null {
  let count = 0;
  for (let point = 0; point < bits.length; point += 1) if ((bits[point]! & bit) !== 0) count += 1;
  if (count === 0) return null;
  let before = Math.floor(count / 2);
  const point = bits.findIndex((there) => {
    if ((there & bit) === 0) return false;
    before -= 1;
    return before < 0;
  });
  return toLonLat({ x: points[2 * point]!, y: points[2 * point + 1]! });
}

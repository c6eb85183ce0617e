import type { DevelopmentArea } from '../domain/developmentArea';
import type { CellWindow } from '../geometry/latticeFrame';
import { LATTICE_METRES, REBUILT_SHARE } from '../method/parameters';
import type { AreaGround } from './areaGround';
import { sameItems } from './latestFew';
import { CELL_BITS, isLargeEnough, REACH_CELLS, type NearbyGreen } from './nearbyGreen';

const CELL_SQUARE_METRES = LATTICE_METRES * LATTICE_METRES;

/** Cells in which green is taken are looked at together in blocks of so many columns and rows. */
const BLOCK_CELLS = 16;

/** The bits that tell that a cell's green counts. */
const COUNTS = CELL_BITS.counts[0] | CELL_BITS.counts[1];

const FARTHEST_REACH_CELLS = Math.max(...REACH_CELLS);

/** What tells which green an area takes. */
export interface BuiltArea {
  readonly area: Pick<DevelopmentArea, 'developableShare'>;
  readonly ground: Pick<AreaGround, 'lattice'>;
}

/** The green that is left for those who live near when areas are rebuilt. */
export class GreenLeft {
  private readonly whole: NearbyGreen;
  /** The lattice points of what is rebuilt, area by area. */
  private built: readonly Float64Array[] = [];
  private left: NearbyGreen;

  /** @param whole the green before anything is built. */
  constructor(whole: NearbyGreen) {
    this.whole = whole;
    this.left = whole;
  }

  /**
   * What is left under these areas; the same object as long as the same ground is rebuilt.
   *
   * @param given dwellings given to each area in all.
   */
  under(areas: readonly BuiltArea[], given: Float64Array): NearbyGreen {
    const built: Float64Array[] = [];
    for (let position = 0; position < areas.length; position += 1) {
      const { area, ground } = areas[position]!;
      if (given[position]! > 0 && area.developableShare > REBUILT_SHARE) built.push(ground.lattice);
    }
    if (sameItems(built, this.built)) return this.left;
    const before = new Set(this.built);
    const after = new Set(built);
    const come = greenCells(this.whole, built.filter((lattice) => !before.has(lattice)));
    const gone = greenCells(this.whole, this.built.filter((lattice) => !after.has(lattice)));
    if (!sameCells(come, gone)) this.left = nearbyGreenWithout(this.whole, built);
    this.built = built;
    return this.left;
  }
}

/** The cells of lattice points `x0, y0, …` that are green in the data set, as often as they come. */
function greenCells({ frame, pieces }: NearbyGreen, lattices: readonly Float64Array[]): number[] {
  const cells: number[] = [];
  for (const lattice of lattices) {
    for (let index = 0; index < lattice.length; index += 2) {
      const cell = frame.cellOf(lattice[index]!, lattice[index + 1]!);
      if (cell >= 0 && pieces[cell]! >= 0) cells.push(cell);
    }
  }
  return cells;
}

/** Whether two lists hold the same cells, each as often; sorts them. */
function sameCells(one: number[], other: number[]): boolean {
  if (one.length !== other.length) return false;
  one.sort((a, b) => a - b);
  other.sort((a, b) => a - b);
  return sameItems(one, other);
}

/**
 * The green that is left when that at some lattice points is taken. A piece that is cut in two stays one piece, less what
 * was taken of it. Distances are not measured anew: which cells they may differ in is marked, and how far it is from one of
 * those is found when it is asked for. The same object comes back when nothing is taken.
 *
 * @param whole the green with nothing taken.
 * @param lattices points `x0, y0, …`, which may come more than once.
 */
export function nearbyGreenWithout(whole: NearbyGreen, lattices: readonly Float64Array[]): NearbyGreen {
  const { frame, pieces } = whole;
  const cellBits = whole.cellBits.slice();
  const takenCells = new Uint32Array(whole.pieceAreas.length);
  const differing: number[] = [];
  let isTaken = false;
  for (const lattice of lattices) {
    for (let index = 0; index < lattice.length; index += 2) {
      const cell = frame.cellOf(lattice[index]!, lattice[index + 1]!);
      const piece = cell < 0 ? -1 : pieces[cell]!;
      if (piece < 0 || (cellBits[cell]! & CELL_BITS.taken) !== 0) continue;
      if ((cellBits[cell]! & COUNTS) !== 0) differing.push(cell);
      cellBits[cell] = (cellBits[cell]! & ~COUNTS) | CELL_BITS.taken;
      takenCells[piece]! += 1;
      isTaken = true;
    }
  }
  if (!isTaken) return whole;
  const pieceAreas = whole.pieceAreas.map((area, piece) => area - takenCells[piece]! * CELL_SQUARE_METRES);
  const left: NearbyGreen = { ...whole, cellBits, pieceAreas };
  CELL_BITS.counts.forEach((bit, size) => {
    whole.pieceWindows.forEach((window, piece) => {
      if (!isLargeEnough(whole.pieceAreas[piece]!, size) || isLargeEnough(pieceAreas[piece]!, size)) return;
      frame.visitWindow(window, (cell) => {
        if (pieces[cell] !== piece || (cellBits[cell]! & bit) === 0) return;
        cellBits[cell]! -= bit;
        differing.push(cell);
      });
    });
  });
  for (const window of frame.windowsOf(differing, BLOCK_CELLS)) markNearTaken(left, frame.expanded(window, FARTHEST_REACH_CELLS));
  return left;
}

function markNearTaken({ frame, cellBits }: NearbyGreen, { fromColumn, toColumn, fromRow, toRow }: CellWindow): void {
  for (let row = fromRow; row < toRow; row += 1) {
    const end = frame.cellIn(toColumn, row);
    for (let cell = frame.cellIn(fromColumn, row); cell < end; cell += 1) cellBits[cell]! |= CELL_BITS.nearTaken;
  }
}

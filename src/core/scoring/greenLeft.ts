import type { DevelopmentArea } from '../domain/developmentArea';
import type { CellWindow, LatticeFrame } from '../geometry/latticeFrame';
import { LATTICE_METRES, REBUILT_SHARE } from '../method/parameters';
import type { AreaGround } from './areaGround';
import { sameItems } from './latestFew';
import { CELL_BITS, isLargeEnough, WALK_CELLS, type NearbyGreen } from './nearbyGreen';

const CELL_SQUARE_METRES = LATTICE_METRES * LATTICE_METRES;

/** Cells in which green is taken are looked at together in blocks of so many columns and rows. */
const BLOCK_CELLS = 16;

/** The bits that tell that a cell's green counts. */
const COUNTS = CELL_BITS.counts[0] | CELL_BITS.counts[1];

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
    if (this.takesOther(built)) this.left = nearbyGreenWithout(this.whole, built);
    this.built = built;
    return this.left;
  }

  /** Whether it may be other green that is taken than before. */
  private takesOther(built: readonly Float64Array[]): boolean {
    if (this.built.length === 0) return true;
    const before = new Set(this.built);
    const after = new Set(built);
    const come = greenCells(this.whole, built.filter((lattice) => !before.has(lattice)));
    const gone = greenCells(this.whole, this.built.filter((lattice) => !after.has(lattice)));
    return !sameCells(come, gone);
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
  // By the largest size that a cell's green counts for.
  const differing: readonly number[][] = CELL_BITS.counts.map(() => []);
  let isTaken = false;
  for (const lattice of lattices) {
    for (let index = 0; index < lattice.length; index += 2) {
      const cell = frame.cellOf(lattice[index]!, lattice[index + 1]!);
      const piece = cell < 0 ? -1 : pieces[cell]!;
      if (piece < 0 || (cellBits[cell]! & CELL_BITS.taken) !== 0) continue;
      const size = CELL_BITS.counts.findLastIndex((bit) => (cellBits[cell]! & bit) !== 0);
      if (size >= 0) differing[size]!.push(cell);
      cellBits[cell] = (cellBits[cell]! & ~COUNTS) | CELL_BITS.taken;
      takenCells[piece]! += 1;
      isTaken = true;
    }
  }
  if (!isTaken) return whole;
  const pieceAreas = whole.pieceAreas.slice();
  for (let piece = 0; piece < takenCells.length; piece += 1) {
    if (takenCells[piece] === 0) continue;
    pieceAreas[piece]! -= takenCells[piece]! * CELL_SQUARE_METRES;
    const window = whole.pieceWindows.get(piece)!;
    CELL_BITS.counts.forEach((bit, size) => {
      if (!isLargeEnough(whole.pieceAreas[piece]!, size) || isLargeEnough(pieceAreas[piece]!, size)) return;
      frame.visitWindow(window, (cell) => {
        if (pieces[cell] !== piece || (cellBits[cell]! & bit) === 0) return;
        cellBits[cell]! -= bit;
        differing[size]!.push(cell);
      });
    });
  }
  const windows = differing.flatMap((cells, size) =>
    frame.windowsOf(cells, BLOCK_CELLS).map((window) => frame.expanded(window, WALK_CELLS[size]!)),
  );
  return { ...whole, cellBits, pieceAreas, before: whole, nearTaken: markNearTaken(frame, cellBits, windows) };
}

/** Room to gather cells in, used again and again. */
let marked = new Uint32Array(0);

/** Marks the cells of windows. @returns each of them once, in an order that does not depend on that of the windows. */
function markNearTaken({ columns }: LatticeFrame, cellBits: Uint8Array, windows: readonly CellWindow[]): Uint32Array {
  if (marked.length < cellBits.length) marked = new Uint32Array(cellBits.length);
  let count = 0;
  for (const { fromColumn, toColumn, fromRow, toRow } of [...windows].sort(compareWindows)) {
    for (let row = fromRow; row < toRow; row += 1) {
      const end = row * columns + toColumn;
      for (let cell = row * columns + fromColumn; cell < end; cell += 1) {
        if ((cellBits[cell]! & CELL_BITS.nearTaken) !== 0) continue;
        cellBits[cell]! |= CELL_BITS.nearTaken;
        marked[count] = cell;
        count += 1;
      }
    }
  }
  return marked.slice(0, count);
}

function compareWindows(one: CellWindow, other: CellWindow): number {
  return one.fromRow - other.fromRow || one.fromColumn - other.fromColumn || one.toRow - other.toRow || one.toColumn - other.toColumn;
}

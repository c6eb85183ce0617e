import { DistanceTransform } from '../geometry/distanceTransform';
import { LatticeFrame, type CellWindow, type LatticeRaster } from '../geometry/latticeFrame';
import type { PlanarMultiPolygon } from '../geometry/shapes';
import { DETOUR_FACTOR, DRAWN_DETOUR_FACTOR, LATTICE_METRES, NEARBY_GREEN, SQUARE_METRES_PER_DAA } from '../method/parameters';
import type { GreenStructure } from './greenGroups';
import type { GreenAreas, Ground } from './ground';

const CELL_SQUARE_METRES = LATTICE_METRES * LATTICE_METRES;

/** For each size of `NEARBY_GREEN` the farthest that any draw of the detour factor lets a walk to it reach, in cells. */
const REACH_CELLS = NEARBY_GREEN.map(({ walkMetres }) => Math.ceil(walkMetres / DRAWN_DETOUR_FACTOR[0] / LATTICE_METRES + 1));

/** Room to mark cells in, and what measures them, for each size of `NEARBY_GREEN`; used again and again. */
let marked = new Uint8Array(0);
const transforms = REACH_CELLS.map((reach) => new DistanceTransform(reach));

/** For each size of `NEARBY_GREEN` the metres that a squared distance in cells comes to; infinite where it is beyond reach. */
const METRES = transforms.map(({ beyond }) =>
  // The edge of the green runs about half a cell this side of its outermost lattice point.
  Float32Array.from({ length: beyond + 1 }, (_, squared) =>
    squared < beyond ? Math.max(0, Math.sqrt(squared) * LATTICE_METRES - LATTICE_METRES / 2) : Infinity,
  ),
);

/** For each size of `NEARBY_GREEN` the largest squared distance in cells that is within its walk. */
const WITHIN_WALK = NEARBY_GREEN.map(({ walkMetres }, size) => METRES[size]!.findLastIndex((metres) => metres * DETOUR_FACTOR <= walkMetres));

/** Cells in which green changes are looked at together in blocks of so many columns and rows. */
const BLOCK_CELLS = 32;

/**
 * Green as those who live near see it, on the lattice (method §5 B5). A lattice point is green when it lies in green
 * structure or Marka; its piece has the size that the overlay measures.
 */
export interface NearbyGreen {
  readonly frame: LatticeFrame;
  /** Piece of green of each lattice cell before any is taken, -1 for none. */
  readonly pieces: Int32Array;
  /** The window around each piece that has cells, before any are taken. */
  readonly pieceWindows: ReadonlyMap<number, CellWindow>;
  /** 1 for each cell that is taken. */
  readonly isTaken: Uint8Array;
  /** How many green cells of each piece are taken. */
  readonly takenCells: Uint32Array;
  /** Size of what is left of each piece, m². */
  readonly pieceAreas: Float64Array;
  /** For each size of `NEARBY_GREEN` the squared straight distance from each cell to such green, in cells, as far as any walk reaches. */
  readonly squaredCells: readonly Uint16Array[];
}

/** Measures the green of a data set once. Groups that meet Marka are one piece with it. */
export function nearbyGreen(
  { groups, marka }: GreenStructure,
  areas: GreenAreas,
  ground: Pick<Ground, 'bounds' | 'farmland' | 'lakes'>,
  land: LatticeRaster,
): NearbyGreen {
  const frame = new LatticeFrame(ground.bounds, LATTICE_METRES);
  const pieces = new Int32Array(frame.cellCount).fill(-1);
  const markaPiece = groups.length;
  const pieceAreas = new Float64Array(groups.length + 1);
  const fill = (polygons: PlanarMultiPolygon, piece: number): void => {
    frame.visitCells(polygons, (cell, column, row) => {
      if (land.at(column, row) !== 0) pieces[cell] = piece;
    });
  };
  pieceAreas[markaPiece] = areas.marka;
  groups.forEach(({ polygons, meetsMarka }, group) => {
    const piece = meetsMarka ? markaPiece : group;
    pieceAreas[piece]! += areas.byGroup[group]!;
    fill(polygons, piece);
  });
  fill(marka, markaPiece);
  fill(ground.farmland, -1);
  fill(ground.lakes, -1);
  const green = wholeGreen(frame, pieces, pieceAreas, transforms.map(() => new Uint16Array(frame.cellCount)));
  NEARBY_GREEN.forEach((_, size) => measureDistances(green, size, frame.whole));
  return green;
}

function wholeGreen(frame: LatticeFrame, pieces: Int32Array, pieceAreas: Float64Array, squaredCells: readonly Uint16Array[]): NearbyGreen {
  return {
    frame,
    pieces,
    pieceWindows: frame.windowsByNumber(pieces),
    isTaken: new Uint8Array(frame.cellCount),
    takenCells: new Uint32Array(pieceAreas.length),
    pieceAreas,
    squaredCells,
  };
}

/** Cells of lattice points `x0, y0, …` that are green in the data set. */
export function greenCells({ frame, pieces }: NearbyGreen, lattice: Float64Array): Int32Array {
  return frame.cellsOf(lattice).filter((cell) => cell >= 0 && pieces[cell]! >= 0);
}

/**
 * The green that is left when some cells of the data set's green are taken, worked out from `previous`, which is the
 * same green less other cells. A piece that is cut in two stays one piece, less what was taken of it.
 *
 * @param taken 1 for each cell that is taken.
 * @param changed green cells in which `previous` may differ.
 */
export function nearbyGreenWithout(
  whole: NearbyGreen,
  previous: NearbyGreen,
  taken: Uint8Array,
  changed: readonly Int32Array[],
): NearbyGreen {
  const { frame, pieces } = whole;
  const isTaken = previous.isTaken.slice();
  const takenCells = previous.takenCells.slice();
  const pieceAreas = previous.pieceAreas.slice();
  const differing: number[] = [];
  for (const cells of changed) {
    for (const cell of cells) {
      const piece = pieces[cell]!;
      if (piece < 0 || isTaken[cell] === taken[cell]) continue;
      isTaken[cell] = taken[cell]!;
      takenCells[piece]! += taken[cell] === 1 ? 1 : -1;
      // Always reckoned from the whole piece, so that no way there leaves a trace.
      pieceAreas[piece] = whole.pieceAreas[piece]! - takenCells[piece]! * CELL_SQUARE_METRES;
      differing.push(cell);
    }
  }
  if (differing.length === 0) return previous;
  return withDistances({ ...whole, isTaken, takenCells, pieceAreas }, previous, (green, size) => {
    const wasLarge = largePieces(previous, size);
    const isLarge = largePieces(green, size);
    const cells = differing.filter((cell) => (taken[cell] === 1 ? wasLarge : isLarge)[pieces[cell]!] === 1);
    for (let piece = 0; piece < isLarge.length; piece += 1) {
      const window = isLarge[piece] === wasLarge[piece] ? undefined : whole.pieceWindows.get(piece);
      if (window) frame.visitWindow(window, (cell) => {
        if (pieces[cell] === piece && isTaken[cell] === 0) cells.push(cell);
      });
    }
    return cells;
  });
}

/** The same lattice with other green on it, nothing of which is taken. */
export function nearbyGreenInstead(previous: NearbyGreen, pieces: Int32Array, pieceAreas: Float64Array): NearbyGreen {
  const green = wholeGreen(previous.frame, pieces, pieceAreas, previous.squaredCells);
  return withDistances(green, previous, (_, size) => {
    const wasLarge = largePieces(previous, size);
    const isLarge = largePieces(green, size);
    const cells: number[] = [];
    for (let cell = 0; cell < pieces.length; cell += 1) {
      const before = previous.pieces[cell]!;
      const now = pieces[cell]!;
      if ((before >= 0 && wasLarge[before] === 1) !== (now >= 0 && isLarge[now] === 1)) cells.push(cell);
    }
    return cells;
  });
}

/**
 * Green with its distances, which differ from those of `previous` only around cells in which the green differs.
 *
 * @param differing all cells that are green of a size in one of the two and not in the other.
 */
function withDistances(
  changed: NearbyGreen,
  previous: NearbyGreen,
  differing: (green: NearbyGreen, size: number) => readonly number[],
): NearbyGreen {
  const { frame } = changed;
  const squaredCells = [...previous.squaredCells];
  const green: NearbyGreen = { ...changed, squaredCells };
  NEARBY_GREEN.forEach((_, size) => {
    const windows = frame.windowsOf(differing(green, size), BLOCK_CELLS);
    if (windows.length === 0) return;
    squaredCells[size] = squaredCells[size]!.slice();
    const reach = REACH_CELLS[size]!;
    for (const window of frame.joined(windows, reach)) measureDistances(green, size, frame.expanded(window, reach));
  });
  return green;
}

/** For each piece, 1 when it is as large as a size of `NEARBY_GREEN` asks for. */
function largePieces({ pieceAreas }: NearbyGreen, size: number): Uint8Array {
  const minimum = NEARBY_GREEN[size]!.minimumDaa * SQUARE_METRES_PER_DAA;
  const isLarge = new Uint8Array(pieceAreas.length);
  for (let piece = 0; piece < isLarge.length; piece += 1) if (pieceAreas[piece]! >= minimum) isLarge[piece] = 1;
  return isLarge;
}

/** Measures distances in a window from all green that any walk reaches; what lies farther off is as good as nowhere. */
function measureDistances(green: NearbyGreen, size: number, window: CellWindow): void {
  const { frame, pieces, isTaken } = green;
  const around = frame.expanded(window, REACH_CELLS[size]!);
  const columns = around.toColumn - around.fromColumn;
  const rows = around.toRow - around.fromRow;
  const isLarge = largePieces(green, size);
  if (marked.length < columns * rows) marked = new Uint8Array(columns * rows);
  for (let row = 0, index = 0; row < rows; row += 1) {
    let cell = frame.cellIn(around.fromColumn, around.fromRow + row);
    for (let column = 0; column < columns; column += 1, index += 1, cell += 1) {
      const piece = pieces[cell]!;
      marked[index] = piece >= 0 && isTaken[cell] === 0 ? isLarge[piece]! : 0;
    }
  }
  const measured = transforms[size]!.measure(marked, columns, rows, {
    fromColumn: window.fromColumn - around.fromColumn,
    toColumn: window.toColumn - around.fromColumn,
    fromRow: window.fromRow - around.fromRow,
    toRow: window.toRow - around.fromRow,
  });
  const squared = green.squaredCells[size]!;
  const width = window.toColumn - window.fromColumn;
  for (let { fromRow: row } = window, index = 0; row < window.toRow; row += 1) {
    const end = frame.cellIn(window.fromColumn, row) + width;
    for (let cell = end - width; cell < end; cell += 1, index += 1) squared[cell] = measured[index]!;
  }
}

/** Share of points `x0, y0, …` with green of each size within its walk; weights are equal when left out. */
export function shareNearGreen(
  green: NearbyGreen,
  points: Float64Array,
  weights?: Float64Array,
): readonly [small: number, large: number] {
  return shareOfCells(green, green.frame.cellsOf(points), weights);
}

/** The same for points that are told by their cells. */
export function shareOfCells(green: NearbyGreen, cells: Int32Array, weights?: Float64Array): readonly [small: number, large: number] {
  return weights ? weightedShare(green, cells, weights) : plainShare(green, cells);
}

function plainShare({ squaredCells }: NearbyGreen, cells: Int32Array): readonly [small: number, large: number] {
  const { length } = cells;
  if (length === 0) return [0, 0];
  return [countWithin(squaredCells[0]!, WITHIN_WALK[0]!, cells) / length, countWithin(squaredCells[1]!, WITHIN_WALK[1]!, cells) / length];
}

function countWithin(squared: Uint16Array, walk: number, cells: Int32Array): number {
  let count = 0;
  for (let index = 0; index < cells.length; index += 1) {
    const cell = cells[index]!;
    if (cell >= 0 && squared[cell]! <= walk) count += 1;
  }
  return count;
}

function weightedShare({ squaredCells }: NearbyGreen, cells: Int32Array, weights: Float64Array): readonly [small: number, large: number] {
  const [smallCells, largeCells] = [squaredCells[0]!, squaredCells[1]!];
  const [smallWalk, largeWalk] = [WITHIN_WALK[0]!, WITHIN_WALK[1]!];
  // Small, large, all: sums in an array are numbers and no objects, also before the loop is compiled.
  const sums = new Float64Array(3);
  for (let index = 0; index < cells.length; index += 1) {
    const cell = cells[index]!;
    sums[2]! += weights[index]!;
    if (cell < 0) continue;
    if (smallCells[cell]! <= smallWalk) sums[0]! += weights[index]!;
    if (largeCells[cell]! <= largeWalk) sums[1]! += weights[index]!;
  }
  const total = sums[2]!;
  return total > 0 ? [sums[0]! / total, sums[1]! / total] : [0, 0];
}

/** Straight distances from points to green of each size, metres; infinite outside the data set, and beyond what any walk reaches. */
export function distancesToGreen({ frame, squaredCells }: NearbyGreen, points: Float64Array): readonly Float64Array[] {
  return squaredCells.map((squared, size) => {
    const metres = METRES[size]!;
    return Float64Array.from(frame.cellsOf(points), (cell) => (cell < 0 ? Infinity : metres[squared[cell]!]!));
  });
}

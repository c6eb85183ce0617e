import { DistanceTransform } from '../geometry/distanceTransform';
import { LatticeFrame, type CellWindow, type LatticeRaster } from '../geometry/latticeFrame';
import { NearestMarked } from '../geometry/nearestMarked';
import type { PlanarMultiPolygon } from '../geometry/shapes';
import { DETOUR_FACTOR, DRAWN_DETOUR_FACTOR, LATTICE_METRES, NEARBY_GREEN, SQUARE_METRES_PER_DAA } from '../method/parameters';
import type { GreenStructure } from './greenGroups';
import type { GreenAreas, Ground } from './ground';

/** For each size of `NEARBY_GREEN` the farthest that any draw of the detour factor lets a walk to it reach, in cells. */
const REACH_CELLS = NEARBY_GREEN.map(({ walkMetres }) => Math.ceil(walkMetres / DRAWN_DETOUR_FACTOR[0] / LATTICE_METRES + 1));

/** Room to mark cells in, and what measures them, for each size of `NEARBY_GREEN`; used again and again. */
let marked = new Uint8Array(0);
const transforms = REACH_CELLS.map((reach) => new DistanceTransform(reach));
const nearest = REACH_CELLS.map((reach) => new NearestMarked(reach));

/** For each size of `NEARBY_GREEN` the metres that a squared distance in cells comes to; infinite where it is beyond reach. */
const METRES = transforms.map(({ beyond }) =>
  // The edge of the green runs about half a cell this side of its outermost lattice point.
  Float32Array.from({ length: beyond + 1 }, (_, squared) =>
    squared < beyond ? Math.max(0, Math.sqrt(squared) * LATTICE_METRES - LATTICE_METRES / 2) : Infinity,
  ),
);

/** For each size of `NEARBY_GREEN` the largest squared distance in cells that is within its walk. */
const WITHIN_WALK = NEARBY_GREEN.map(({ walkMetres }, size) => METRES[size]!.findLastIndex((metres) => metres * DETOUR_FACTOR <= walkMetres));

/** For each size of `NEARBY_GREEN` how many columns or rows away green may lie that is within its walk. */
export const WALK_CELLS = WITHIN_WALK.map((squared) => Math.floor(Math.sqrt(squared)));

/**
 * Bits of a cell, for each size of `NEARBY_GREEN`: its green counts for it; it lies within the walk of such green before any
 * is taken. And: its green is taken; green that is taken lies so near that it may matter.
 */
export const CELL_BITS = { counts: [1, 2], reaches: [4, 8], taken: 16, nearTaken: 32 } as const;

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
  /** Size of what is left of each piece, m². */
  readonly pieceAreas: Float64Array;
  /** `CELL_BITS` of each cell. */
  readonly cellBits: Uint8Array;
  /**
   * For each size of `NEARBY_GREEN` the squared straight distance from each cell to such green, in cells, as far as any walk
   * reaches, before any is taken.
   */
  readonly squaredCells: readonly Uint16Array[];
  /** The green before any was taken; null when none is. */
  readonly before: NearbyGreen | null;
  /** The cells whose bits tell that taken green may matter, each once; none when none is taken. */
  readonly nearTaken: Uint32Array;
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
  markWithinWalk(green);
  return green;
}

function wholeGreen(frame: LatticeFrame, pieces: Int32Array, pieceAreas: Float64Array, squaredCells: readonly Uint16Array[]): NearbyGreen {
  const bitsOfPiece = Uint8Array.from(pieceAreas, (area) =>
    NEARBY_GREEN.reduce((bits, _, size) => (isLargeEnough(area, size) ? bits | CELL_BITS.counts[size]! : bits), 0),
  );
  const cellBits = new Uint8Array(frame.cellCount);
  for (let cell = 0; cell < cellBits.length; cell += 1) {
    const piece = pieces[cell]!;
    if (piece >= 0) cellBits[cell] = bitsOfPiece[piece]!;
  }
  return { frame, pieces, pieceWindows: frame.windowsByNumber(pieces), pieceAreas, cellBits, squaredCells, before: null, nearTaken: new Uint32Array(0) };
}

/** Whether a piece, by its m², is as large as a size of `NEARBY_GREEN` asks for. */
export function isLargeEnough(area: number, size: number): boolean {
  return area >= NEARBY_GREEN[size]!.minimumDaa * SQUARE_METRES_PER_DAA;
}

/** The same lattice with other green on it: distances differ only around cells in which the green does. @param previous with nothing taken. */
export function nearbyGreenInstead(previous: NearbyGreen, pieces: Int32Array, pieceAreas: Float64Array): NearbyGreen {
  const { frame } = previous;
  const squaredCells = [...previous.squaredCells];
  const green = wholeGreen(frame, pieces, pieceAreas, squaredCells);
  CELL_BITS.counts.forEach((bit, size) => {
    const differing: number[] = [];
    for (let cell = 0; cell < pieces.length; cell += 1) {
      if (((previous.cellBits[cell]! ^ green.cellBits[cell]!) & bit) !== 0) differing.push(cell);
    }
    if (differing.length === 0) return;
    squaredCells[size] = squaredCells[size]!.slice();
    const reach = REACH_CELLS[size]!;
    for (const window of frame.joined(frame.windowsOf(differing, BLOCK_CELLS), reach)) measureDistances(green, size, frame.expanded(window, reach));
  });
  markWithinWalk(green);
  return green;
}

function markWithinWalk({ cellBits, squaredCells }: NearbyGreen): void {
  squaredCells.forEach((squared, size) => {
    const walk = WITHIN_WALK[size]!;
    const bit = CELL_BITS.reaches[size]!;
    for (let cell = 0; cell < cellBits.length; cell += 1) if (squared[cell]! <= walk) cellBits[cell]! |= bit;
  });
}

/** Measures distances in a window from all green that any walk reaches; what lies farther off is as good as nowhere. */
function measureDistances(green: NearbyGreen, size: number, window: CellWindow): void {
  const { frame, cellBits } = green;
  const bit = CELL_BITS.counts[size]!;
  const around = frame.expanded(window, REACH_CELLS[size]!);
  const columns = around.toColumn - around.fromColumn;
  const rows = around.toRow - around.fromRow;
  if (marked.length < columns * rows) marked = new Uint8Array(columns * rows);
  for (let row = 0, index = 0; row < rows; row += 1) {
    let cell = frame.cellIn(around.fromColumn, around.fromRow + row);
    for (let column = 0; column < columns; column += 1, index += 1, cell += 1) {
      marked[index] = cellBits[cell]! & bit;
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

/** A column or row that is farther from any cell than anyone walks. */
const FAR_OFF = -30_000;

/** Tells which cells have green of a size within its walk. */
export class WalkToGreen {
  private readonly green: NearbyGreen;
  private readonly size: number;
  /** Where such green was found last: near there it need not be looked for again. */
  private foundColumn = FAR_OFF;
  private foundRow = FAR_OFF;

  constructor(green: NearbyGreen, size: number) {
    this.green = green;
    this.size = size;
  }

  reaches(cell: number): boolean {
    const { green: { frame, cellBits, squaredCells }, size } = this;
    const bits = cellBits[cell]!;
    if ((bits & CELL_BITS.reaches[size]!) === 0) return false;
    if ((bits & CELL_BITS.nearTaken) === 0) return true;
    const walk = WITHIN_WALK[size]!;
    const row = Math.floor(cell / frame.columns);
    const across = cell - row * frame.columns - this.foundColumn;
    const along = row - this.foundRow;
    if (across * across + along * along <= walk) return true;
    const found = nearest[size]!.find(frame, cellBits, CELL_BITS.counts[size]!, cell, squaredCells[size]![cell]!, walk + 1);
    if (found < 0) return false;
    this.foundRow = Math.floor(found / frame.columns);
    this.foundColumn = found - this.foundRow * frame.columns;
    return true;
  }
}

/** Share of points `x0, y0, …` with green of each size within its walk. */
export function shareNearGreen(green: NearbyGreen, points: Float64Array): readonly [small: number, large: number] {
  const cells = green.frame.cellsOf(points);
  const { length } = cells;
  const share = (size: number): number => (length === 0 ? 0 : countReached(new WalkToGreen(green, size), cells) / length);
  return [share(0), share(1)];
}

function countReached(walk: WalkToGreen, cells: Int32Array): number {
  let count = 0;
  for (let index = 0; index < cells.length; index += 1) {
    const cell = cells[index]!;
    if (cell >= 0 && walk.reaches(cell)) count += 1;
  }
  return count;
}

/** Straight distances from points to green of each size, metres; infinite outside the data set, and beyond what any walk reaches. */
export function distancesToGreen({ frame, cellBits, squaredCells }: NearbyGreen, points: Float64Array): readonly Float64Array[] {
  return nearest.map((near, size) => {
    const metres = METRES[size]!;
    return Float64Array.from(frame.cellsOf(points), (cell) => {
      if (cell < 0) return Infinity;
      // What is taken only makes it longer.
      const found = near.find(frame, cellBits, CELL_BITS.counts[size]!, cell, squaredCells[size]![cell]!, near.beyond);
      return metres[found < 0 ? near.beyond : frame.squaredBetween(cell, found)]!;
    });
  });
}

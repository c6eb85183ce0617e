import { squaredDistanceTransform } from '../geometry/distanceTransform';
import { LatticeFrame, type CellWindow, type LatticeRaster } from '../geometry/latticeFrame';
import type { PlanarMultiPolygon } from '../geometry/shapes';
import { DETOUR_FACTOR, DRAWN_DETOUR_FACTOR, LATTICE_METRES, NEARBY_GREEN, SQUARE_METRES_PER_DAA } from '../method/parameters';
import type { GreenStructure } from './greenGroups';
import type { GreenAreas, Ground } from './ground';

const CELL_SQUARE_METRES = LATTICE_METRES * LATTICE_METRES;

/** For each size of `NEARBY_GREEN` the farthest that any draw of the detour factor lets a walk to it reach, in cells. */
const REACH_CELLS = NEARBY_GREEN.map(({ walkMetres }) => Math.ceil(walkMetres / DRAWN_DETOUR_FACTOR[0] / LATTICE_METRES + 1));

/**
 * Green as those who live near see it, on the lattice (method §5 B5). A lattice point is green when it lies in green
 * structure or Marka; its piece has the size that the overlay measures.
 */
export interface NearbyGreen {
  readonly frame: LatticeFrame;
  /** Piece of green of each lattice cell, -1 for none. */
  readonly pieces: Int32Array;
  /** Size of each piece, m². */
  readonly pieceAreas: Float64Array;
  /** For each size of `NEARBY_GREEN` the straight distance from each cell to such green, metres. */
  readonly distances: readonly Float32Array[];
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
  const distances = NEARBY_GREEN.map(() => new Float32Array(frame.cellCount).fill(Infinity));
  const green = { frame, pieces, pieceAreas, distances };
  NEARBY_GREEN.forEach((_, size) => measureDistances(green, size, frame.whole));
  return green;
}

/** Cells of an outline that are green in the data set. */
export function greenCells({ frame, pieces }: NearbyGreen, outline: PlanarMultiPolygon): Int32Array {
  const cells: number[] = [];
  frame.visitCells(outline, (cell) => {
    if (pieces[cell]! >= 0) cells.push(cell);
  });
  return Int32Array.from(cells);
}

/**
 * The green that is left when some cells of the data set's green are taken, worked out from `previous`, which is the
 * same green less other cells. A piece that is cut in two stays one piece, less what was taken of it.
 *
 * @param isTaken 1 for each cell that is taken.
 * @param changed cells in which `previous` may differ.
 */
export function nearbyGreenWithout(
  whole: NearbyGreen,
  previous: NearbyGreen,
  isTaken: Uint8Array,
  changed: readonly Int32Array[],
): NearbyGreen {
  const pieces = previous.pieces.slice();
  const pieceAreas = previous.pieceAreas.slice();
  const { frame } = whole;
  let isChanged = false;
  for (const cells of changed) {
    for (const cell of cells) {
      const piece = isTaken[cell] === 0 ? whole.pieces[cell]! : -1;
      const before = pieces[cell]!;
      if (piece === before) continue;
      isChanged = true;
      pieces[cell] = piece;
      if (piece < 0) pieceAreas[before]! -= CELL_SQUARE_METRES;
      else pieceAreas[piece]! += CELL_SQUARE_METRES;
    }
  }
  if (!isChanged) return previous;
  return withDistances({ frame, pieces, pieceAreas }, previous, (green, size) => changedWindows(green, previous, size, changed));
}

/**
 * Green with its distances, which differ from those of `previous` only around cells in which the green differs.
 *
 * @param windowsOf windows around the cells that are green of a size in one of the two and not in the other.
 */
export function withDistances(
  { frame, pieces, pieceAreas }: Omit<NearbyGreen, 'distances'>,
  previous: NearbyGreen,
  windowsOf: (green: NearbyGreen, size: number) => readonly CellWindow[],
): NearbyGreen {
  const distances = [...previous.distances];
  const green: NearbyGreen = { frame, pieces, pieceAreas, distances };
  NEARBY_GREEN.forEach((_, size) => {
    const windows = windowsOf(green, size);
    if (windows.length === 0) return;
    distances[size] = previous.distances[size]!.slice();
    const reach = REACH_CELLS[size]!;
    for (const window of frame.joined(windows, reach)) measureDistances(green, size, frame.expanded(window, reach));
  });
  return green;
}

/** For each piece, 1 when it is as large as a size of `NEARBY_GREEN` asks for. */
export function largePieces({ pieceAreas }: Pick<NearbyGreen, 'pieceAreas'>, size: number): Uint8Array {
  const minimum = NEARBY_GREEN[size]!.minimumDaa * SQUARE_METRES_PER_DAA;
  const isLarge = new Uint8Array(pieceAreas.length);
  for (let piece = 0; piece < isLarge.length; piece += 1) if (pieceAreas[piece]! >= minimum) isLarge[piece] = 1;
  return isLarge;
}

/**
 * Windows around the cells that are large green in one of two states and not in the other: found among `changed`, and in
 * pieces that came to be large or too small.
 */
function changedWindows(green: NearbyGreen, previous: NearbyGreen, size: number, changed: readonly Int32Array[]): readonly CellWindow[] {
  const { frame } = green;
  const wasLarge = largePieces(previous, size);
  const isLarge = largePieces(green, size);
  const windows = new Map<number, CellWindow>();
  const widen = (key: number, cell: number): void => {
    windows.set(key, frame.widened(windows.get(key) ?? null, cell));
  };
  const hasCrossed = isLarge.some((large, piece) => large !== wasLarge[piece]);
  const pieceCount = isLarge.length;
  changed.forEach((cells, index) => {
    for (const cell of cells) {
      const now = green.pieces[cell]!;
      const before = previous.pieces[cell]!;
      if (now !== before && ((now >= 0 && isLarge[now] === 1) || (before >= 0 && wasLarge[before] === 1))) widen(pieceCount + index, cell);
    }
  });
  for (let cell = hasCrossed ? 0 : green.pieces.length; cell < green.pieces.length; cell += 1) {
    const piece = green.pieces[cell]!;
    if (piece >= 0 && isLarge[piece] !== wasLarge[piece]) widen(piece, cell);
  }
  return [...windows.values()];
}

/** Measures distances in a window from all green that any walk reaches. */
function measureDistances(green: NearbyGreen, size: number, window: CellWindow): void {
  const { frame, pieces } = green;
  const around = frame.expanded(window, REACH_CELLS[size]!);
  const columns = around.toColumn - around.fromColumn;
  const rows = around.toRow - around.fromRow;
  const isLarge = largePieces(green, size);
  const marked = new Uint8Array(columns * rows);
  for (let row = 0, index = 0; row < rows; row += 1) {
    let cell = frame.cellIn(around.fromColumn, around.fromRow + row);
    for (let column = 0; column < columns; column += 1, index += 1, cell += 1) {
      const piece = pieces[cell]!;
      if (piece >= 0) marked[index] = isLarge[piece]!;
    }
  }
  const squaredAway = squaredDistanceTransform(marked, columns, rows);
  const distances = green.distances[size]!;
  for (let { fromRow: row } = window; row < window.toRow; row += 1) {
    const away = (row - around.fromRow) * columns - around.fromColumn;
    const start = frame.cellIn(0, row);
    for (let column = window.fromColumn; column < window.toColumn; column += 1) {
      // The edge of the green runs about half a cell this side of its outermost lattice point.
      distances[start + column] = Math.max(0, Math.sqrt(squaredAway[away + column]!) * LATTICE_METRES - LATTICE_METRES / 2);
    }
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
  const [smallDistances, largeDistances] = [green.distances[0]!, green.distances[1]!];
  const [smallWalk, largeWalk] = [NEARBY_GREEN[0].walkMetres, NEARBY_GREEN[1].walkMetres];
  let nearSmall = 0;
  let nearLarge = 0;
  let total = 0;
  for (let index = 0; index < cells.length; index += 1) {
    const weight = weights ? weights[index]! : 1;
    const cell = cells[index]!;
    total += weight;
    if (cell < 0) continue;
    if (smallDistances[cell]! * DETOUR_FACTOR <= smallWalk) nearSmall += weight;
    if (largeDistances[cell]! * DETOUR_FACTOR <= largeWalk) nearLarge += weight;
  }
  return total > 0 ? [nearSmall / total, nearLarge / total] : [0, 0];
}

/** Straight distances from points to green of each size, metres; infinite outside the data set. */
export function distancesToGreen(green: NearbyGreen, points: Float64Array): readonly Float64Array[] {
  return green.distances.map((metres) => {
    const distances = new Float64Array(points.length / 2);
    for (let index = 0; index < distances.length; index += 1) {
      const cell = green.frame.cellOf(points[2 * index]!, points[2 * index + 1]!);
      distances[index] = cell < 0 ? Infinity : metres[cell]!;
    }
    return distances;
  });
}

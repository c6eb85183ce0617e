import { multiPolygonBounds } from '../geometry/area';
import { expandBounds } from '../geometry/bounds';
import { squaredBoundsGap } from '../geometry/distance';
import type { CellWindow, LatticeRaster } from '../geometry/latticeFrame';
import type { PlanarMultiPolygon } from '../geometry/shapes';
import { LATTICE_METRES } from '../method/parameters';
import type { Ground } from './ground';
import { largePieces, withDistances, type NearbyGreen } from './nearbyGreen';

/** Cells that turn green next to each other are looked at together in blocks of so many columns and rows. */
const BLOCK_CELLS = 32;

/** Green that comes to what those who live near see. */
export interface AddedPieces {
  /** The new number of each old piece. */
  readonly pieceOf: ArrayLike<number>;
  /** Size of each piece as it is now, m². */
  readonly pieceAreas: Float64Array;
  readonly added: readonly { readonly piece: number; readonly polygons: PlanarMultiPolygon }[];
}

/** The green with more added to it: what was green stays, and farmland and lakes do. */
export function nearbyGreenWith(
  whole: NearbyGreen,
  { pieceOf, pieceAreas, added }: AddedPieces,
  ground: Pick<Ground, 'farmland' | 'lakes'>,
  land: LatticeRaster,
): NearbyGreen {
  const { frame } = whole;
  const pieces = new Int32Array(frame.cellCount);
  for (let cell = 0; cell < pieces.length; cell += 1) {
    const piece = whole.pieces[cell]!;
    pieces[cell] = piece < 0 ? -1 : pieceOf[piece]!;
  }
  for (const { piece, polygons } of added) {
    const spared = new Set<number>();
    for (const others of [ground.farmland, ground.lakes]) frame.visitCells(near(others, polygons), (cell) => spared.add(cell));
    frame.visitCells(polygons, (cell, column, row) => {
      if (whole.pieces[cell]! < 0 && land.at(column, row) !== 0 && !spared.has(cell)) pieces[cell] = piece;
    });
  }
  return withDistances({ frame, pieces, pieceAreas }, whole, (green, size) => changedWindows(whole, green, size));
}

/** Polygons that may share a cell with others. */
function near(polygons: PlanarMultiPolygon, others: PlanarMultiPolygon): PlanarMultiPolygon {
  const extent = multiPolygonBounds(others);
  if (!extent) return [];
  const around = expandBounds(extent, LATTICE_METRES);
  return polygons.filter((polygon) => {
    const bounds = multiPolygonBounds([polygon]);
    return bounds !== null && squaredBoundsGap(bounds, around) === 0;
  });
}

function changedWindows(before: NearbyGreen, after: NearbyGreen, size: number): readonly CellWindow[] {
  const { frame } = after;
  const wasLarge = largePieces(before, size);
  const isLarge = largePieces(after, size);
  const windows = new Map<number, CellWindow>();
  for (let cell = 0; cell < after.pieces.length; cell += 1) {
    const old = before.pieces[cell]!;
    const now = after.pieces[cell]!;
    const was = old >= 0 && wasLarge[old] === 1;
    const is = now >= 0 && isLarge[now] === 1;
    if (was === is) continue;
    const block = frame.blockOf(cell, BLOCK_CELLS);
    windows.set(block, frame.widened(windows.get(block) ?? null, cell));
  }
  return [...windows.values()];
}

import { multiPolygonBounds } from '../geometry/area';
import { expandBounds } from '../geometry/bounds';
import { squaredBoundsGap } from '../geometry/distance';
import type { LatticeRaster } from '../geometry/latticeFrame';
import type { PlanarMultiPolygon } from '../geometry/shapes';
import { LATTICE_METRES } from '../method/parameters';
import type { Ground } from './ground';
import { nearbyGreenInstead, type NearbyGreen } from './nearbyGreen';

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
  return nearbyGreenInstead(whole, pieces, pieceAreas);
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

/**
 * How a raster's cells lie in its coordinate system: `x = a·column + b·row + c`, `y = d·column + e·row + f`, where whole
 * columns and rows are the cells' corners and (0, 0) is the corner of the first cell.
 */
export type GridPlacement = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** World coordinates of a place in the grid. */
export function toWorld([a, b, c, d, e, f]: GridPlacement, column: number, row: number): readonly [x: number, y: number] {
  return [a * column + b * row + c, d * column + e * row + f];
}

/** The placement that leads from world coordinates to columns and rows; null where the cells have no area or no place. */
export function inverted([a, b, c, d, e, f]: GridPlacement): GridPlacement | null {
  const determinant = a * e - b * d;
  if (!Number.isFinite(determinant) || determinant === 0 || !Number.isFinite(c) || !Number.isFinite(f)) return null;
  const [inverseA, inverseB, inverseD, inverseE] = [e / determinant, -b / determinant, -d / determinant, a / determinant];
  return [inverseA, inverseB, -(inverseA * c + inverseB * f), inverseD, inverseE, -(inverseD * c + inverseE * f)];
}

/** What a file states of where its grid lies. */
export interface StatedPlacement {
  /** Sixteen numbers, row by row; null without. */
  readonly transformation: readonly number[] | null;
  /** Width and height of a cell; null without. */
  readonly pixelScale: readonly number[] | null;
  /** Column, row, – , x, y, – of one place; null without. */
  readonly tiepoint: readonly number[] | null;
  /** Stated places are the middles of cells, not their corners. */
  readonly isPixelPoint: boolean;
}

/**
 * Where the grid lies, by GeoTIFF 1.1, 7.3 (OGC 19-008r4): a transformation, or one tiepoint and the size of a cell.
 * Null where it is not stated or makes no sense.
 */
export function placementOf({ transformation, pixelScale, tiepoint, isPixelPoint }: StatedPlacement): GridPlacement | null {
  let placement: GridPlacement | null = null;
  if (transformation && transformation.length >= 8) {
    const [a = 0, b = 0, , c = 0, d = 0, e = 0, , f = 0] = transformation;
    placement = [a, b, c, d, e, f];
  } else if (pixelScale && tiepoint && pixelScale.length >= 2 && tiepoint.length >= 5) {
    const [wide = 0, high = 0] = pixelScale;
    const [column = 0, row = 0, , x = 0, y = 0] = tiepoint;
    placement = [wide, 0, x - column * wide, 0, -high, y + row * high];
  }
  if (!placement?.every(Number.isFinite) || !inverted(placement)) return null;
  if (!isPixelPoint) return placement;
  const [a, b, , d, e] = placement;
  const [c, f] = toWorld(placement, -0.5, -0.5);
  return [a, b, c, d, e, f];
}

import { toLonLat } from '../../geometry/projection';
import type { PlanarBounds } from '../../geometry/shapes';
import type { CoordinateSystem } from '../coordinateSystem';
import { inverted, type GridPlacement } from './gridPlacement';
import { lonLatInTile, type TileAddress } from './webMercatorTile';

/** Intervals along a side between which places are interpolated. */
const MESH = 16;

/** Where in a raster the nodes of a mesh over a picture lie. */
export interface PixelMesh {
  /** Column and row of the raster, `(MESH + 1)²` pairs. */
  readonly places: Float64Array;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** @param at longitude and latitude of a place in the picture, 0–1 from its left and its upper edge */
function meshOver(at: (across: number, down: number) => readonly [longitude: number, latitude: number], system: CoordinateSystem, placement: GridPlacement): PixelMesh {
  const inverse = inverted(placement);
  const places = new Float64Array(2 * (MESH + 1) * (MESH + 1));
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let node = 0; node < places.length / 2; node += 1) {
    const [x, y] = system.fromLonLat(...at((node % (MESH + 1)) / MESH, Math.floor(node / (MESH + 1)) / MESH));
    const across = inverse ? inverse[0] * x + inverse[1] * y + inverse[2] : Number.NaN;
    const down = inverse ? inverse[3] * x + inverse[4] * y + inverse[5] : Number.NaN;
    places[2 * node] = across;
    places[2 * node + 1] = down;
    left = Math.min(left, across);
    right = Math.max(right, across);
    top = Math.min(top, down);
    bottom = Math.max(bottom, down);
  }
  return { places, left, top, right, bottom };
}

/** Lays a mesh over a tile and finds its nodes in the raster. */
export function tileMesh(address: TileAddress, system: CoordinateSystem, placement: GridPlacement): PixelMesh {
  return meshOver((across, down) => lonLatInTile(address, across, down), system, placement);
}

/** Lays a mesh over a rectangle of the plane, EPSG:25832, and finds its nodes in the raster. */
export function planeMesh({ minX, minY, maxX, maxY }: PlanarBounds, system: CoordinateSystem, placement: GridPlacement): PixelMesh {
  return meshOver((across, down) => toLonLat({ x: minX + across * (maxX - minX), y: maxY - down * (maxY - minY) }), system, placement);
}

/**
 * Calls `visit` with every pixel of a square picture of `pixels` a side, and the column and row of the raster under its middle, bilinear
 * between the nodes of the mesh: a few centimetres off at most where the map is looked at closely.
 */
export function eachPixel({ places }: PixelMesh, pixels: number, visit: (pixel: number, column: number, row: number) => void): void {
  for (let line = 0; line < pixels; line += 1) {
    const high = ((line + 0.5) / pixels) * MESH;
    const meshRow = Math.min(MESH - 1, Math.floor(high));
    const down = high - meshRow;
    for (let across = 0; across < pixels; across += 1) {
      const wide = ((across + 0.5) / pixels) * MESH;
      const meshColumn = Math.min(MESH - 1, Math.floor(wide));
      const along = wide - meshColumn;
      const upper = 2 * (meshRow * (MESH + 1) + meshColumn);
      const lower = upper + 2 * (MESH + 1);
      const [nw, ne, sw, se] = [(1 - along) * (1 - down), along * (1 - down), (1 - along) * down, along * down];
      visit(
        line * pixels + across,
        nw * places[upper]! + ne * places[upper + 2]! + sw * places[lower]! + se * places[lower + 2]!,
        nw * places[upper + 1]! + ne * places[upper + 3]! + sw * places[lower + 1]! + se * places[lower + 3]!,
      );
    }
  }
}

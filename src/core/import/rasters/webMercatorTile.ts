import type { CoordinateSystem } from '../coordinateSystem';
import { inverted, type GridPlacement } from './gridPlacement';

/** A square of the map, as web maps number them. */
export interface TileAddress {
  readonly zoom: number;
  readonly column: number;
  readonly row: number;
}

/** Intervals along a tile's side between which places are interpolated. */
const MESH = 16;

/** Longitude and latitude of a place in Web Mercator, the whole world from 0 to 1. */
function lonLatAt(x: number, y: number): readonly [longitude: number, latitude: number] {
  return [360 * x - 180, (360 / Math.PI) * Math.atan(Math.exp(Math.PI * (1 - 2 * y))) - 90];
}

/** Where in a raster the nodes of a mesh over a tile lie. */
export interface TileMesh {
  /** Column and row of the raster, `(MESH + 1)²` pairs. */
  readonly places: Float64Array;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Lays a mesh over a tile and finds its nodes in the raster. */
export function tileMesh({ zoom, column, row }: TileAddress, system: CoordinateSystem, placement: GridPlacement): TileMesh {
  const inverse = inverted(placement);
  const places = new Float64Array(2 * (MESH + 1) * (MESH + 1));
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  const tiles = 2 ** zoom;
  for (let node = 0; node < places.length / 2; node += 1) {
    const [longitude, latitude] = lonLatAt((column + (node % (MESH + 1)) / MESH) / tiles, (row + Math.floor(node / (MESH + 1)) / MESH) / tiles);
    const [x, y] = system.fromLonLat(longitude, latitude);
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

/**
 * Calls `visit` with every pixel of a tile of `pixels` a side, and the column and row of the raster under its middle, bilinear
 * between the nodes of the mesh: a few centimetres off at most where the map is looked at closely.
 */
export function eachPixel({ places }: TileMesh, pixels: number, visit: (pixel: number, column: number, row: number) => void): void {
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

/** A square of the map, as web maps number them. */
export interface TileAddress {
  readonly zoom: number;
  readonly column: number;
  readonly row: number;
}

/** Longitude and latitude of a place in a tile, 0–1 from its left and its upper edge. */
export function lonLatInTile({ zoom, column, row }: TileAddress, across: number, down: number): readonly [longitude: number, latitude: number] {
  const [x, y] = [(column + across) / 2 ** zoom, (row + down) / 2 ** zoom];
  return [360 * x - 180, (360 / Math.PI) * Math.atan(Math.exp(Math.PI * (1 - 2 * y))) - 90];
}

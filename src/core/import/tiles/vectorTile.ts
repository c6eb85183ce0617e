import { PbfWriter } from 'pbf';

/** Units along the side of a tile. */
export const TILE_EXTENT = 4096;

/** The one layer of each tile. */
export const TILE_LAYER = 'own';

const GEOMETRY_TYPES = { point: 1, line: 2, polygon: 3 } as const;
const COMMANDS = { moveTo: 1, lineTo: 2, closePath: 7 } as const;

/** Field 3 of the tile, a message. */
const LAYER_FIELD = (3 << 3) | 2;

const KEYS = ['id', 'name'] as const;

function zigzag(value: number): number {
  return (value << 1) ^ (value >> 31);
}

function repeated(command: number, count: number): number {
  return (count << 3) | command;
}

/**
 * Writes a vector tile (Mapbox Vector Tile Specification 2.1) of one layer, whose features have an identifier and maybe a name.
 * Coordinates are whole tile units.
 */
export class VectorTileWriter {
  readonly #features = new PbfWriter();
  readonly #values: string[] = [];
  readonly #places = new Map<string, number>();
  #count = 0;

  /** Features so far. */
  get count(): number {
    return this.#count;
  }

  /** Adds a feature: rings, lines or points, each `x0, y0, x1, y1, …`; rings are open. */
  add(kind: keyof typeof GEOMETRY_TYPES, id: string, name: string | null, paths: readonly (readonly number[])[]): void {
    const geometry: number[] = [];
    let [x, y] = [0, 0];
    for (const path of paths) {
      for (let index = 0; index + 1 < path.length; index += 2) {
        if (index === 0) geometry.push(repeated(COMMANDS.moveTo, 1));
        if (index === 2) geometry.push(repeated(COMMANDS.lineTo, path.length / 2 - 1));
        geometry.push(zigzag(path[index]! - x), zigzag(path[index + 1]! - y));
        [x, y] = [path[index]!, path[index + 1]!];
      }
      if (kind === 'polygon') geometry.push(repeated(COMMANDS.closePath, 1));
    }
    const tags = [0, this.#place(id), ...(name === null ? [] : [1, this.#place(name)])];
    this.#features.writeMessage(
      2,
      (_none, feature) => {
        feature.writePackedVarint(2, tags);
        feature.writeVarintField(3, GEOMETRY_TYPES[kind]);
        feature.writePackedVarint(4, geometry);
      },
      null,
    );
    this.#count += 1;
  }

  finish(): Uint8Array<ArrayBuffer> {
    const features = this.#features.finish();
    const layer = new PbfWriter();
    layer.writeVarintField(15, 2);
    layer.writeStringField(1, TILE_LAYER);
    for (const key of KEYS) layer.writeStringField(3, key);
    for (const value of this.#values) layer.writeMessage(4, (text: string, written) => written.writeStringField(1, text), value);
    layer.writeVarintField(5, TILE_EXTENT);
    const rest = layer.finish();
    const frame = new PbfWriter();
    frame.writeVarint(LAYER_FIELD);
    frame.writeVarint(features.length + rest.length);
    const head = frame.finish();
    const tile = new Uint8Array(head.length + features.length + rest.length);
    tile.set(head);
    tile.set(features, head.length);
    tile.set(rest, head.length + features.length);
    return tile;
  }

  #place(value: string): number {
    const known = this.#places.get(value) ?? this.#values.length;
    if (known === this.#values.length) {
      this.#values.push(value);
      this.#places.set(value, known);
    }
    return known;
  }
}

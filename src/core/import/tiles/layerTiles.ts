import Flatbush from 'flatbush';
import type { ImportRole } from '../assignment';
import { shapesInRole } from '../assignment';
import { valueAt, type AttributeColumn } from '../attributeTable';
import { FEATURE_PREFIXES } from '../featurePrefixes';
import { kindAt, partRange, pathRange, shapeRange, vertexRange } from '../packedShapes';
import type { TileAddress } from '../rasters/webMercatorTile';
import { NAMING_ATTRIBUTES, type DrawnLayer, type DrawnShapes, type MercatorPlaces } from './drawnLayer';
import { clippedLine, clippedRing, type TileSquare } from './tileClip';
import { TILE_EXTENT, VectorTileWriter } from './vectorTile';

/** What lies so far beyond a tile's border is drawn with it, so that outlines do not end there; tile units. */
const BUFFER = 160;
const SQUARE: TileSquare = { low: -BUFFER, high: TILE_EXTENT + BUFFER };

/** Vertices nearer to the last one are left out: half a pixel of a tile drawn at 512 pixels. */
const NEAREST = 4;

/** A polygon of less area, in square tile units, is a speck: specks are drawn one for several, as large as all of them. */
const SPECK_AREA = 128;

function areaOf(path: readonly number[]): number {
  let doubled = 0;
  for (let index = 0; index < path.length; index += 2) {
    const next = index + 2 < path.length ? index + 2 : 0;
    doubled += path[index]! * path[next + 1]! - path[next]! * path[index + 1]!;
  }
  return doubled / 2;
}

/** The shapes of a layer in one role, cut into vector tiles as they are asked for. */
export class LayerTiles {
  readonly #shapes: DrawnShapes['shapes'];
  readonly #naming: AttributeColumn | null;
  readonly #chosen: Uint32Array;
  readonly #places: MercatorPlaces;
  readonly #index: Flatbush | null;
  /** Of each chosen shape, the number of its first feature among those of its kind. */
  readonly #numbers: Uint32Array;

  constructor({ layer, assignment }: Pick<DrawnLayer, 'layer' | 'assignment'>, role: ImportRole, places: MercatorPlaces) {
    this.#shapes = layer.shapes;
    this.#naming = layer.attributes.columns.find(({ name }) => NAMING_ATTRIBUTES.includes(name)) ?? null;
    this.#chosen = shapesInRole(layer, assignment, role);
    this.#places = places;
    const { offsets } = places;
    this.#numbers = new Uint32Array(this.#chosen.length);
    this.#index = this.#chosen.length > 0 ? new Flatbush(this.#chosen.length, undefined, Float32Array) : null;
    const counts = { polygon: 0, line: 0, point: 0 };
    this.#chosen.forEach((shape, place) => {
      const kind = kindAt(this.#shapes, shape);
      this.#numbers[place] = counts[kind];
      counts[kind] += this.#featuresOf(shape);
      const [first, end] = vertexRange(this.#shapes, shape);
      let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
      for (let vertex = first; vertex < end; vertex += 1) {
        const [x, y] = [offsets[2 * vertex]!, offsets[2 * vertex + 1]!];
        if (x < minX) minX = x;
        if (x > maxX) maxX = x;
        if (y < minY) minY = y;
        if (y > maxY) maxY = y;
      }
      this.#index?.add(minX, minY, maxX, maxY);
    });
    this.#index?.finish();
  }

  /** A vector tile; null where the layer has nothing. Features have the identifiers that the data set's lists give them. */
  tile({ zoom, column, row }: TileAddress): Uint8Array<ArrayBuffer> | null {
    if (!this.#index) return null;
    const tiles = 2 ** zoom;
    const margin = BUFFER / TILE_EXTENT;
    const { originX, originY } = this.#places;
    const found = this.#index.search(
      (column - margin) / tiles - originX,
      (row - margin) / tiles - originY,
      (column + 1 + margin) / tiles - originX,
      (row + 1 + margin) / tiles - originY,
    );
    found.sort((one, other) => one - other);
    const writer = new VectorTileWriter();
    const scale = TILE_EXTENT * tiles;
    const [left, top] = [column * TILE_EXTENT - originX * scale, row * TILE_EXTENT - originY * scale];
    let specks = 0;
    for (const place of found) {
      const shape = this.#chosen[place]!;
      const first = this.#numbers[place]!;
      const value = this.#naming ? valueAt(this.#naming, this.#shapes.rows[shape] ?? 0) : null;
      const name = typeof value === 'string' && value !== '' ? value : null;
      const kind = kindAt(this.#shapes, shape);
      if (kind === 'polygon') {
        const area = this.#area(shape) * scale ** 2;
        const id = `${FEATURE_PREFIXES.polygon}${first}`;
        if (area >= SPECK_AREA) {
          const rings = this.#rings(shape, scale, left, top);
          if (rings.length > 0) writer.add('polygon', id, name, rings);
          continue;
        }
        specks += area;
        if (specks < SPECK_AREA) continue;
        specks -= SPECK_AREA;
        writer.add('polygon', id, name, [this.#speck(shape, scale, left, top)]);
      } else if (kind === 'line') this.#addLines(writer, shape, first, name, scale, left, top);
      else this.#addPoints(writer, shape, first, name, scale, left, top);
    }
    return writer.count > 0 ? writer.finish() : null;
  }

  /** Lines and points are features one by one; a polygon with all its parts is one. */
  #featuresOf(shape: number): number {
    const kind = kindAt(this.#shapes, shape);
    const [firstPart, endPart] = shapeRange(this.#shapes, shape);
    if (kind === 'polygon') return 1;
    const firstPath = this.#shapes.partStarts[firstPart] ?? 0;
    const endPath = this.#shapes.partStarts[endPart] ?? 0;
    if (kind === 'line') return endPath - firstPath;
    const [first, end] = vertexRange(this.#shapes, shape);
    return end - first;
  }

  #eachPath(shape: number, visit: (path: number) => void): void {
    const [firstPart, endPart] = shapeRange(this.#shapes, shape);
    for (let part = firstPart; part < endPart; part += 1) {
      const [firstPath, endPath] = partRange(this.#shapes, part);
      for (let path = firstPath; path < endPath; path += 1) visit(path);
    }
  }

  /** A path in whole tile units, without vertices that lie within half a pixel of the last. */
  #path(path: number, isRing: boolean, scale: number, left: number, top: number): number[] {
    const [first, end] = pathRange(this.#shapes, path);
    const drawn: number[] = [];
    const last = isRing ? end - 1 : end;
    for (let vertex = first; vertex < last; vertex += 1) {
      const x = Math.round(this.#places.offsets[2 * vertex]! * scale - left);
      const y = Math.round(this.#places.offsets[2 * vertex + 1]! * scale - top);
      const count = drawn.length;
      const isEnd = vertex === first || (!isRing && vertex === last - 1);
      if (!isEnd && Math.abs(x - drawn[count - 2]!) < NEAREST && Math.abs(y - drawn[count - 1]!) < NEAREST) continue;
      if (x === drawn[count - 2] && y === drawn[count - 1]) continue;
      drawn.push(x, y);
    }
    return drawn;
  }

  /** In Web Mercator, the world being 1; holes taken away. */
  #area(shape: number): number {
    let area = 0;
    const [firstPart, endPart] = shapeRange(this.#shapes, shape);
    for (let part = firstPart; part < endPart; part += 1) {
      const [firstPath, endPath] = partRange(this.#shapes, part);
      for (let path = firstPath; path < endPath; path += 1) {
        const [first, end] = pathRange(this.#shapes, path);
        const [originX, originY] = [this.#places.offsets[2 * first]!, this.#places.offsets[2 * first + 1]!];
        let doubled = 0;
        for (let vertex = first; vertex + 1 < end; vertex += 1) {
          const [ax, ay] = [this.#places.offsets[2 * vertex]! - originX, this.#places.offsets[2 * vertex + 1]! - originY];
          const [bx, by] = [this.#places.offsets[2 * vertex + 2]! - originX, this.#places.offsets[2 * vertex + 3]! - originY];
          doubled += ax * by - bx * ay;
        }
        area += (path === firstPath ? 1 : -1) * Math.abs(doubled / 2);
      }
    }
    return area;
  }

  #rings(shape: number, scale: number, left: number, top: number): readonly (readonly number[])[] {
    const rings: (readonly number[])[] = [];
    const [firstPart, endPart] = shapeRange(this.#shapes, shape);
    for (let part = firstPart; part < endPart; part += 1) {
      const [firstPath, endPath] = partRange(this.#shapes, part);
      for (let path = firstPath; path < endPath; path += 1) {
        const ring = this.#path(path, true, scale, left, top);
        const cut = ring.length >= 6 ? clippedRing(ring, SQUARE).map(Math.round) : [];
        const isSeen = cut.length >= 6 && areaOf(cut) !== 0;
        // Holes of an exterior that is out of sight are so too.
        if (path === firstPath && !isSeen) break;
        if (isSeen) rings.push(cut);
      }
    }
    return rings;
  }

  /** A square of the least area where a shape begins. */
  #speck(shape: number, scale: number, left: number, top: number): readonly number[] {
    const [first] = vertexRange(this.#shapes, shape);
    const x = Math.round(this.#places.offsets[2 * first]! * scale - left);
    const y = Math.round(this.#places.offsets[2 * first + 1]! * scale - top);
    const side = Math.round(Math.sqrt(SPECK_AREA));
    return [x, y, x, y + side, x + side, y + side, x + side, y];
  }

  #addLines(writer: VectorTileWriter, shape: number, first: number, name: string | null, scale: number, left: number, top: number): void {
    let number = first;
    this.#eachPath(shape, (path) => {
      const id = `${FEATURE_PREFIXES.line}${number}`;
      number += 1;
      const stretches = clippedLine(this.#path(path, false, scale, left, top), SQUARE).filter((stretch) => stretch.length >= 4);
      if (stretches.length > 0) writer.add('line', id, name, stretches);
    });
  }

  #addPoints(writer: VectorTileWriter, shape: number, first: number, name: string | null, scale: number, left: number, top: number): void {
    let number = first;
    this.#eachPath(shape, (path) => {
      const [start, end] = pathRange(this.#shapes, path);
      for (let vertex = start; vertex < end; vertex += 1, number += 1) {
        const x = Math.round(this.#places.offsets[2 * vertex]! * scale - left);
        const y = Math.round(this.#places.offsets[2 * vertex + 1]! * scale - top);
        const isSeen = Math.min(x, y) >= SQUARE.low && Math.max(x, y) <= SQUARE.high;
        if (isSeen) writer.add('point', `${FEATURE_PREFIXES.point}${number}`, name, [[x, y]]);
      }
    });
  }
}

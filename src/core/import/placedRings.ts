import { projectPosition } from '../geometry/projection';
import type { PlanarMultiPolygon } from '../geometry/shapes';
import { MEASURED_SYSTEM, type CoordinateSystem } from './coordinateSystem';
import { partRange, pathRange, shapeRange, vertexRange, type PackedShapes } from './packedShapes';

/** A road area of a whole municipality is some seventy times as long as its rectangle's diagonal. */
const MOST_CROSSINGS_OF_RECTANGLE = 500;


/** Reads paths of a file's layer as positions on the earth and in the plane; what is not a number is so in both. */
export class PlacedRings {
  readonly #shapes: PackedShapes;
  readonly #system: CoordinateSystem;
  readonly #isSwapped: boolean;
  /** Whether the file's own coordinates are those that all measuring is done in. */
  readonly #isMeasured: boolean;
  /** Rings of the shape at hand, `#used` numbers of them. */
  #degrees = new Float64Array();
  #planar = new Float64Array();
  #used = 0;

  constructor(shapes: PackedShapes, system: CoordinateSystem, isSwapped: boolean) {
    this.#shapes = shapes;
    this.#system = system;
    this.#isSwapped = isSwapped;
    this.#isMeasured = system.id === MEASURED_SYSTEM;
  }

  /** Longitudes and latitudes of vertices from `first` to before `end`. Good until the next thing is read. */
  positionsIn(first: number, end: number): Float64Array {
    this.#makeRoom(end - first);
    const positions = this.#degrees.subarray(0, 2 * (end - first));
    for (let vertex = first; vertex < end; vertex += 1) this.#writeLonLat(vertex, positions, 2 * (vertex - first));
    return positions;
  }

  /** Open rings of a polygon in degrees and in the plane, EPSG:25832, as they come. Good until the next thing is read. */
  outline(shape: number): { readonly degrees: readonly (readonly Float64Array[])[]; readonly planar: PlanarMultiPolygon } {
    const [first, end] = vertexRange(this.#shapes, shape);
    this.#makeRoom(end - first);
    this.#used = 0;
    const [firstPart, endPart] = shapeRange(this.#shapes, shape);
    const degrees: Float64Array[][] = [];
    const planar: Float64Array[][] = [];
    for (let part = firstPart; part < endPart; part += 1) {
      const [firstPath, endPath] = partRange(this.#shapes, part);
      const [partDegrees, partPlanar]: [Float64Array[], Float64Array[]] = [[], []];
      for (let path = firstPath; path < endPath; path += 1) {
        const start = this.#used;
        this.#readRing(path);
        partDegrees.push(this.#degrees.subarray(start, this.#used));
        partPlanar.push(this.#planar.subarray(start, this.#used));
      }
      degrees.push(partDegrees);
      planar.push(partPlanar);
    }
    return { degrees, planar };
  }

  #makeRoom(vertices: number): void {
    if (this.#degrees.length >= 2 * vertices) return;
    this.#degrees = new Float64Array(4 * vertices);
    this.#planar = new Float64Array(4 * vertices);
  }

  #readRing(path: number): void {
    const { coordinates } = this.#shapes;
    const [first, end] = pathRange(this.#shapes, path);
    const isClosed =
      end - first > 1 &&
      coordinates[2 * first] === coordinates[2 * end - 2] &&
      coordinates[2 * first + 1] === coordinates[2 * end - 1];
    const [degrees, planar] = [this.#degrees, this.#planar];
    const east = this.#isSwapped ? 1 : 0;
    for (let vertex = first; vertex < (isClosed ? end - 1 : end); vertex += 1) {
      const at = this.#used;
      this.#used += 2;
      this.#writeLonLat(vertex, degrees, at);
      if (Number.isFinite(degrees[at]) && Number.isFinite(degrees[at + 1])) {
        if (this.#isMeasured) {
          planar[at] = coordinates[2 * vertex + east]!;
          planar[at + 1] = coordinates[2 * vertex + 1 - east]!;
        } else projectPosition(degrees[at]!, degrees[at + 1]!, planar, at);
      } else {
        planar[at] = Number.NaN;
        planar[at + 1] = Number.NaN;
      }
    }
  }

  #writeLonLat(vertex: number, degrees: Float64Array, index: number): void {
    const first = this.#shapes.coordinates[2 * vertex]!;
    const second = this.#shapes.coordinates[2 * vertex + 1]!;
    if (!Number.isFinite(first) || !Number.isFinite(second)) {
      degrees[index] = Number.NaN;
      degrees[index + 1] = Number.NaN;
    } else if (this.#isSwapped) this.#system.writeLonLat(second, first, degrees, index);
    else this.#system.writeLonLat(first, second, degrees, index);
  }
}

/**
 * Whether a ring runs back and forth across its own rectangle more often than any shape on a map: mending it would take as long as
 * the square of its vertices, and mean nothing.
 */
export function isTangled(ring: Float64Array): boolean {
  let [length, left, low, right, high] = [0, Infinity, Infinity, -Infinity, -Infinity];
  for (let index = 0; index + 1 < ring.length; index += 2) {
    const [x, y] = [ring[index]!, ring[index + 1]!];
    if (index > 0) length += Math.sqrt((x - ring[index - 2]!) ** 2 + (y - ring[index - 1]!) ** 2);
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < low) low = y;
    if (y > high) high = y;
  }
  return length > MOST_CROSSINGS_OF_RECTANGLE * Math.hypot(right - left, high - low);
}

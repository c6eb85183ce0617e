import type { LonLat } from '../../geometry/shapes';
import type { Assignment } from '../assignment';
import type { AttributeTable } from '../attributeTable';
import type { PackedShapes } from '../packedShapes';
import type { TakenLayer } from '../takenLayer';

/** What drawing a taken layer takes of it: fewer attributes, and coordinates in half the room, to a few millimetres within a county. */
export interface DrawnLayer {
  readonly id: string;
  readonly assignment: Assignment;
  readonly layer: DrawnShapes;
  /** Longitude and latitude that `offsets` are from. */
  readonly origin: LonLat;
  /** Degrees east and north of the origin, as `PackedShapes` has its coordinates. */
  readonly offsets: Float32Array<ArrayBuffer>;
}

/** Shapes without their coordinates, and attributes. */
export interface DrawnShapes {
  readonly shapes: Omit<PackedShapes, 'coordinates'>;
  readonly attributes: AttributeTable;
}

/** Places in Web Mercator, the world being 1, from a point in it. */
export interface MercatorPlaces {
  readonly originX: number;
  readonly originY: number;
  /** East and south of the origin, as `PackedShapes` has its coordinates. */
  readonly offsets: Float32Array;
}

/** Attributes that features are named by, where a layer has them. */
export const NAMING_ATTRIBUTES: readonly string[] = ['name', 'navn'];

/** Latitudes that Web Mercator shows. */
const MOST_LATITUDE = 85;

/** What drawing takes of a layer. Arrays but for the coordinates are those of the layer. */
export function drawnLayer({ id, assignment, layer: { shapes, attributes } }: Pick<TakenLayer, 'id' | 'assignment' | 'layer'>): DrawnLayer {
  const { coordinates, ...rest } = shapes;
  const [west = 0, south = 0] = coordinates;
  const origin: LonLat = [west, south];
  const offsets = new Float32Array(coordinates.length);
  offsetInto(offsets, 0, coordinates, origin);
  return { id, assignment, layer: { shapes: rest, attributes: drawnAttributes(attributes, assignment) }, origin, offsets };
}

/** Writes a stretch of a layer's coordinates, which begin at a place among all of them, as offsets from its origin. */
export function offsetInto(offsets: Float32Array, start: number, coordinates: Float64Array, [west, south]: LonLat): void {
  for (let index = 0; index + 1 < coordinates.length; index += 2) {
    offsets[start + index] = coordinates[index]! - west;
    offsets[start + index + 1] = coordinates[index + 1]! - south;
  }
}

/** The attributes that drawing asks for. */
export function drawnAttributes(attributes: AttributeTable, assignment: Assignment): AttributeTable {
  const columns = attributes.columns.filter(({ name }) => name === assignment.attribute || NAMING_ATTRIBUTES.includes(name));
  return { ...attributes, columns };
}

/** Coordinates as every role's tiles of a layer share them, in the array of its offsets, which are given up. */
export function mercatorPlaces({ origin: [west, south], offsets }: Pick<DrawnLayer, 'origin' | 'offsets'>): MercatorPlaces {
  const originX = acrossOf(west);
  const originY = downOf(south);
  for (let index = 0; index + 1 < offsets.length; index += 2) {
    offsets[index] = acrossOf(west + offsets[index]!) - originX;
    offsets[index + 1] = downOf(south + offsets[index + 1]!) - originY;
  }
  return { originX, originY, offsets };
}

function acrossOf(longitude: number): number {
  return longitude / 360 + 0.5;
}

function downOf(latitude: number): number {
  const sine = Math.sin((Math.min(MOST_LATITUDE, Math.max(-MOST_LATITUDE, latitude)) * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

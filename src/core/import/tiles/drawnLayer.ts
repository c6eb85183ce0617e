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
  const offsets = new Float32Array(coordinates.length);
  for (let index = 0; index + 1 < offsets.length; index += 2) {
    offsets[index] = coordinates[index]! - west;
    offsets[index + 1] = coordinates[index + 1]! - south;
  }
  const columns = attributes.columns.filter(({ name }) => name === assignment.attribute || NAMING_ATTRIBUTES.includes(name));
  return { id, assignment, layer: { shapes: rest, attributes: { ...attributes, columns } }, origin: [west, south], offsets };
}

/** Coordinates as every role's tiles of a layer share them. */
export function mercatorPlaces({ origin: [west, south], offsets }: Pick<DrawnLayer, 'origin' | 'offsets'>): MercatorPlaces {
  const originX = acrossOf(west);
  const originY = downOf(south);
  const placed = new Float32Array(offsets.length);
  for (let index = 0; index + 1 < placed.length; index += 2) {
    placed[index] = acrossOf(west + offsets[index]!) - originX;
    placed[index + 1] = downOf(south + offsets[index + 1]!) - originY;
  }
  return { originX, originY, offsets: placed };
}

function acrossOf(longitude: number): number {
  return longitude / 360 + 0.5;
}

function downOf(latitude: number): number {
  const sine = Math.sin((Math.min(MOST_LATITUDE, Math.max(-MOST_LATITUDE, latitude)) * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

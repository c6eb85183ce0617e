import type { AttributeTable } from './attributeTable';
import type { PlacedSystem, SystemId } from './coordinateSystem';
import type { PackedShapes } from './packedShapes';
import type { Counted } from './tally';

export const FILE_FORMATS = [
  'geojson',
  'overpass',
  'osmPbf',
  'csv',
  'sosi',
  'shapefile',
  'flatgeobuf',
  'geopackage',
  'gdal',
] as const;

export type FileFormat = (typeof FILE_FORMATS)[number];

/** A layer as a file has it: its own coordinates, in its own order. */
export interface RawLayer {
  readonly name: string;
  readonly format: FileFormat;
  readonly shapes: PackedShapes;
  readonly attributes: AttributeTable;
  /** The coordinate system that the file states; `system` is null where it is one that we do not know. */
  readonly declared: { readonly system: SystemId | null; readonly text: string } | null;
  /** Objects in the file, also those that could not be read. */
  readonly objectCount: number;
  /** Objects that could not be read, by reason. */
  readonly dropped: readonly Counted[];
  /** Norwegian. */
  readonly notes: readonly string[];
}

/** What became of a file's layer, for the user to read before taking it in. */
export interface ImportSummary {
  readonly objectCount: number;
  readonly polygons: number;
  readonly lines: number;
  readonly points: number;
  /** Of all polygons after mending. */
  readonly areaDaa: number;
  readonly system: PlacedSystem;
  /** What was mended, Norwegian. */
  readonly repaired: readonly Counted[];
  /** Objects that are not taken in, and why, Norwegian. */
  readonly dropped: readonly Counted[];
  /** Norwegian. */
  readonly notes: readonly string[];
}

/** A layer that can be taken in: WGS84, closed rings, exteriors counter-clockwise, holes clockwise, valid. */
export interface ImportedLayer {
  readonly name: string;
  readonly format: FileFormat;
  readonly shapes: PackedShapes;
  readonly attributes: AttributeTable;
  /** Of each shape, m²; 0 for lines and points. */
  readonly areas: Float64Array<ArrayBuffer>;
  readonly summary: ImportSummary;
}

/** Longitude and latitude of a rectangle, degrees. */
export interface LonLatBox {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

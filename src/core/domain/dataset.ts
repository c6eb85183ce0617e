import type {
  LonLat,
  LonLatLine,
  LonLatMultiPolygon,
  PlanarMultiPolygon,
} from '../geometry/shapes';
import type { LayerDescription, LayerRole } from './catalogue';
import type { DefaultArea } from './developmentArea';
import type { PlaceParameters } from './parameters';
import type { Station } from './station';
import type { Town } from './town';

export type FeatureProperties = Readonly<Record<string, string | number | boolean | null>>;

export interface PolygonFeature {
  readonly outline: LonLatMultiPolygon;
  /** The outline in EPSG:25832, valid, where it is had without the outline being made. */
  readonly planar?: PlanarMultiPolygon;
  readonly properties: FeatureProperties;
}

export interface LineFeature {
  readonly line: LonLatLine;
  readonly properties: FeatureProperties;
}

export interface PointFeature {
  readonly position: LonLat;
  readonly properties: FeatureProperties;
}

export type FeatureKind = 'polygons' | 'lines' | 'points';

/** A validated layer with its description. A layer may hold polygons, lines and points. */
export interface Layer {
  readonly description: LayerDescription;
  readonly polygons: readonly PolygonFeature[];
  readonly lines: readonly LineFeature[];
  readonly points: readonly PointFeature[];
  /** True for a layer of so many shapes that the map is given it as a text made elsewhere. */
  readonly drawnApart?: boolean;
  /** Its features where they are told without their lists, which take time and room to make. */
  readonly packed?: PackedList;
}

/** What a layer of very many features tells of them one by one. */
interface PackedList {
  readonly counts: Readonly<Record<FeatureKind, number>>;
  /** Attributes of a feature by its place in its list; undefined where there is none. */
  readonly propertiesAt: (kind: FeatureKind, index: number) => FeatureProperties | undefined;
}

/** How many features of a kind a layer holds. */
export function featureCount(layer: Pick<Layer, FeatureKind | 'packed'>, kind: FeatureKind): number {
  return layer.packed?.counts[kind] ?? layer[kind].length;
}

/** Attributes of one feature of a layer; undefined where there is none. */
export function propertiesAt(layer: Pick<Layer, FeatureKind | 'packed'>, kind: FeatureKind, index: number): FeatureProperties | undefined {
  return layer.packed ? layer.packed.propertiesAt(kind, index) : layer[kind][index]?.properties;
}

/** Residents of one square of the national statistics grid (EPSG:25833). */
export interface PopulationCell {
  /** South-west corner in EPSG:25833, metres. */
  readonly eastMetres: number;
  readonly northMetres: number;
  readonly sizeMetres: number;
  /** Residents inside the municipality. */
  readonly residents: number;
}

/** Everything known of one place, validated. */
export interface Dataset {
  /** Hash of the files it was read from, so that a result can name its ground. */
  readonly hash: string;
  readonly parameters: PlaceParameters;
  readonly layers: readonly Layer[];
  /** What was wrong with layers that could not be read, in Norwegian. */
  readonly problems: readonly string[];
  readonly stations: readonly Station[];
  readonly towns: readonly Town[];
  readonly defaultAreas: readonly DefaultArea[];
  readonly population: readonly PopulationCell[];
}

/** The layers that fill a role; none when the data set lacks it. */
export function layersOf(dataset: Pick<Dataset, 'layers'>, role: LayerRole): readonly Layer[] {
  return dataset.layers.filter((layer) => layer.description.role === role);
}

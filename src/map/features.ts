import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';
import type { LonLat, LonLatLine, LonLatMultiPolygon } from '../core/geometry/shapes';

/** Feature of a map source. `id` is what feature state hangs on. */
export type MapFeature = Feature<Geometry, { readonly id: string } & Readonly<Record<string, string | number | boolean>>>;

export type MapFeatures = FeatureCollection<Geometry, MapFeature['properties']>;

const position = ([longitude, latitude]: LonLat): Position => [longitude, latitude];

type Extra = Readonly<Record<string, string | number | boolean>>;

/** Polygons as a feature of a map source. */
export function polygonFeature(id: string, polygons: LonLatMultiPolygon, extra: Extra = {}): MapFeature {
  return {
    type: 'Feature',
    properties: { ...extra, id },
    geometry: {
      type: 'MultiPolygon',
      coordinates: polygons.map((polygon) => polygon.map((ring) => ring.map(position))),
    },
  };
}

/** A line as a feature of a map source. */
export function lineFeature(id: string, line: LonLatLine, extra: Extra = {}): MapFeature {
  return { type: 'Feature', properties: { ...extra, id }, geometry: { type: 'LineString', coordinates: line.map(position) } };
}

/** A point as a feature of a map source. */
export function pointFeature(id: string, at: LonLat, extra: Extra = {}): MapFeature {
  return { type: 'Feature', properties: { ...extra, id }, geometry: { type: 'Point', coordinates: position(at) } };
}

/** Features as the data of a map source. */
export function collection(features: readonly MapFeature[]): MapFeatures {
  return { type: 'FeatureCollection', features: [...features] };
}

import type { FeatureProperties } from '../../core/domain/dataset';
import { roundOutline, roundPosition } from '../../core/geometry/coordinates';
import type { LonLatBox } from '../../core/geometry/lonLatBox';
import type { LonLatLine, LonLatMultiPolygon } from '../../core/geometry/shapes';
import { ImportProblem } from '../../core/import/importProblem';
import type { RawLayer } from '../../core/import/importedLayer';
import { featuresOf } from '../../core/import/packedFeatures';
import { shapeCount } from '../../core/import/packedShapes';
import { placeLayer } from '../../core/import/placeLayer';
import { FetchProblem } from './problem';

/** An object as it is written. */
export interface WrittenFeature {
  readonly properties: FeatureProperties;
  readonly geometry:
    | { readonly type: 'MultiPolygon'; readonly coordinates: LonLatMultiPolygon }
    | { readonly type: 'LineString'; readonly coordinates: LonLatLine };
}

/** An outline as an object; null where rounding leaves nothing of it. */
export function outlineFeature(outline: LonLatMultiPolygon, properties: FeatureProperties): WrittenFeature | null {
  const coordinates = roundOutline(outline);
  return coordinates.length === 0 ? null : { properties, geometry: { type: 'MultiPolygon', coordinates } };
}

/** A line as an object. */
export function lineFeature(line: LonLatLine, properties: FeatureProperties): WrittenFeature {
  return { properties, geometry: { type: 'LineString', coordinates: line.map(roundPosition) } };
}

/** GeoJSON in WGS84, one object a line so that changes can be read. */
export function geojsonText(features: readonly WrittenFeature[]): string {
  const lines = features.map(({ properties, geometry }) => JSON.stringify({ type: 'Feature', properties, geometry }));
  return `{"type":"FeatureCollection","features":[\n${lines.join(',\n')}\n]}\n`;
}

/** Polygons and lines of a layer from outside, mended, in WGS84, those near the municipality. Throws FetchProblem. */
export function placedFeatures(raw: RawLayer, near: LonLatBox): { readonly features: readonly WrittenFeature[]; readonly notes: readonly string[] } {
  try {
    const layer = placeLayer(raw, { near, chosen: null });
    const all = Uint32Array.from({ length: shapeCount(layer.shapes) }, (_, shape) => shape);
    const { polygons, lines } = featuresOf(layer, all);
    const { repaired, dropped } = layer.summary;
    return {
      features: [
        ...polygons.map(({ outline, properties }) => outlineFeature(outline, properties)).filter((feature) => feature !== null),
        ...lines.map(({ line, properties }) => lineFeature(line, properties)),
      ],
      notes: [
        ...repaired.map(({ what, count }) => `Rettet: ${what} (${count})`),
        ...dropped.map(({ what, count }) => `Utelatt: ${what} (${count})`),
      ],
    };
  } catch (problem) {
    if (problem instanceof ImportProblem) throw new FetchProblem(problem.message);
    throw problem;
  }
}

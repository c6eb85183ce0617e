import { z } from 'zod';
import type { FeatureProperties, LineFeature, PointFeature, PolygonFeature } from '../domain/dataset';
import type { LonLat, LonLatPolygon, LonLatRing } from '../geometry/shapes';
import { invalid, readJson, valid, type Checked } from './problems';

/** What a GeoJSON file holds, by kind of geometry. Rings are closed, exteriors counter-clockwise, holes clockwise. */
export interface Features {
  readonly polygons: readonly PolygonFeature[];
  readonly lines: readonly LineFeature[];
  readonly points: readonly PointFeature[];
}

const GEOMETRY_TYPES = ['Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon'] as const;

// Coordinates are checked by hand below: there are many of them, and the message should name the object.
const featureCollectionSchema = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.object({
      type: z.literal('Feature'),
      properties: z.record(z.string(), z.unknown()).nullable().optional(),
      geometry: z.object({ type: z.enum(GEOMETRY_TYPES), coordinates: z.array(z.unknown()) }).nullable(),
    }),
  ),
});

/** Carries a Norwegian message out of nested coordinates to the object they belong to. */
class GeometryProblem extends Error {}

function list(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new GeometryProblem('koordinatene har feil oppbygning for geometritypen');
  return value;
}

function toPosition(value: unknown): LonLat {
  const [longitude, latitude] = list(value);
  if (typeof longitude !== 'number' || typeof latitude !== 'number') {
    throw new GeometryProblem('en posisjon er ikke to tall');
  }
  if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90) {
    throw new GeometryProblem(
      `posisjonen ${longitude}, ${latitude} er ikke lengde- og breddegrad. Lagre filen i WGS84 (EPSG:4326)`,
    );
  }
  return [longitude, latitude];
}

function toLine(value: unknown): readonly LonLat[] {
  const line = list(value).map(toPosition);
  if (line.length < 2) throw new GeometryProblem('en linje har færre enn to posisjoner');
  return line;
}

function ringArea(ring: LonLatRing): number {
  const [origin] = ring;
  if (origin === undefined) return 0;
  let doubled = 0;
  ring.forEach((position, index) => {
    const next = ring[index + 1] ?? origin;
    doubled += (position[0] - origin[0]) * (next[1] - origin[1]) - (next[0] - origin[0]) * (position[1] - origin[1]);
  });
  return doubled / 2;
}

function toRing(value: unknown, index: number): LonLatRing {
  const ring = list(value).map(toPosition);
  const first = ring[0];
  const last = ring.at(-1);
  if (first === undefined || last === undefined || ring.length < 4) {
    throw new GeometryProblem('en ring har færre enn fire posisjoner');
  }
  if (first[0] !== last[0] || first[1] !== last[1]) throw new GeometryProblem('en ring er ikke lukket');
  const clockwise = ringArea(ring) < 0;
  return clockwise === index > 0 ? ring : ring.toReversed();
}

function toPolygon(value: unknown): LonLatPolygon {
  const polygon = list(value).map(toRing);
  if (polygon.length === 0) throw new GeometryProblem('en flate mangler ytre ring');
  return polygon;
}

function isPlain(value: unknown): value is FeatureProperties[string] {
  return value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function toProperties(properties: Readonly<Record<string, unknown>> | null | undefined): FeatureProperties {
  return Object.fromEntries(
    Object.entries(properties ?? {}).map(([name, value]) => [name, isPlain(value) ? value : JSON.stringify(value)]),
  );
}

/**
 * Reads a GeoJSON FeatureCollection in WGS84. Multi-lines and multi-points become one feature for each part;
 * features without geometry are passed over. Fails, in Norwegian, on the first broken object.
 */
export function readFeatures(file: string, text: string): Checked<Features> {
  const collection = readJson(file, text, featureCollectionSchema);
  if (collection.kind === 'invalid') return collection;
  const polygons: PolygonFeature[] = [];
  const lines: LineFeature[] = [];
  const points: PointFeature[] = [];
  for (const [index, feature] of collection.value.features.entries()) {
    if (feature.geometry === null) continue;
    const { type, coordinates } = feature.geometry;
    const properties = toProperties(feature.properties);
    try {
      if (type === 'Polygon') polygons.push({ outline: [toPolygon(coordinates)], properties });
      else if (type === 'MultiPolygon') polygons.push({ outline: coordinates.map(toPolygon), properties });
      else if (type === 'LineString') lines.push({ line: toLine(coordinates), properties });
      else if (type === 'MultiLineString') for (const line of coordinates) lines.push({ line: toLine(line), properties });
      else if (type === 'Point') points.push({ position: toPosition(coordinates), properties });
      else for (const position of coordinates) points.push({ position: toPosition(position), properties });
    } catch (error) {
      if (!(error instanceof GeometryProblem)) throw error;
      return invalid(`${file}, objekt ${index + 1}: ${error.message}. Rett filen eller eksporter den på nytt.`);
    }
  }
  return valid({ polygons, lines, points });
}

import { z } from 'zod';
import { NetworkFileError } from './networkFileError';
import { LeftOut, whyLineNotWalkable } from './walkable';
import type { WayTags } from './walkable';
import { WalkingLinesBuilder } from './walkingLines';
import type { WalkingLines } from './walkingLines';

const positionSchema = z.array(z.number()).min(2);
const lineSchema = z.array(positionSchema);

const geometrySchema = z.union([
  z.object({ type: z.literal('LineString'), coordinates: lineSchema }),
  z.object({ type: z.literal('MultiLineString'), coordinates: z.array(lineSchema) }),
  z.object({
    type: z.enum(['Point', 'MultiPoint', 'Polygon', 'MultiPolygon', 'GeometryCollection']),
  }),
]);

const featureSchema = z.object({
  type: z.literal('Feature'),
  geometry: geometrySchema.nullable(),
  properties: z.record(z.string(), z.unknown()).nullish(),
});

const collectionSchema = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(featureSchema),
  crs: z.object({ properties: z.object({ name: z.string() }) }).nullish(),
});

/** Names that mean WGS84, longitude first, in the crs member of older GeoJSON. */
const WGS84_NAME = /CRS84|EPSG:+(?:[\d.]*:)?(?:4326|4258)$/iu;

function textProperties(properties: Readonly<Record<string, unknown>>): WayTags {
  const texts: Record<string, string> = {};
  for (const [key, value] of Object.entries(properties)) if (typeof value === 'string') texts[key] = value;
  return texts;
}

function placeOf(issue: z.core.$ZodIssue): string {
  const [first, index] = issue.path;
  return first === 'features' && typeof index === 'number'
    ? `objekt nr. ${index + 1}, feltet «${issue.path.slice(2).join('.') || 'objektet'}»`
    : `feltet «${issue.path.join('.') || 'filen'}»`;
}

/**
 * Reads lines from a GeoJSON FeatureCollection in WGS84. `name` is the file's, for messages.
 * Throws NetworkFileError where it is not one, or holds no line that may be walked.
 */
export function readGeoJsonLines(content: unknown, name: string): WalkingLines {
  const parsed = collectionSchema.safeParse(content);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new NetworkFileError(
      `«${name}» er ikke en gyldig GeoJSON FeatureCollection med linjer${issue ? `: se ${placeOf(issue)}` : ''}. Rett filen, og prøv igjen.`,
    );
  }
  const crs = parsed.data.crs?.properties.name;
  if (crs !== undefined && !WGS84_NAME.test(crs)) {
    throw new NetworkFileError(`«${name}» er i koordinatsystemet ${crs}. Eksporter den på nytt i WGS84 (EPSG:4326).`);
  }
  const builder = new WalkingLinesBuilder(false);
  const leftOut = new LeftOut();
  let otherGeometries = 0;
  for (const { geometry, properties } of parsed.data.features) {
    if (geometry === null || !('coordinates' in geometry)) {
      otherGeometries += 1;
      continue;
    }
    const reason = whyLineNotWalkable(textProperties(properties ?? {}));
    if (reason !== null) {
      leftOut.add(reason);
      continue;
    }
    for (const line of geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates) {
      for (const [longitude, latitude] of line) builder.addVertex(longitude ?? Number.NaN, latitude ?? Number.NaN);
      builder.endLine();
    }
  }
  if (builder.lineCount === 0) {
    throw new NetworkFileError(
      `«${name}» har ingen linjer som kan gås. Et gangnett er linjer (LineString eller MultiLineString) for veier, gangveier og stier.`,
    );
  }
  const notes = leftOut.notes();
  if (otherGeometries > 0) notes.push(`${otherGeometries} objekter i «${name}» er ikke linjer, og er ikke med i gangnettet.`);
  return builder.finish(notes);
}

import { spawnSync } from 'node:child_process';
import { z } from 'zod';

/** What GDAL's own tools say; null where they are not installed. */
export function gdalVersion(): string | null {
  const { status, stdout } = spawnSync('ogr2ogr', ['--version'], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : null;
}

const position = z.tuple([z.number(), z.number()]);
const ring = z.array(position);

const featureSchema = z.looseObject({
  properties: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  geometry: z
    .discriminatedUnion('type', [
      z.object({ type: z.literal('Polygon'), coordinates: z.array(ring) }),
      z.object({ type: z.literal('Point'), coordinates: position }),
      z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring)) }),
    ])
    .nullable(),
});

export type PeerFeature = z.output<typeof featureSchema>;

const collectionSchema = z.looseObject({ features: z.array(featureSchema) });

/**
 * A file as GDAL reads it, turned into GeoJSON by it with every digit, in the coordinates the file has.
 * @throws with what GDAL says when it cannot
 */
export function readByGdal(file: string, layer: string | null, options: readonly string[] = []): readonly PeerFeature[] {
  const { status, stdout, stderr } = spawnSync(
    'ogr2ogr',
    ['-f', 'GeoJSON', '/vsistdout/', file, ...(layer === null ? [] : [layer]), '-lco', 'COORDINATE_PRECISION=15', '-lco', 'SIGNIFICANT_FIGURES=17', ...options],
    { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
  );
  if (status !== 0) throw new Error(`ogr2ogr on ${file}: ${stderr}`);
  return collectionSchema.parse(JSON.parse(stdout)).features;
}

/** The layers of a file, and how many objects GDAL finds in each. */
export function layersByGdal(file: string): ReadonlyMap<string, number> {
  const { status, stdout, stderr } = spawnSync('ogrinfo', ['-so', '-al', file], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (status !== 0) throw new Error(`ogrinfo on ${file}: ${stderr}`);
  const layers = stdout.matchAll(/^Layer name: (.+)$[^]*?^Feature Count: (\d+)$/gmu);
  return new Map([...layers].map(([, name = '', count = '']) => [name, Number(count)]));
}

/** Areas of a layer's objects in m² as GDAL reckons them, in the layer's own metres. */
export function areasByGdal(file: string, layer: string, geometry: string): readonly number[] {
  const { status, stdout, stderr } = spawnSync(
    'ogr2ogr',
    ['-f', 'CSV', '/vsistdout/', file, '-dialect', 'SQLite', '-sql', `SELECT ST_Area(${geometry}) AS areal FROM "${layer}"`],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`ogr2ogr on ${file}: ${stderr}`);
  return stdout.trim().split('\n').slice(1).map((line) => Number(line.replaceAll('"', '')));
}

const bandsSchema = z.looseObject({ bands: z.array(z.looseObject({ minimum: z.number(), maximum: z.number(), mean: z.number() })).min(1) });

/** Least, greatest and mean value of a raster's first band as GDAL reckons them, cell by cell. */
export function valuesByGdal(file: string): { readonly minimum: number; readonly maximum: number; readonly mean: number } {
  const { status, stdout, stderr } = spawnSync('gdalinfo', ['-json', '-stats', '--config', 'GDAL_PAM_ENABLED', 'NO', file], { encoding: 'utf8' });
  const [band] = status === 0 ? bandsSchema.parse(JSON.parse(stdout)).bands : [];
  if (!band) throw new Error(`gdalinfo on ${file}: ${stderr}`);
  const { minimum, maximum, mean } = band;
  return { minimum, maximum, mean };
}

/** Has GDAL write a raster anew with its own hand. */
export function rewriteByGdal(from: string, to: string, options: readonly string[]): void {
  const { status, stderr } = spawnSync('gdal_translate', ['-q', ...options, from, to], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`gdal_translate on ${from}: ${stderr}`);
}

const placeSchema = z.looseObject({ geoTransform: z.array(z.number()).length(6), coordinateSystem: z.looseObject({ wkt: z.string() }).optional() });

/** Where GDAL finds that a raster lies: corner, cells and turn as it tells them, and the code of the coordinate system. */
export function placeByGdal(file: string): { readonly transform: readonly number[]; readonly code: number | null } {
  const { status, stdout, stderr } = spawnSync('gdalinfo', ['-json', '--config', 'GDAL_PAM_ENABLED', 'NO', file], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`gdalinfo on ${file}: ${stderr}`);
  const { geoTransform, coordinateSystem } = placeSchema.parse(JSON.parse(stdout));
  const code = /ID\["EPSG",(\d+)\]\]\s*$/u.exec(coordinateSystem?.wkt ?? '')?.[1];
  return { transform: geoTransform, code: code === undefined ? null : Number(code) };
}

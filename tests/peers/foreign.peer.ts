import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { convertForeign } from '../../src/commandline/convertForeign';
import { multiPolygonArea } from '../../src/core/geometry/area';
import { toPlanarMultiPolygon } from '../../src/core/geometry/projection';
import { featuresOf } from '../../src/core/import/packedFeatures';
import { placeLayer } from '../../src/core/import/placeLayer';
import { readFiles } from '../../src/core/import/readFiles';
import { recogniseRole } from '../../src/core/import/recogniseRole';
import { HEAVY, NEAR } from '../support/importFiles';
import { gdalVersion } from './gdal';

/* What Geonorge hands out packed and only GDAL reads: written by GDAL's own tools, read by ours with GDAL in wasm. */

const SQUARES = [
  { type: 'Skog', at: [585_000, 6_640_000], side: 1000 },
  { type: 'Innsjø', at: [587_000, 6_641_000], side: 400 },
] as const;

const COLLECTION = JSON.stringify({
  type: 'FeatureCollection',
  crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::25832' } },
  features: SQUARES.map(({ type, at: [x, y], side }) => ({
    type: 'Feature',
    properties: { objtype: type },
    geometry: { type: 'Polygon', coordinates: [[[x, y], [x + side, y], [x + side, y + side], [x, y + side], [x, y]]] },
  })),
});

let folder = '';

function write(format: string, file: string): void {
  const { status, stderr } = spawnSync('ogr2ogr', ['-f', format, path.join(folder, file), path.join(folder, 'ruter.geojson'), '-nln', 'N50_Arealdekke_omrade'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`ogr2ogr: ${stderr}`);
}

describe.skipIf(gdalVersion() === null)('what GDAL has written', () => {
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'smabymodellen-fremmed-'));
    writeFileSync(path.join(folder, 'ruter.geojson'), COLLECTION);
    write('OpenFileGDB', 'N50.gdb');
    write('GML', 'N50.gml');
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([
    ['a geodatabase', (): readonly string[] => readdirSync(path.join(folder, 'N50.gdb')).map((file) => `N50.gdb/${file}`)],
    ['a GML with its schema', (): readonly string[] => ['N50.gml', 'N50.xsd']],
  ] as const)('is read out of a zip with its classes and areas: %s', async (_, parts) => {
    const packed = zipSync(Object.fromEntries(parts().map((name) => [name, new Uint8Array(readFileSync(path.join(folder, name)))])));
    const reading = await readFiles([{ name: 'Basisdata_3201_N50Kartdata.zip', bytes: new Uint8Array(packed) }], { ...HEAVY, convertForeign });
    if (reading.kind === 'failed') throw new Error(reading.problem);
    const [layer, ...others] = reading.layers.map((raw) => placeLayer(raw, { near: NEAR, chosen: null }));
    if (!layer) throw new Error('There is no layer.');
    expect(others).toEqual([]);
    expect(recogniseRole(layer).assignment.classes.map(({ value, role }) => [value, role])).toEqual(
      expect.arrayContaining([['Skog', 'green'], ['Innsjø', 'water']]),
    );
    const { polygons } = featuresOf(layer, Uint32Array.from(layer.shapes.kinds.keys()));
    const areas = polygons.map(({ outline, properties }) => [properties['objtype'], multiPolygonArea(toPlanarMultiPolygon(outline))] as const);
    expect(areas.map(([type]) => type)).toEqual(SQUARES.map(({ type }) => type));
    areas.forEach(([, area], index) => expect(area / SQUARES[index]!.side ** 2).toBeCloseTo(1, 4));
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { droppedText, importedLayers, NEAR } from '../../tests/support/importFiles';
import { packedTable, propertiesOf, valueCount } from '../core/import/attributeTable';
import { featuresOf } from '../core/import/packedFeatures';
import type { ImportedLayer } from '../core/import/importedLayer';
import { wholeAs } from '../core/import/assignment';
import type { TakenLayer } from '../core/import/takenLayer';
import { filed, fileOf, layerFile, readForMeasuring, readLayerFile, withFile } from './layerFile';

/** So many that their names are packed. */
const SQUARES = 5000;

let layer: ImportedLayer;

beforeAll(async () => {
  const features = Array.from({ length: SQUARES }, (_, index) => {
    const [west, south] = [10.4 + (index % 100) / 1000, 59.85 + Math.floor(index / 100) / 1000];
    const ring = [[west, south], [west + 0.0005, south], [west + 0.0005, south + 0.0005], [west, south]];
    return { type: 'Feature', properties: { navn: `Bekk nr. «${index}» 💧`, arealtype: index % 3 === 0 ? 30 : 21, løpenr: index }, geometry: { type: 'Polygon', coordinates: [ring] } };
  });
  const [read] = await importedLayers([droppedText('lag.geojson', JSON.stringify({ type: 'FeatureCollection', features }))], { near: NEAR });
  if (!read) throw new Error('no layer');
  layer = { ...read, attributes: packedTable(read.attributes) };
  expect(layer.attributes.columns.map((column) => ['ends' in column.values, valueCount(column)])).toEqual([
    [true, SQUARES],
    [false, 2],
    [true, SQUARES],
  ]);
});

function taken(of: ImportedLayer): TakenLayer {
  const about = { title: '', source: '', date: '', licence: '', attribution: '', accuracyMetres: null, accuracyNote: '' };
  return { id: 'import-1', file: 'lag.geojson', layer: of, assignment: wholeAs('green'), how: 'add', about, takenAt: 1, fingerprint: '' };
}

describe('a layer in a file', () => {
  it('is read as it was', async () => {
    const file = layerFile(layer, 0);
    if (!file) throw new Error('no file');
    expect(await readLayerFile(file)).toEqual(layer);
  });

  it('has its many values one by one', () => {
    expect(propertiesOf(layer.attributes, 0)).toEqual({ navn: 'Bekk nr. «0» 💧', arealtype: 30, løpenr: 0 });
    expect(propertiesOf(layer.attributes, 4321)).toEqual({ navn: 'Bekk nr. «4321» 💧', arealtype: 21, løpenr: 4321 });
    expect(propertiesOf(layer.attributes, SQUARES)).toEqual({});
  });

  it('is made of large layers only, and told in their place', () => {
    expect(layerFile(layer)).toBeNull();
    expect(filed(taken(layer)).layer).toBe(layer);
    const file = layerFile(layer, 0);
    const known = withFile({ ...layer }, file);
    expect(fileOf(known)).toBe(file);
    expect(filed(taken(known)).layer).toBe(file);
  });

  it('is measured without its degrees, on the same ground', async () => {
    const known = withFile({ ...layer }, layerFile(layer, 0));
    const read = await readForMeasuring(filed(taken(known)));
    expect(read.layer.shapes.coordinates[1]).toBeGreaterThan(6_000_000);
    const all = Uint32Array.from({ length: SQUARES }, (_, index) => index);
    const [measured, plain] = [featuresOf(read.layer, all), featuresOf(layer, all)];
    expect(measured.polygons.map(({ planar }) => planar)).toEqual(plain.polygons.map(({ planar }) => planar));
    const [far] = measured.polygons[4999]?.outline[0]?.[0]?.[2] ?? [];
    expect(far).toBeCloseTo(plain.polygons[4999]?.outline[0]?.[0]?.[2]?.[0] ?? 0, 9);
  });
});
